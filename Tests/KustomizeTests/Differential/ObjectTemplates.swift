/// Objects from which samples are taken: `$…` stands for a random value, see `ObjectSampler`.
enum ObjectTemplates {
    static let workloads = [
        "Deployment apps/v1", "StatefulSet apps/v1", "DaemonSet apps/v1", "ReplicaSet apps/v1", "Job batch/v1",
    ].map { name in
        let words = name.split(separator: " ")
        return """
            apiVersion: \(words[1])
            kind: \(words[0])
            metadata: $metadata
            spec:
              replicas: $count
              serviceName: $name
              selector: {matchLabels: {app: $name}}
              strategy: {type: RollingUpdate, rollingUpdate: {maxSurge: 25%}}
              template:
                metadata: {labels: {app: $name}, annotations: {$key: $text}}
                spec: $pod
              volumeClaimTemplates:
              - metadata: {name: data}
                spec: {accessModes: [ReadWriteOnce], storageClassName: $name, resources: {requests: {storage: 1Gi}}}
            """
    }

    static let pod = """
        serviceAccountName: $name
        priorityClassName: $name
        imagePullSecrets: [{name: $name}]
        nodeSelector: {$key: $text}
        tolerations: [{key: $key, operator: Exists, effect: NoSchedule}]
        hostAliases: [{ip: 10.0.0.1, hostnames: [a, b]}]
        topologySpreadConstraints:
        - {maxSkew: 1, topologyKey: zone, whenUnsatisfiable: DoNotSchedule, labelSelector: {matchLabels: {app: $name}}}
        affinity:
          podAntiAffinity:
            preferredDuringSchedulingIgnoredDuringExecution:
            - weight: 100
              podAffinityTerm: {topologyKey: host, labelSelector: {matchLabels: {app: $name}}}
        initContainers: [$container]
        containers: [$container, $container]
        volumes:
        - {name: a, configMap: {name: $name, items: [{key: $key, path: $word}]}}
        - {name: b, secret: {secretName: $name, defaultMode: 0420}}
        - {name: c, persistentVolumeClaim: {claimName: $name}}
        - {name: d, emptyDir: {}}
        - {name: e, projected: {sources: [{configMap: {name: $name}}, {secret: {name: $name}}]}}
        """

    static let container = """
        name: $word
        image: $image
        command: [$text, $text]
        args: [$text, $text, $text]
        env:
        - {name: A, value: $text}
        - {name: B, valueFrom: {configMapKeyRef: {name: $name, key: $key}}}
        - {name: C, valueFrom: {secretKeyRef: {name: $name, key: $key, optional: true}}}
        - {name: D, value: "$(A)-$(NAME)"}
        envFrom: [{configMapRef: {name: $name}}, {secretRef: {name: $name}}]
        ports:
        - {containerPort: 80, name: http, protocol: TCP}
        - {containerPort: 53, name: dns, protocol: UDP}
        - {containerPort: 53, name: dns-tcp, protocol: TCP}
        resources: {limits: {cpu: 100m, memory: 1Gi}, requests: {cpu: 0.5}}
        volumeMounts: [{name: a, mountPath: /a}, {name: b, mountPath: /b, readOnly: true}]
        livenessProbe: {httpGet: {path: /, port: http}, periodSeconds: $count}
        securityContext: {runAsUser: $count, capabilities: {drop: [ALL]}}
        """

    static let others = core + policies + custom

    private static let core = [
        "{apiVersion: v1, kind: Pod, metadata: $metadata, spec: $pod}",
        """
        apiVersion: batch/v1
        kind: CronJob
        metadata: $metadata
        spec: {schedule: "*/5 * * * *", suspend: $bool, jobTemplate: {spec: {template: {metadata: {labels: {app: $name}}, spec: $pod}}}}
        """,
        """
        apiVersion: v1
        kind: Service
        metadata: $metadata
        spec:
          type: ClusterIP
          clusterIP: None
          selector: {app: $name}
          ports: [{name: http, port: 80, protocol: TCP, targetPort: 8080}, {name: dns, port: 53, protocol: UDP}]
        """,
        "{apiVersion: v1, kind: ConfigMap, metadata: $metadata, data: {$key: $text, $word: $text, c.yaml: $text, d: $scalar}, binaryData: {b: AAEC}}",
        "{apiVersion: v1, kind: ConfigMap, metadata: $metadata, data: {$key: $text, $key2: $text, e: $text}, immutable: $bool}",
        "{apiVersion: v1, kind: Secret, metadata: $metadata, type: Opaque, data: {$key: YQ==}, stringData: {$word: $text, d: $text}}",
        "{apiVersion: v1, kind: ServiceAccount, metadata: $metadata, secrets: [{name: $name}], imagePullSecrets: [{name: $name}], automountServiceAccountToken: $bool}",
        "{apiVersion: v1, kind: PersistentVolumeClaim, metadata: $metadata, spec: {accessModes: [ReadWriteOnce], storageClassName: $name, volumeName: $name, resources: {requests: {storage: 1Gi}}}}",
        "{apiVersion: v1, kind: PersistentVolume, metadata: $metadata, spec: {capacity: {storage: 1Gi}, accessModes: [ReadWriteOnce], storageClassName: $name, azureFile: {secretName: $name}}}",
        "{apiVersion: v1, kind: Namespace, metadata: $metadata}",
        "{apiVersion: v1, kind: Endpoints, metadata: $metadata, subsets: [{addresses: [{ip: 1.2.3.4}], ports: [{port: 80}]}]}",
        "{apiVersion: v1, kind: LimitRange, metadata: $metadata, spec: {limits: [{type: Pod, max: {cpu: 1}}]}}",
        "{apiVersion: v1, kind: ResourceQuota, metadata: $metadata, spec: {hard: {pods: 10}}}",
    ]

