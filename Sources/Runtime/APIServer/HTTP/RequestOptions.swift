internal import KubeTypes

/// What the options of a verb are called where they are refused.
enum OptionsKind: String {
    case get = "GetOptions"
    case list = "ListOptions"
    case create = "CreateOptions"
    case update = "UpdateOptions"
    case patch = "PatchOptions"
    case delete = "DeleteOptions"
}

/// The query of a request: Kubernetes' ListOptions, CreateOptions, PatchOptions and DeleteOptions in one.
struct RequestOptions: Equatable {
    enum FieldValidation: String { case ignore = "Ignore", warn = "Warn", strict = "Strict" }

    var labelSelector = Selector()
    var fieldSelector = Selector()
    var resourceVersion = ""
    var resourceVersionMatch = ""
    var limit: Int?
    var continueToken = ""
    var isWatch = false
    var timeoutSeconds: Int?
    var allowsBookmarks = false
    /// nil when the client leaves it to the resource version.
    var sendsInitialEvents: Bool?
    var isDryRun = false
    var fieldManager = ""
    var fieldValidation = FieldValidation.warn
    var propagationPolicy: String?
    var orphanDependents: Bool?
    /// nil when the client does not say, which only an apply may.
    var force: Bool?
    var includeObject = Table.Include.metadata

    /// - Throws: `Status` (400, or 422 for options whose value is out of range).
    init(query text: String, as kind: OptionsKind = .list) throws(Status) {
        let query = Query(text)
        isWatch = query.flag("watch") ?? false
        resourceVersion = query["resourceVersion"] ?? ""
        if kind == .get { try Self.checkExport(query) }
        if kind == .list || kind == .delete { try readSelection(query) }
        if let text = query["includeObject"], !text.isEmpty {
            guard let include = Table.Include(rawValue: text) else {
                throw Status(badRequest: "unrecognized includeObject value: \"\(text)\"")
            }
            includeObject = include
        }
        var refusals: [Status.Cause] = []
        if kind == .list { refusals += listRefusals }
        if kind != .list, kind != .get { refusals += readWrite(query, kind) }
        guard refusals.isEmpty else { throw Status(invalidOptions: kind, refusals) }
    }

    private mutating func readSelection(_ query: Query) throws(Status) {
        do throws(Selector.ParseError) {
            labelSelector = try Selector(parsing: query["labelSelector"] ?? "")
            fieldSelector = try Selector(fieldSelector: query["fieldSelector"] ?? "")
        } catch {
            throw Status(badRequest: error.description)
        }
        resourceVersionMatch = query["resourceVersionMatch"] ?? ""
        limit = try query.number("limit")
        continueToken = query["continue"] ?? ""
        timeoutSeconds = try query.number("timeoutSeconds")
        allowsBookmarks = query.flag("allowWatchBookmarks") ?? false
        sendsInitialEvents = query.flag("sendInitialEvents")
    }

    private mutating func readWrite(_ query: Query, _ kind: OptionsKind) -> [Status.Cause] {
        var refusals: [Status.Cause] = []
        let dryRun = query.all("dryRun")
        isDryRun = !dryRun.isEmpty
        if let refusal = Status.Cause(dryRun: dryRun) { refusals.append(refusal) }
        propagationPolicy = query["propagationPolicy"]
        orphanDependents = query.flag("orphanDependents")
        guard kind != .delete else { return refusals }
        fieldManager = query["fieldManager"] ?? ""
        refusals += Self.refusals(ofManager: fieldManager)
        if kind == .patch { force = query.flag("force") }
        if let text = query["fieldValidation"], !text.isEmpty {
            if let validation = FieldValidation(rawValue: text) {
                fieldValidation = validation
            } else {
                refusals.append(.unsupported("fieldValidation", "\"\(text)\"", ["", "Ignore", "Strict", "Warn"]))
            }
        }
        return refusals
    }

    private static func checkExport(_ query: Query) throws(Status) {
        guard query["export"]?.isEmpty == false, query.flag("export") == true else { return }
        throw Status(badRequest: "the export parameter, deprecated since v1.14, is no longer supported")
    }

