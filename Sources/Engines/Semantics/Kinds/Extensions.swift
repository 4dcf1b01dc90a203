internal import Diagnostics
internal import Mesh

/// Code that runs inside of the proxies.
extension Report {
    mutating func checkWasmPlugin(_ object: ObjectParts) {
        checkTargets(object.spec)
        checkModule(object.spec)
        checkTrafficMatch(object.spec["match"])
    }

    mutating func checkTrafficExtension(_ object: ObjectParts) {
        let spec = object.spec
        checkTargets(spec)
        let wasm = spec["wasm"]
        let lua = spec["lua"]
        if wasm.isPresent == lua.isPresent {
            error(
                .extensionCodeInvalid,
                wasm.isPresent ? "wasm and lua cannot both be set" : "the extension has no code",
                at: wasm.isPresent ? lua : spec,
                hint: "set one of wasm and lua")
        }
        if wasm.isPresent { checkModule(wasm) }
        if lua.isPresent {
            let size = lua["inlineCode"].text.utf8.count
            if !(1...65536).contains(size) {
                error(
                    .extensionCodeInvalid,
                    size == 0 ? "lua has no inlineCode" : "the inlineCode has \(size) bytes, at most 65536 are allowed",
                    at: lua["inlineCode"], hint: size == 0 ? "add inlineCode" : "make it shorter, or use wasm")
            }
        }
        checkTrafficMatch(spec["match"])
    }

    private mutating func checkModule(_ module: Field) {
        checkModuleAddress(module["url"])
        let hash = module["sha256"]
        let isHash = hash.text.utf8.count == 64 && hash.text.utf8.allSatisfy(Set("0123456789abcdef".utf8).contains)
        if hash.isFilled, !isHash {
            error(
                .extensionCodeInvalid, "the sha256 \(quoted(hash.text)) is not 64 digits from 0 to 9 and a to f",
                at: hash,
                hint: "write what sha256sum prints", effect: "proxies refuse the module")
        }
        for (name, limit) in [("imagePullSecret", 253), ("pluginName", 256)] {
            let text = module[name]
            if text.text.utf8.count > limit {
                error(
                    .extensionCodeInvalid,
                    "\(name) has \(text.text.utf8.count) characters, at most \(limit) are allowed",
                    at: text, hint: "choose a shorter name")
            }
        }
        checkEnvironment(module["vmConfig"]["env"])
    }

    private mutating func checkModuleAddress(_ address: Field) {
        guard address.isFilled else {
            return error(
                .extensionCodeInvalid, "the module has no url", at: address, hint: "name an image, a URL or a file")
        }
        // Without a scheme it is an image, whose host may have a port.
        let url = WebAddress(address.text) ?? WebAddress("http://" + address.text)
        guard let url else {
            return error(
                .extensionCodeInvalid, "the url \(quoted(address.text)) cannot be read", at: address,
                hint: "write it as in \"oci://registry.example/team/filter:v1\"")
        }
        if !["", "file", "http", "https", "oci"].contains(url.scheme) {
            error(
                .extensionCodeInvalid, "a module cannot be fetched by \(quoted(url.scheme))", at: address,
                hint: address.text.contains("://")
                    ? "use oci, http, https or file" : "write \"oci://\" before an image of a registry with a port",
                effect: "proxies cannot load the module")
        }
    }

    /// The first thing that is wrong, as in Istio.
    private mutating func checkEnvironment(_ list: Field) {
        var names: [String: Field] = [:]
        for variable in list.items {
            guard variable.isPresent else {
                // Istio skips it.
                note(.entryEmpty, "an entry of env is empty", at: variable, hint: "remove it")
                continue
            }
            let name = variable["name"]
            if !name.isFilled || name.text.utf8.count > 256 {
                return error(
                    .extensionCodeInvalid,
                    name.isFilled ? "the name of a variable has more than 256 characters" : "a variable has no name",
                    at: name, hint: "name the variable")
            }
            if let first = names[name.text] {
                error(
                    .extensionCodeInvalid, "the variable \(quoted(name.text)) is there twice", at: name,
                    hint: "remove one of the two")
                return relate("first here", to: first)
            }
            names[name.text] = name
            if variable["valueFrom"].text == "HOST", variable["value"].isFilled {
                return error(
                    .extensionCodeInvalid,
                    "the variable \(quoted(name.text)) comes from the host and has a value too",
                    at: variable["value"], hint: "remove value, or use valueFrom INLINE")
            }
        }
    }

    private mutating func checkTrafficMatch(_ list: Field) {
        for match in list.items {
            guard match.isPresent else {
                error(.entryEmpty, "an entry of match is empty", at: match, hint: "remove it")
                continue
            }
            for port in match["ports"].items { checkPort(port.isPresent ? port["number"] : port) }
        }
    }
}
