# The few words that are the same at home and in CI. What takes more than a line lies in scripts/.
.PHONY: help demo test check fmt fuzz bench accept build man

help: ## Show this
	@sed -n 's/^\([a-z]*\):.*## /  make \1\t/p' Makefile | expand -t 18

demo: ## Build, and run a cluster that follows the example until Ctrl-C
	@scripts/demo

test: ## Build, run all tests and the demo's check
	@scripts/bootstrap
	swift build -j 2
	swift test -j 2
	scripts/demo-check

check: ## Format, floors, forbidden words: what needs no build
	@scripts/check

fmt: ## Format the sources
	swift format --in-place --recursive --parallel Sources Tests scripts

build: ## Build a release
	@scripts/bootstrap
	@scripts/program release

man: ## Write the manual page, mainstay.1
	@program=$$(scripts/program) && "$$program" man > mainstay.1

accept: ## Compare with kustomize's own cases, where ../shared has them
	@scripts/accept

fuzz: ## Feed the YAML reader and builds what a fuzzer thinks of, a minute each
	@scripts/fuzz yaml 60
	@scripts/fuzz build 60

bench: ## Measure a release build
	@Benchmarks/run
	@Benchmarks/build
	@Benchmarks/policy
	@Benchmarks/gate
