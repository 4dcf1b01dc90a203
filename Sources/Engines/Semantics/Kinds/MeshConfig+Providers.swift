internal import Diagnostics
internal import Mesh
internal import Tree

/// Services that the mesh asks or tells: authorization, tracing, logs. istiod only logs what is wrong with them.
extension Report {
    mutating func checkExtensionProviders(_ list: Field) {
        var names: [String: Field] = [:]
        for provider in list.items {
            guard provider.isPresent else {
                error(.entryEmpty, "an entry of extensionProviders is empty", at: provider, hint: "remove it")
                continue
            }
            let name = provider["name"]
            if !name.isFilled {
                error(.extensionProviderInvalid, "a provider has no name", at: provider, hint: "name it as policies do")
            } else if let first = names[name.text] {
                error(
                    .extensionProviderInvalid, "two providers have the name \(quoted(name.text))", at: name,
                    hint: "rename one of them")
                relate("first here", to: first)
            }
            names[name.text] = name
            let kinds = provider.entries.filter { $0.key.text != "name" && $0.value.isPresent }
            guard let kind = kinds.first else {
                error(
                    .extensionProviderInvalid, "the provider \(quoted(name.text)) does not say what it is",
                    at: provider,
                    hint: "add one such as envoyExtAuthzGrpc or opentelemetry")
                continue
            }
            checkExtensionProvider(kind.value)
        }
    }

    /// One provider, under the name of its kind.
    mutating func checkExtensionProvider(_ provider: Field) {
        switch provider.name {
        case "prometheus", "stackdriver", "envoyFileAccessLog": return
        case "envoyExtAuthzHttp", "envoyExtAuthzGrpc": checkAuthorizer(provider)
        case "lightstep":
            if !provider["accessToken"].isFilled {
                error(
                    .extensionProviderInvalid, "lightstep has no accessToken", at: provider["accessToken"],
                    hint: "add accessToken")
            }
        case "opentelemetry":
            if provider["http"].isPresent, provider["grpc"].isPresent {
                error(
                    .extensionProviderInvalid, "opentelemetry cannot use both http and grpc", at: provider["grpc"],
                    hint: "keep one of the two")
            }
        case "sds": break
        default: break
        }
        if provider.name == "sds" { return }
        let service = provider["service"]
        if let problem = providerServiceProblem(service.text) {
            error(
                .extensionProviderInvalid, "the service \(quoted(service.text)) cannot be used: \(problem)",
                at: service,
                hint: "write \"host\" or \"namespace/host\"; the port has a field of its own")
        }
        checkPort(provider["port"])
    }

    private mutating func checkAuthorizer(_ provider: Field) {
        let status = provider["statusOnError"]
        if status.isFilled || status.integer != nil, !(status.integer.map(HTTPStatus.isKnownToEnvoy) ?? false) {
            error(
                .extensionProviderInvalid,
                "Envoy cannot answer with the status \(quoted(status.node?.string ?? "\(status.number)"))",
                at: status, hint: "use a status of HTTP such as \"403\"")
        }
        let path = provider["pathPrefix"]
        if path.isFilled, !path.text.hasPrefix("/") || WebAddress(path.text) == nil {
            error(
                .extensionProviderInvalid, "the pathPrefix \(quoted(path.text)) is no path", at: path,
                hint: "begin it with \"/\"")
        }
    }
}
