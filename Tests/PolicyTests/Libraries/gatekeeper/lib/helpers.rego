package lib.helpers

has_field(object, field) { _ = object[field] }

has_field(object, field) { object[field] == false }

get_default(object, field, _default) = output {
  has_field(object, field)
  output = object[field]
  output != null
}

get_default(object, field, _default) = output {
  has_field(object, field) == false
  output = _default
}

has_field(object, field) = false {
  not object[field]
  not object[field] == false
}

is_update { input.review.operation == "UPDATE" }

is_exempt(name) {
  exempt := object.get(object.get(input, "parameters", {}), "exempt", [])
  pattern := exempt[_]
  endswith(pattern, "*")
  startswith(name, trim_suffix(pattern, "*"))
}

is_exempt(name) {
  name == object.get(object.get(input, "parameters", {}), "exempt", [])[_]
}
