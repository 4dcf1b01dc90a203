package import Diagnostics

// MARK: - Security

extension Code {
    /// TLS that does not fit the port or the kind that it is set on.
    package static let tlsMismatch = Code("MST3001", aliases: ["IST0106"])
    /// A server without the certificates that its mode needs, or with those from several sources.
    package static let certificatesInvalid = Code("MST3002", aliases: ["IST0106"])
    /// Versions or ciphers of TLS that are not used.
    package static let tlsParametersDoubtful = Code("MST3003", aliases: ["IST0133"])
    /// TLS towards a service that contradicts itself.
    package static let clientTLSInvalid = Code("MST3004", aliases: ["IST0106"])

    /// A policy whose action lacks what it needs.
    package static let policyActionInvalid = Code("MST3101", aliases: ["IST0106"])
    /// A part of a rule that says nothing.
    package static let policyRuleEmpty = Code("MST3102", aliases: ["IST0106"])
    /// An identity that cannot be one.
    package static let identityInvalid = Code("MST3103", aliases: ["IST0106"])
    /// A path that is no path or template.
    package static let pathTemplateInvalid = Code("MST3104", aliases: ["IST0106"])
    /// An attribute that policies do not have, or not with their action.
    package static let policyAttributeInvalid = Code("MST3105", aliases: ["IST0106"])
    /// A rule that denies more than it says.
    package static let deniesAllTCP = Code("MST3106", aliases: ["IST0133"])

    /// A rule for tokens that does not say whose, or where they are.
    package static let tokenRuleIncomplete = Code("MST3201", aliases: ["IST0106"])
    /// Keys for tokens that cannot be read.
    package static let tokenKeysInvalid = Code("MST3202", aliases: ["IST0106"])
    /// Keys for tokens that must stay secret.
    package static let tokenKeysSecret = Code("MST3203", aliases: ["IST0133"])

    /// Modes for ports that a policy cannot have.
    package static let portModesInvalid = Code("MST3301", aliases: ["IST0106"])
}

// MARK: - Resilience

extension Code {
    /// A traffic policy that says nothing, or too much.
    package static let trafficPolicyInvalid = Code("MST4001", aliases: ["IST0106"])
    /// A subset without a name, or two of one name.
    package static let subsetInvalid = Code("MST4002", aliases: ["IST0106"])
    /// Limits of connections that cannot be.
    package static let connectionPoolInvalid = Code("MST4003", aliases: ["IST0106"])
    /// Outlier detection that contradicts itself.
    package static let outlierDetectionInvalid = Code("MST4004", aliases: ["IST0106"])
    /// A load balancer that cannot be one.
    package static let loadBalancerInvalid = Code("MST4005", aliases: ["IST0106"])
    /// Load over localities that does not add up.
    package static let localityInvalid = Code("MST4006", aliases: ["IST0106"])
    /// Retries that contradict themselves.
    package static let retriesInvalid = Code("MST4101", aliases: ["IST0106"])
    /// An injected fault that cannot be one.
    package static let faultInvalid = Code("MST4102", aliases: ["IST0106", "IST0133"])
    /// A share that is no percentage.
    package static let percentageInvalid = Code("MST4103", aliases: ["IST0106"])
}
