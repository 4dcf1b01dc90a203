package import Diagnostics

// MARK: - Security

extension Code {
    /// TLS where the protocol has none, or none where it needs it.
    package static let tlsMismatch = Code("MST3001", aliases: ["IST0106"])
    /// A server without the certificates that its mode needs.
    package static let certificateMissing = Code("MST3002", aliases: ["IST0106"])
    /// Certificates from several sources.
    package static let certificateSourcesConflict = Code("MST3003", aliases: ["IST0106"])
    /// Versions or ciphers of TLS that are not used.
    package static let tlsParametersDoubtful = Code("MST3004", aliases: ["IST0133"])
    /// Certificates that a mode does not use.
    package static let certificatesUnused = Code("MST3005", aliases: ["IST0133"])
    /// TLS settings that a Sidecar's ingress cannot have.
    package static let sidecarTLSUnsupported = Code("MST3006", aliases: ["IST0106"])
    /// TLS towards a service that contradicts itself.
    package static let clientTLSInvalid = Code("MST3007", aliases: ["IST0106"])

    /// A policy whose action lacks what it needs.
    package static let policyActionInvalid = Code("MST3101", aliases: ["IST0106"])
    /// An attribute that a custom policy cannot look at.
    package static let customAttributeUnsupported = Code("MST3102", aliases: ["IST0106"])
    /// A part of a rule that says nothing.
    package static let policyRuleEmpty = Code("MST3103", aliases: ["IST0106"])
    /// An empty value in a list of a policy.
    package static let policyValueEmpty = Code("MST3104", aliases: ["IST0106"])
    /// An identity that cannot be one.
    package static let identityInvalid = Code("MST3105", aliases: ["IST0106"])
    /// A path that is no path or template.
    package static let pathTemplateInvalid = Code("MST3106", aliases: ["IST0106"])
    /// A condition with an attribute that policies do not have.
    package static let conditionInvalid = Code("MST3107", aliases: ["IST0106"])
    /// A rule that denies more than it says.
    package static let deniesAllTCP = Code("MST3108", aliases: ["IST0133"])
    /// A dry run that cannot be one.
    package static let dryRunInvalid = Code("MST3109", aliases: ["IST0106"])

    /// A rule for tokens that trusts nobody.
    package static let tokenIssuerMissing = Code("MST3201", aliases: ["IST0106"])
    /// Keys for tokens that cannot be read.
    package static let tokenKeysInvalid = Code("MST3202", aliases: ["IST0106"])
    /// Keys for tokens that must stay secret.
    package static let tokenKeysSecret = Code("MST3203", aliases: ["IST0133"])
    /// A place for tokens or claims without a name.
    package static let tokenLocationInvalid = Code("MST3204", aliases: ["IST0106"])

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
    /// Limits of connections without effect.
    package static let connectionPoolIneffective = Code("MST4004", aliases: ["IST0133"])
    /// Outlier detection that contradicts itself.
    package static let outlierDetectionInvalid = Code("MST4005", aliases: ["IST0106"])
    /// A load balancer that cannot be one.
    package static let loadBalancerInvalid = Code("MST4006", aliases: ["IST0106"])
    /// Load over localities that does not add up.
    package static let localityInvalid = Code("MST4007", aliases: ["IST0106"])
    /// Failover that nothing sets off.
    package static let failoverIneffective = Code("MST4008", aliases: ["IST0133"])
    /// A tunnel or proxy protocol that cannot be one.
    package static let tunnelInvalid = Code("MST4009", aliases: ["IST0106"])
    /// Retries that contradict themselves.
    package static let retriesInvalid = Code("MST4101", aliases: ["IST0106"])
    /// A retry setting that is not used here.
    package static let retriesIgnored = Code("MST4102", aliases: ["IST0133"])
    /// An injected fault that cannot be one.
    package static let faultInvalid = Code("MST4103", aliases: ["IST0106", "IST0133"])
    /// A share that is no percentage.
    package static let percentageInvalid = Code("MST4104", aliases: ["IST0106"])
}
