package lib.kubernetes

default is_service = false

is_service { input.kind = "Service" }

is_workload { workloads[input.kind] }

workloads = {"Deployment", "StatefulSet"}