    private static let policies = [
        """
        apiVersion: networking.k8s.io/v1
        kind: Ingress
        metadata: $metadata
        spec:
          ingressClassName: $name
          defaultBackend: {service: {name: $name, port: {number: 80}}}
          tls: [{hosts: [a.example], secretName: $name}]
          rules:
          - host: a.example
            http: {paths: [{path: /, pathType: Prefix, backend: {service: {name: $name, port: {name: http}}}}]}
        """,
        "{apiVersion: rbac.authorization.k8s.io/v1, kind: Role, metadata: $metadata, rules: [{apiGroups: [\"\"], resources: [pods, configmaps], verbs: [get, \"*\"], resourceNames: [$name]}]}",
        "{apiVersion: rbac.authorization.k8s.io/v1, kind: ClusterRole, metadata: $metadata, aggregationRule: {clusterRoleSelectors: [{matchLabels: {a: $text}}]}, rules: [{apiGroups: [apps], resources: [x], verbs: [y], resourceNames: [$name]}]}",
        "{apiVersion: rbac.authorization.k8s.io/v1, kind: RoleBinding, metadata: $metadata, roleRef: {apiGroup: rbac.authorization.k8s.io, kind: $role, name: $name}, subjects: [{kind: ServiceAccount, name: $name, namespace: $namespace}, {kind: ServiceAccount, name: default}, {kind: User, name: u, apiGroup: rbac.authorization.k8s.io}]}",
        "{apiVersion: rbac.authorization.k8s.io/v1, kind: ClusterRoleBinding, metadata: $metadata, roleRef: {apiGroup: rbac.authorization.k8s.io, kind: ClusterRole, name: $name}, subjects: [{kind: ServiceAccount, name: $name, namespace: $namespace}, {kind: ServiceAccount, name: default, namespace: $namespace}]}",
        "{apiVersion: networking.k8s.io/v1, kind: NetworkPolicy, metadata: $metadata, spec: {podSelector: {matchLabels: {app: $name}}, ingress: [{from: [{podSelector: {matchLabels: {app: $name}}}, {ipBlock: {cidr: 10.0.0.0/8}}], ports: [{port: 80, protocol: TCP}]}], policyTypes: [Ingress]}}",
        "{apiVersion: autoscaling/v2, kind: HorizontalPodAutoscaler, metadata: $metadata, spec: {scaleTargetRef: {apiVersion: apps/v1, kind: $workload, name: $name}, minReplicas: 1, maxReplicas: $count, metrics: [{type: Resource, resource: {name: cpu, target: {type: Utilization, averageUtilization: 50}}}]}}",
        "{apiVersion: policy/v1, kind: PodDisruptionBudget, metadata: $metadata, spec: {minAvailable: 50%, selector: {matchLabels: {app: $name}}}}",
        "{apiVersion: storage.k8s.io/v1, kind: StorageClass, metadata: $metadata, provisioner: x.example/y, parameters: {secretName: $name, type: $text}, reclaimPolicy: Retain}",
        "{apiVersion: scheduling.k8s.io/v1, kind: PriorityClass, metadata: $metadata, value: 1000000, globalDefault: false, description: $long}",
        "{apiVersion: networking.k8s.io/v1, kind: IngressClass, metadata: $metadata, spec: {controller: x.example/y}}",
        "{apiVersion: admissionregistration.k8s.io/v1, kind: ValidatingWebhookConfiguration, metadata: $metadata, webhooks: [{name: a.example.com, clientConfig: {service: {name: $name, namespace: $namespace, path: /v}, caBundle: Cg==}, rules: [{apiGroups: [apps], operations: [CREATE]}], sideEffects: None}]}",
        "{apiVersion: admissionregistration.k8s.io/v1, kind: MutatingWebhookConfiguration, metadata: $metadata, webhooks: [{name: a.example.com, clientConfig: {service: {name: $name, namespace: $namespace}}}, {name: b.example.com, clientConfig: {url: \"https://x\"}}]}",
        "{apiVersion: apiregistration.k8s.io/v1, kind: APIService, metadata: $metadata, spec: {group: a.b, version: v1, groupPriorityMinimum: 100, service: {name: $name, namespace: $namespace}}}",
    ]

