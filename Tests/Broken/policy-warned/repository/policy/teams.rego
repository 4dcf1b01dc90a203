package main

warn contains msg if {
	input.kind == "Service"
	not input.metadata.labels.team
	msg := sprintf("%s says no team", [input.metadata.name])
}
