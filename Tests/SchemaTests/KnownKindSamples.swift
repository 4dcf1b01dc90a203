enum KnownKindSamples {
    static let right = [
        """
        apiVersion: kustomize.toolkit.fluxcd.io/v1
        kind: Kustomization
        metadata: {name: apps}
        spec:
          interval: 10m0s
          prune: true
          sourceRef: {kind: GitRepository, name: apps}
          dependsOn: [{name: infra, readyExpr: "true"}]
          healthChecks: [{apiVersion: apps/v1, kind: Deployment, name: web, namespace: web}]
          patches: [{patch: "- op: add", target: {kind: Deployment}}]
          postBuild: {substitute: {A: b}, substituteFrom: [{kind: Secret, name: s, optional: true}]}
        """,
        """
        apiVersion: kustomize.toolkit.fluxcd.io/v1beta2
        kind: Kustomization
        metadata: {name: apps}
        spec:
          interval: 1h
          prune: false
          sourceRef: {kind: Bucket, name: apps}
          validation: client
          patchesStrategicMerge: [{kind: Deployment, spec: {replicas: 1}}]
        """,
        """
        apiVersion: helm.toolkit.fluxcd.io/v2
        kind: HelmRelease
        metadata: {name: web}
        spec:
          interval: 5m
          chart: {spec: {chart: web, version: ">=1", sourceRef: {kind: HelmRepository, name: web}}}
          install: {remediation: {retries: 3}, strategy: {name: RetryOnFailure}}
          values: {any: {thing: [1, two]}}
        """,
        """
        apiVersion: flagger.app/v1beta1
        kind: Canary
        metadata: {name: web}
        spec:
          targetRef: {apiVersion: apps/v1, kind: Deployment, name: web}
          service: {port: 80, targetPort: http, trafficPolicy: {tls: {mode: ISTIO_MUTUAL}}}
          analysis:
            interval: 1m
            threshold: 5
            iterations: 10
            metrics: [{name: request-success-rate, thresholdRange: {min: 99.5}}]
        """,
        """
        apiVersion: argoproj.io/v1alpha1
        kind: ApplicationSet
        metadata: {name: all}
        spec:
          generators:
          - matrix: {generators: [{list: {elements: [{a: b}]}}, {git: {repoURL: u, revision: main, files: [{path: p}]}}]}
          template:
            metadata: {name: "{{a}}"}
            spec: {project: default, source: {repoURL: u, path: p}, destination: {name: here, namespace: web}}
        """,
        """
        apiVersion: argoproj.io/v1alpha1
        kind: AppProject
        metadata: {name: mesh}
        spec:
          sourceRepos: ["*"]
          destinations: [{server: "*", namespace: istio-system}]
          clusterResourceWhitelist: [{group: "*", kind: "*"}]
        """,
        """
        apiVersion: argoproj.io/v1alpha1
        kind: Rollout
        metadata: {name: web}
        spec:
          selector: {matchLabels: {app: web}}
          template: {metadata: {labels: {app: web}}, spec: {containers: [{name: web, image: web}]}}
          strategy:
            canary:
              steps: [{setWeight: 10}, {pause: {duration: 1h}}, {pause: {}}]
              trafficRouting: {istio: {virtualService: {name: web, routes: [http]}}}
        """,
        """
        apiVersion: argoproj.io/v1alpha1
        kind: AnalysisTemplate
        metadata: {name: rate}
        spec:
          args: [{name: service}]
          metrics: [{name: a, interval: 30s, count: "{{args.n}}", provider: {web: {url: u, jsonBody: {a: 1}}}}]
        """,
        """
        apiVersion: bitnami.com/v1alpha1
        kind: SealedSecret
        metadata: {name: tls}
        spec: {encryptedData: {tls.crt: AgA}, template: {type: kubernetes.io/tls, metadata: {creationTimestamp: null}}}
        """,
        """
        apiVersion: external-secrets.io/v1beta1
        kind: ClusterSecretStore
        metadata: {name: vault}
        spec: {provider: {vault: {server: "https://vault", auth: {tokenSecretRef: {name: t}}}}}
        """,
        """
        apiVersion: velero.io/v1
        kind: Schedule
        metadata: {name: daily}
        spec: {schedule: "@daily", template: {includedNamespaces: null, ttl: 720h, labelSelector: {matchLabels: {a: b}}}}
        """,
        """
        apiVersion: gateway.networking.k8s.io/v1
        kind: HTTPRoute
        metadata: {name: web}
        spec:
          parentRefs: [{name: gate}]
          rules:
          - matches: [{path: {type: PathPrefix, value: /}}]
            backendRefs: [{name: web, port: 80, weight: 90, filters: [{type: ExtensionRef}]}]
        """,
        """
        apiVersion: install.istio.io/v1alpha1
        kind: IstioOperator
        spec: {profile: ambient}
        """,
        """
        apiVersion: networking.k8s.io/v1
        kind: Ingress
        metadata: {name: web, annotations: null}
        spec:
          rules:
          - http: {paths: [{path: /, pathType: Prefix, backend: {service: {name: web, port: {number: 80}}}}]}
        """,
        """
        apiVersion: batch/v1
        kind: CronJob
        metadata: {name: daily, creationTimestamp: null}
        spec:
          schedule: 0 0 * * *
          jobTemplate:
            spec: {template: {spec: {restartPolicy: Never, containers: [{name: a, image: a, resources: {}}]}}}
        """,
        """
        apiVersion: rbac.authorization.k8s.io/v1
        kind: ClusterRoleBinding
        metadata: {name: a}
        roleRef: {apiGroup: rbac.authorization.k8s.io, kind: ClusterRole, name: a}
        subjects: [{kind: ServiceAccount, name: a, namespace: b}]
        """,
    ]

    static let wrong: [(String, [String])] = [
        (
            """
            apiVersion: kustomize.toolkit.fluxcd.io/v1
            kind: Kustomization
            metadata: {name: apps}
            spec:
              interval: 5 minutes
              sourceRef: {kind: Git, name: apps}
              validation: client
              healthCheck: []
            """,
            [
                "MST0203 spec.prune", "MST0205 spec.interval", "MST0204 spec.sourceRef.kind",
                "MST0224 spec.validation", "MST0201 spec.healthCheck",
            ]
        ),
        (
            """
            apiVersion: image.toolkit.fluxcd.io/v1beta1
            kind: ImageUpdateAutomation
            metadata: {name: a}
            spec: {interval: 5m, sourceRef: {name: a}, git: {commit: {author: {name: bot}}}}
            """, ["MST0203 spec.git.commit.author.email"]
        ),
        (
            """
            apiVersion: flagger.app/v1beta1
            kind: Canary
            metadata: {name: web}
            spec:
              targetRef: {kind: Deployment, name: web}
              service: {port: http}
              analysis: {interval: 1m, threshold: 5, stepWeigth: 5}
            """,
            [
                "MST0203 spec.targetRef.apiVersion", "MST0202 spec.service.port", "MST0201 spec.analysis.stepWeigth",
                "MST0207 spec.analysis",
            ]
        ),
        (
            """
            apiVersion: flagger.app/v1beta1
            kind: AlertProvider
            metadata: {name: chat}
            spec: {type: slack, address: "https://chat", secretRef: {name: chat}}
            """, ["MST0207 spec"]
        ),
        (
            """
            apiVersion: argoproj.io/v1alpha1
            kind: ApplicationSet
            metadata: {name: all}
            spec:
              generators: [{lists: {elements: []}}]
              template: {metadata: {name: a}, spec: {project: default, destination: {nmae: here}}}
            """, ["MST0201 spec.generators[0].lists", "MST0201 spec.template.spec.destination.nmae"]
        ),
        (
            """
            apiVersion: argoproj.io/v1alpha1
            kind: AppProject
            metadata: {name: mesh}
            spec: {sourceRepo: ["*"], clusterResourceWhitelist: [{kind: "*"}]}
            """, ["MST0201 spec.sourceRepo", "MST0203 spec.clusterResourceWhitelist[0].group"]
        ),
        (
            """
            apiVersion: argoproj.io/v1alpha1
            kind: Rollout
            metadata: {name: web}
            spec: {strategy: {canary: {steps: [{setWeight: "10"}]}, bluegreen: {}}}
            """, ["MST0202 spec.strategy.canary.steps[0].setWeight", "MST0201 spec.strategy.bluegreen"]
        ),
        (
            """
            apiVersion: bitnami.com/v1alpha1
            kind: SealedSecret
            metadata: {name: tls}
            spec: {encryptedData: {a: {b: c}}}
            """, ["MST0202 spec.encryptedData.a"]
        ),
        (
            """
            apiVersion: external-secrets.io/v1
            kind: ExternalSecret
            metadata: {name: tls}
            spec: {target: {creationPolicy: Mine}, data: [{secretKey: a b, remoteRef: {}}]}
            """,
            [
                "MST0204 spec.target.creationPolicy", "MST0205 spec.data[0].secretKey",
                "MST0203 spec.data[0].remoteRef.key",
            ]
        ),
        (
            """
            apiVersion: velero.io/v1
            kind: BackupStorageLocation
            metadata: {name: default}
            spec: {provider: aws, objectStorage: {prefix: a}, accessMode: ReadWriteOnce}
            """, ["MST0203 spec.objectStorage.bucket", "MST0204 spec.accessMode"]
        ),
        (
            """
            apiVersion: gateway.networking.k8s.io/v1
            kind: Gateway
            metadata: {name: gate}
            spec: {gatewayClassName: istio, listeners: [{name: http, port: 70000, protocol: HTTP, host: a}]}
            """, ["MST0205 spec.listeners[0].port", "MST0201 spec.listeners[0].host"]
        ),
        (
            """
            apiVersion: apps/v1
            kind: StatefulSet
            metadata: {name: db}
            spec:
              selector: {matchLabels: {app: db}}
              template: {spec: {containers: [{image: db, ports: [{containerPort: "80"}]}]}}
            """,
            [
                "MST0203 spec.template.spec.containers[0].name",
                "MST0202 spec.template.spec.containers[0].ports[0].containerPort",
            ]
        ),
        (
            """
            apiVersion: networking.k8s.io/v1
            kind: NetworkPolicy
            metadata: {name: deny}
            spec: {podSelector: {}, ingress: [{from: [{podSelectors: {}}]}]}
            """, ["MST0201 spec.ingress[0].from[0].podSelectors"]
        ),
    ]
}