    private static let custom = [
        "{apiVersion: networking.istio.io/v1, kind: VirtualService, metadata: $metadata, spec: {hosts: [$name, \"*\"], gateways: [$name], http: [{match: [{uri: {prefix: /a}}], route: [{destination: {host: $name, subset: v1, port: {number: 80}}, weight: 90}, {destination: {host: $name}, weight: 10}], timeout: 10s}]}}",
        "{apiVersion: networking.istio.io/v1beta1, kind: DestinationRule, metadata: $metadata, spec: {host: $name, trafficPolicy: {loadBalancer: {simple: ROUND_ROBIN}}, subsets: [{name: v1, labels: {version: v1}}]}}",
        "{apiVersion: networking.istio.io/v1, kind: Gateway, metadata: $metadata, spec: {selector: {istio: ingressgateway}, servers: [{port: {number: 443, name: https, protocol: HTTPS}, tls: {mode: SIMPLE, credentialName: $name}, hosts: [\"*.example.com\"]}]}}",
        "{apiVersion: security.istio.io/v1, kind: AuthorizationPolicy, metadata: $metadata, spec: {selector: {matchLabels: {app: $name}}, action: ALLOW, rules: [{from: [{source: {principals: [$text]}}], to: [{operation: {methods: [GET]}}]}]}}",
        "{apiVersion: argoproj.io/v1alpha1, kind: Application, metadata: $metadata, spec: {project: default, source: {repoURL: \"https://x.example/r.git\", targetRevision: $text, path: $text, helm: {values: $text, parameters: [{name: a, value: $text}]}}, destination: {server: $text, namespace: $namespace}, syncPolicy: {automated: {}}}}",
        "{apiVersion: argoproj.io/v1alpha1, kind: Rollout, metadata: $metadata, spec: {replicas: $count, selector: {matchLabels: {app: $name}}, strategy: {canary: {steps: [{setWeight: 20}, {pause: {}}]}}, template: {metadata: {labels: {app: $name}}, spec: $pod}}}",
        "{apiVersion: kustomize.toolkit.fluxcd.io/v1, kind: Kustomization, metadata: $metadata, spec: {interval: 10m, path: ./x, prune: true, sourceRef: {kind: GitRepository, name: $name}, postBuild: {substitute: {$key: $text}}}}",
        "{apiVersion: helm.toolkit.fluxcd.io/v2, kind: HelmRelease, metadata: $metadata, spec: {chart: {spec: {chart: x, version: $text}}, values: {a: $scalar, b: [$scalar, $scalar], $key: $scalar, c: {d: $scalar}}}}",
        "{apiVersion: cert-manager.io/v1, kind: Certificate, metadata: $metadata, spec: {secretName: $name, dnsNames: [$text], issuerRef: {name: $name, kind: Issuer}, duration: 2160h}}",
        "{apiVersion: monitoring.coreos.com/v1, kind: PrometheusRule, metadata: $metadata, spec: {groups: [{name: $text, rules: [{alert: $word, expr: $long, for: 5m, annotations: {description: $long}}]}]}}",
        "{apiVersion: example.com/v1, kind: Thing, metadata: $metadata, spec: {a: $scalar, b: $scalar, c: $scalar, list: [$scalar, $text], $key: $scalar, containers: [{name: x, image: $image}], empty: {}, none: [], nested: [[$scalar], [{x: $scalar}]]}}",
        "{apiVersion: example.com/v1, kind: Thing, metadata: $metadata, spec: {a: $text, b: $long, c: $text, $key: $text, $key2: $text, d: {e: {f: {g: $long, h: [$long, $text]}}}}}",
        """
        apiVersion: apiextensions.k8s.io/v1
        kind: CustomResourceDefinition
        metadata: $metadata
        spec:
          group: example.com
          scope: Namespaced
          names: {kind: Thing, plural: things}
          versions:
          - name: v1
            served: true
            schema:
              openAPIV3Schema:
                type: object
                description: $long
                properties: {spec: {type: object, description: $long, properties: {a: {type: string, description: $text, default: $scalar, enum: [$text, "yes"]}}}}
        """,
    ]
}