    private static func refusals(ofManager name: String) -> [Status.Cause] {
        var refusals: [Status.Cause] = []
        if name.utf8.count > 128 {
            refusals.append(
                .init(
                    reason: "FieldValueTooLong", message: "Too long: may not be more than 128 bytes",
                    field: "fieldManager"))
        }
        if let (index, scalar) = name.unicodeScalars.enumerated().first(where: { !isPrintable($1) }) {
            let code = String(scalar.value, radix: 16, uppercase: true)
            let padded = String(repeating: "0", count: max(0, 4 - code.count)) + code
            refusals.append(
                .init(
                    reason: "FieldValueInvalid",
                    message:
                        "Invalid value: \(name.debugDescription): invalid character U+\(padded) (at position \(index))",
                    field: "fieldManager"))
        }
        return refusals
    }

    /// Letters, marks, numbers, punctuation, symbols and the blank.
    private static func isPrintable(_ scalar: UnicodeScalar) -> Bool {
        switch scalar.properties.generalCategory {
        case .control, .format, .surrogate, .privateUse, .unassigned, .lineSeparator, .paragraphSeparator: false
        case .spaceSeparator: scalar == " "
        default: true
        }
    }
}

// MARK: - Lists and watches

extension RequestOptions {
    /// How the options of a list and a watch may go together (Kubernetes API concepts, "Resource versions").
    fileprivate var listRefusals: [Status.Cause] {
        let match = resourceVersionMatch
        func forbidden(_ field: String, _ why: String) -> Status.Cause {
            Status.Cause(reason: "FieldValueForbidden", message: "Forbidden: \(why)", field: field)
        }
        if isWatch {
            guard sendsInitialEvents != nil else {
                return match.isEmpty
                    ? []
                    : [
                        forbidden(
                            "resourceVersionMatch",
                            "resourceVersionMatch is forbidden for watch unless sendInitialEvents is provided")
                    ]
            }
            var refusals: [Status.Cause] = []
            if match != "NotOlderThan" {
                refusals.append(
                    forbidden(
                        "resourceVersionMatch",
                        "sendInitialEvents requires setting resourceVersionMatch to NotOlderThan"))
                if !match.isEmpty {
                    refusals.append(.unsupported("resourceVersionMatch", "\"\(match)\"", ["NotOlderThan"]))
                }
            }
            if !continueToken.isEmpty {
                refusals.append(forbidden("continue", "continue is forbidden for watch"))
            }
            return refusals
        }
        var refusals: [Status.Cause] = []
        if sendsInitialEvents != nil {
            refusals.append(forbidden("sendInitialEvents", "sendInitialEvents is forbidden for list"))
        }
        guard !match.isEmpty else { return refusals }
        if resourceVersion.isEmpty {
            refusals.append(
                forbidden(
                    "resourceVersionMatch", "resourceVersionMatch is forbidden unless resourceVersion is provided"))
        }
        if !continueToken.isEmpty {
            refusals.append(
                forbidden("resourceVersionMatch", "resourceVersionMatch is forbidden when continue is provided"))
        }
        if !["Exact", "NotOlderThan"].contains(match) {
            refusals.append(.unsupported("resourceVersionMatch", "\"\(match)\"", ["Exact", "NotOlderThan", ""]))
        }
        if match == "Exact", resourceVersion == "0" {
            refusals.append(
                forbidden(
                    "resourceVersionMatch", "resourceVersionMatch \"exact\" is forbidden for resourceVersion \"0\""))
        }
        return refusals
    }
}

extension Status.Cause {
    /// `shown` is the value as it is printed.
    static func unsupported(_ field: String, _ shown: String, _ known: [String]) -> Status.Cause {
        let known = known.map { "\"\($0)\"" }.joined(separator: ", ")
        return Status.Cause(
            reason: "FieldValueNotSupported", message: "Unsupported value: \(shown): supported values: \(known)",
            field: field)
    }

    /// The only dry run is the whole one; nil when `values` says nothing else.
    init?(dryRun values: [String]) {
        guard values.contains(where: { $0 != "All" }) else { return nil }
        let shown = values.map { "\"\($0)\"" }.joined(separator: ",")
        self = .unsupported("dryRun", "[\(shown)]", ["All"])
    }
}
