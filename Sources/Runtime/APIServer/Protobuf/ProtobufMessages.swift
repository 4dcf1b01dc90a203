/// The messages of Kubernetes' protobuf encoding that `kubectl create` sends, one line a message: number, name and type of
/// each field. A star marks a list, a question mark a field whose zero means something, `map` a map with string keys.
/// The numbers are those of the `generated.proto` files of the Kubernetes API.
enum ProtobufMessages {
    indirect enum FieldType: Equatable, Sendable {
        case string, bytes, integer, boolean, time, quantity, intOrString
        case message(String)
        case map(FieldType)
    }

    struct Field: Equatable, Sendable {
        var name: String
        var type: FieldType
        var isList = false
        var keepsZero = false
    }

    static func fields(of message: String) -> [Int: Field]? { table[message] }

    private static let table: [String: [Int: Field]] = {
        var table: [String: [Int: Field]] = [:]
        for line in text.split(separator: "\n") {
            let words = line.split(separator: " ").map(String.init)
            guard let name = words.first else { continue }
            var fields: [Int: Field] = [:]
            for start in stride(from: 1, to: words.count - 2, by: 3) {
                guard let number = Int(words[start]) else { continue }
                fields[number] = Field(name: words[start + 1], written: words[start + 2])
            }
            table[name] = fields
        }
        return table
    }()

    private static let text = """
        ObjectMeta 1 name string 2 generateName string 3 namespace string 4 selfLink string 5 uid string 6 resourceVersion string 7 generation int 8 creationTimestamp time 9 deletionTimestamp time 10 deletionGracePeriodSeconds int? 11 labels map:string 12 annotations map:string 13 ownerReferences OwnerReference* 14 finalizers string*
        OwnerReference 1 kind string 3 name string 4 uid string 5 apiVersion string 6 controller bool? 7 blockOwnerDeletion bool?
        Namespace 1 metadata ObjectMeta 2 spec NamespaceSpec 3 status NamespaceStatus
        NamespaceSpec 1 finalizers string*
        NamespaceStatus 1 phase string
        ConfigMap 1 metadata ObjectMeta 2 data map:string 3 binaryData map:bytes 4 immutable bool?
        Secret 1 metadata ObjectMeta 2 data map:bytes 3 type string 4 stringData map:string 5 immutable bool?
        ServiceAccount 1 metadata ObjectMeta 2 secrets ObjectReference* 3 imagePullSecrets LocalReference* 4 automountServiceAccountToken bool?
        ObjectReference 1 kind string 2 namespace string 3 name string 4 uid string 5 apiVersion string 6 resourceVersion string 7 fieldPath string
        LocalReference 1 name string
        Service 1 metadata ObjectMeta 2 spec ServiceSpec 3 status ServiceStatus
        ServiceSpec 1 ports ServicePort* 2 selector map:string 3 clusterIP string 4 type string 5 externalIPs string* 7 sessionAffinity string 8 loadBalancerIP string 9 loadBalancerSourceRanges string* 10 externalName string 11 externalTrafficPolicy string 12 healthCheckNodePort int 13 publishNotReadyAddresses bool 17 ipFamilyPolicy string 18 clusterIPs string* 19 ipFamilies string* 22 internalTrafficPolicy string
        ServicePort 1 name string 2 protocol string 3 port int 4 targetPort intOrString 5 nodePort int 6 appProtocol string
        ServiceStatus 1 loadBalancer LoadBalancerStatus
        LoadBalancerStatus
        Deployment 1 metadata ObjectMeta 2 spec DeploymentSpec 3 status DeploymentStatus
        DeploymentSpec 1 replicas int? 2 selector LabelSelector 3 template PodTemplate 4 strategy DeploymentStrategy 5 minReadySeconds int 6 revisionHistoryLimit int? 7 paused bool 9 progressDeadlineSeconds int?
        DeploymentStatus 1 observedGeneration int 2 replicas int 3 updatedReplicas int 4 availableReplicas int 5 unavailableReplicas int 7 readyReplicas int
        DeploymentStrategy 1 type string 2 rollingUpdate RollingUpdate
        RollingUpdate 1 maxUnavailable intOrString 2 maxSurge intOrString
        LabelSelector 1 matchLabels map:string
        PodTemplate 1 metadata ObjectMeta 2 spec PodSpec
        PodSpec 2 containers Container* 3 restartPolicy string 4 terminationGracePeriodSeconds int? 6 dnsPolicy string 7 nodeSelector map:string 8 serviceAccountName string 9 serviceAccount string 10 nodeName string 11 hostNetwork bool 12 hostPID bool 13 hostIPC bool 14 securityContext PodSecurity 15 imagePullSecrets LocalReference* 16 hostname string 17 subdomain string 19 schedulerName string 20 initContainers Container* 21 automountServiceAccountToken bool? 24 priorityClassName string 27 shareProcessNamespace bool? 30 enableServiceLinks bool?
        PodSecurity 2 runAsUser int? 3 runAsNonRoot bool? 5 fsGroup int? 6 runAsGroup int?
        Container 1 name string 2 image string 3 command string* 4 args string* 5 workingDir string 6 ports ContainerPort* 7 env EnvVar* 8 resources Resources 13 terminationMessagePath string 14 imagePullPolicy string 16 stdin bool 17 stdinOnce bool 18 tty bool 20 terminationMessagePolicy string
        ContainerPort 1 name string 2 hostPort int 3 containerPort int 4 protocol string 5 hostIP string
        EnvVar 1 name string 2 value string
        Resources 1 limits map:quantity 2 requests map:quantity
        DeleteOptions 1 gracePeriodSeconds int? 2 preconditions Preconditions 3 orphanDependents bool? 4 propagationPolicy string 5 dryRun string*
        Preconditions 1 uid string 2 resourceVersion string
        """
}

extension ProtobufMessages.Field {
    fileprivate init(name: String, written: String) {
        var text = Substring(written)
        self.init(name: name, type: .string)
        isList = text.hasSuffix("*")
        keepsZero = text.hasSuffix("?")
        if isList || keepsZero { text = text.dropLast() }
        type = ProtobufMessages.FieldType(String(text))
    }
}

extension ProtobufMessages.FieldType {
    fileprivate init(_ word: String) {
        switch word {
        case "string": self = .string
        case "bytes": self = .bytes
        case "int": self = .integer
        case "bool": self = .boolean
        case "time": self = .time
        case "quantity": self = .quantity
        case "intOrString": self = .intOrString
        case let word where word.hasPrefix("map:"): self = .map(Self(String(word.dropFirst(4))))
        default: self = .message(word)
        }
    }
}
