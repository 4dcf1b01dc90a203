package k8sowners

test_input_no_labels {
  input := {"review": review({}), "parameters": {"labels": [lbl("owner", "")]}}
  results := violation with input as input
  count(results) == 1
}

test_input_label_is_there {
  input := {"review": review({"owner": "shop"}), "parameters": {"labels": [lbl("owner", "")]}}
  results := violation with input as input
  count(results) == 0
}

test_input_two_labels_one_missing {
  input := {"review": review({"owner": "shop"}), "parameters": {"labels": [lbl("owner", ""), lbl("tier", "")]}}
  results := violation with input as input
  results[{"msg": `you must provide labels: {"tier"}`, "details": {"missing_labels": {"tier"}}}]
}

test_input_wrong_value {
  input := {"review": review({"owner": "Shop"}), "parameters": {"labels": [lbl("owner", "^[a-z]+$")]}}
  results := violation with input as input
  count(results) == 1
  results[_].msg == "Label <owner: Shop> does not satisfy allowed regex: ^[a-z]+$"
}

test_input_own_message {
  input := {"review": review({}), "parameters": {"message": "who owns this?", "labels": [lbl("owner", "")]}}
  trace(sprintf("%v", [violation])) with input as input
  {m | m := violation[_].msg} == {"who owns this?"} with input as input
}

test_input_exempt {
  input := {"review": review({}), "parameters": {"exempt": ["sh*"], "labels": [lbl("owner", "")]}}
  violation == set() with input as input
}

review(labels) = output {
  output = {"operation": "CREATE", "object": {"metadata": {"name": "shop", "labels": labels}}}
}

lbl(k, v) = {"key": k, "allowedRegex": v}
