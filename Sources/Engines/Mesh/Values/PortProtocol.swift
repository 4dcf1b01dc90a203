/// What Istio takes the traffic of a port for. Names are read in any case.
package enum PortProtocol: String, Sendable, CaseIterable {
    case tcp, udp, grpc, http, http2, https, tls, mongo, redis, mysql
    case grpcWeb = "grpc-web"
    case httpProxy = "http_proxy"
    case hbone, doubleHBONE = "double-hbone"

    package init?(_ name: String) {
        guard let known = PortProtocol(rawValue: name.lowercased()), PortProtocol.written.contains(known) else {
            return nil
        }
        self = known
    }

    /// Those that a person may write; the others are Istio's own tunnels.
    package static let written = allCases.filter { $0 != .hbone && $0 != .doubleHBONE }

    /// The protocol of a Service's port: by `appProtocol`, else by the name up to its first hyphen.
    package init?(portName: String) {
        if portName.lowercased() == "grpc-web" || portName.lowercased().hasPrefix("grpc-web-") {
            self = .grpcWeb
            return
        }
        self.init(String(portName.prefix { $0 != "-" }))
    }

    package var isHTTP: Bool {
        switch self {
        case .http, .http2, .httpProxy, .grpc, .grpcWeb: true
        default: false
        }
    }

    package var isTLS: Bool { self == .https || self == .tls }

    package var isTCP: Bool {
        switch self {
        case .tcp, .https, .tls, .mongo, .redis, .mysql: true
        default: false
        }
    }
}
