package import Diagnostics

// MARK: - What names something else

extension Code {
    /// A folder that is deployed is not in the repository.
    package static let sourcePathMissing = Code("MST1401")
    /// A folder that is deployed is there, and cannot be deployed like that.
    package static let sourcePathUnusable = Code("MST1402")
    /// An Application is of a project that does not exist.
    package static let projectUnknown = Code("MST1403")
    /// Nobody makes the namespace that an Application deploys to.
    package static let destinationNamespaceUnmade = Code("MST1404")
    /// Two objects deploy one folder to one place.
    package static let deployedTwice = Code("MST1405")
    /// A source of Flux does not exist.
    package static let sourceUnknown = Code("MST1406")
    /// A Kustomization waits for one that does not exist.
    package static let dependencyUnknown = Code("MST1407")
    /// Kustomizations wait for each other.
    package static let dependencyCircle = Code("MST1408")
    /// A Kustomization waits for the health of an object that does not exist.
    package static let healthCheckUnknown = Code("MST1409")
    /// Values come from a ConfigMap or a Secret that does not exist.
    package static let valuesUnknown = Code("MST1410")
    /// Alerts go to a provider that does not exist.
    package static let alertProviderUnknown = Code("MST1411")
    /// Alerts are about an object that does not exist.
    package static let eventSourceUnknown = Code("MST1412")
    /// Credentials are in a Secret that does not exist.
    package static let credentialsUnknown = Code("MST1413")
    /// An ImagePolicy is about an ImageRepository that does not exist.
    package static let imageRepositoryUnknown = Code("MST1414")
    /// A marker names an ImagePolicy that does not exist.
    package static let imagePolicyUnknown = Code("MST1415")
    /// Images are updated where no marker says which.
    package static let imageMarkersMissing = Code("MST1416")
    /// A Canary is about a workload that does not exist.
    package static let canaryTargetUnknown = Code("MST1417")
    /// A Canary is measured by a MetricTemplate that does not exist.
    package static let metricTemplateUnknown = Code("MST1418")
    /// Git has an object that Flagger writes.
    package static let canaryObjectInGit = Code("MST1419")
    /// An analysis is by a template that does not exist.
    package static let analysisTemplateUnknown = Code("MST1420")
    /// Nothing uses an AnalysisTemplate.
    package static let analysisTemplateUnused = Code("MST1421")
    /// An ExternalSecret reads a store that does not exist.
    package static let secretStoreUnknown = Code("MST1422")
    /// Two objects write one Secret.
    package static let secretWrittenTwice = Code("MST1423")
    /// Backups go to a location that does not exist.
    package static let storageLocationUnknown = Code("MST1424")
    /// A backup is of a namespace that does not exist.
    package static let backedUpNamespaceUnknown = Code("MST1425")
    /// A generator gives no Application.
    package static let generatorEmpty = Code("MST1426")
    /// A Rollout shifts requests by an object that does not exist.
    package static let rolloutTargetUnknown = Code("MST1427")
}

// MARK: - Argo CD

extension Code {
    /// A sync option that Argo CD does not know.
    package static let syncOptionUnknown = Code("MST1501")
    /// An annotation by which Argo CD does not do what it says.
    package static let syncAnnotationInvalid = Code("MST1502")
    /// A sync may remove everything.
    package static let emptyAllowed = Code("MST1503")
    /// A difference is ignored, and written over by every sync.
    package static let ignoredDifferenceWritten = Code("MST1504")
    /// An Application that is synced automatically is not rolled back.
    package static let rollbackInert = Code("MST1505")
    /// A difference to ignore is for a kind of another group.
    package static let ignoredKindUnmatched = Code("MST1506")
    /// Failed syncs are not repeated as it says.
    package static let retryUnusable = Code("MST1507")
    /// An Application does not say which cluster, or says it twice.
    package static let destinationUnclear = Code("MST1508")
    /// A source is for two tools.
    package static let sourceToolsConflict = Code("MST1509")
    /// A template needs a parameter that its generator does not give.
    package static let parameterUnknown = Code("MST1510")
    /// A generator gives two Applications of one name.
    package static let applicationNamesCollide = Code("MST1511")
    /// A script for health fails on what Istio writes.
    package static let healthScriptFails = Code("MST1534")
}

// MARK: - Flux

extension Code {
    /// A summary is a template where none is rendered.
    package static let summaryIsPlain = Code("MST1512")
    /// Flux does not know the health of Istio's kinds.
    package static let istioHealthUnread = Code("MST1513")
    /// The message of a commit needs what Flux gives no more.
    package static let commitTemplateOutdated = Code("MST1531")
}

// MARK: - Flagger

extension Code {
    /// The steps of a Canary contradict each other.
    package static let canaryStepsInvalid = Code("MST1514")
    /// A Canary is measured by what gives no value.
    package static let canaryMetricUseless = Code("MST1515")
    /// An alert of a Canary is never sent.
    package static let canaryAlertUnsent = Code("MST1516")
    /// A test sends its load to a port that is not there.
    package static let canaryLoadMisses = Code("MST1535")
    /// Requests inside the mesh take no part in a Canary.
    package static let meshRequestsUnweighted = Code("MST1532")
}

// MARK: - Argo Rollouts

extension Code {
    /// A condition is an error for every value.
    package static let conditionFails = Code("MST1517")
    /// A condition is the same for every value.
    package static let conditionConstant = Code("MST1518")
    /// A query leaves out the values that its condition is about.
    package static let queryFilters = Code("MST1519")
    /// A metric has no condition.
    package static let conditionMissing = Code("MST1520")
    /// The limits of a metric contradict each other.
    package static let measurementsContradict = Code("MST1521")
    /// A metric uses an argument that is not declared.
    package static let argumentUndeclared = Code("MST1522")
    /// An argument has no value, and nobody gives one.
    package static let argumentUngiven = Code("MST1523")
}

// MARK: - Secrets and backups

extension Code {
    /// A SealedSecret holds what is no ciphertext.
    package static let ciphertextInvalid = Code("MST1524")
    /// A SealedSecret has another name or namespace than it was sealed for.
    package static let sealMoved = Code("MST1525")
    /// The scope of a SealedSecret is not read.
    package static let sealScopeUnread = Code("MST1526")
    /// The key of a value repeats where its store lies.
    package static let remoteKeyRepeatsMount = Code("MST1527")
    /// A Secret is never fetched again.
    package static let refreshNever = Code("MST1528")
    /// A time of a schedule is none.
    package static let scheduleInvalid = Code("MST1529")
    /// How long a backup is kept is no duration.
    package static let retentionInvalid = Code("MST1530")
    /// A backup selects nothing of what it is about.
    package static let backupSelectsNothing = Code("MST1533")
}
