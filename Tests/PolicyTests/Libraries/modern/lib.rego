package shop.lib

default owner(_) := "nobody"

owner(object) := object.metadata.labels.owner

finding(path, message) := {"path": concat(".", [sprintf("%v", [part]) | some part in path]), "msg": message}
