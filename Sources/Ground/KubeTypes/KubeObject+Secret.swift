internal import Tree

extension KubeObject {
    /// A Secret as the API server stores it: `stringData`, which is for writing only, goes into `data`, and line breaks in
    /// encoded values go. Any other object stays as it is.
    package var asStoredSecret: KubeObject {
        guard apiVersion == "v1", kind == "Secret" else { return self }
        var object = self
        object.root["data"]?.updateMapping { data in
            data.updateEach { _, value in
                guard let text = value.string, text.contains("\n") else { return }
                value.value = .string(text.filter { $0 != "\n" })
            }
        }
        for entry in root["stringData"]?.entries ?? [] {
            guard let text = entry.value.string else { continue }
            object.root.set(Node(.string(base64(Array(text.utf8))), at: entry.value.place), at: ["data", entry.key])
        }
        object.root["stringData"] = nil
        return object
    }
}
