package main

deny contains "no timeout" if {
	input.kind == "VirtualService"
	not input.spec.http[_].timeout
}
