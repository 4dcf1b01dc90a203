package main

is_route if input.kind == "VirtualService"
