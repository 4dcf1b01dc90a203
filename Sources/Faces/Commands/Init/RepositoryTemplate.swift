// Made by scripts/init-templates from Examples; changes belong there.

/// The files of a new repository, by their paths.
enum RepositoryTemplate {
    static let files: [(path: String, text: String)] = [
        (
            ".github/workflows/validate.yml",
            ##"""
            # Every pull request is checked before it reaches a cluster.
            name: Validate

            on:
              pull_request:
              push:
                branches:
                  - main

            permissions:
              contents: read

            jobs:
              validate:
                runs-on: ubuntu-latest
                steps:
                  - uses: actions/checkout@v4
                    with:
                      path: repository

                  # The variable MAINSTAY_REPOSITORY, of this repository or its organisation, says where Mainstay comes from:
                  # OWNER/NAME. Its action takes the program of the newest release, or the one that is on PATH.
                  - uses: actions/checkout@v4
                    with:
                      repository: ${{ vars.MAINSTAY_REPOSITORY }}
                      path: mainstay

                  - uses: ./mainstay
                    with:
                      repository: ${{ vars.MAINSTAY_REPOSITORY }}
                      working-directory: repository
                      format-check: "true"

                  - name: Test the policies
                    working-directory: repository
                    run: mainstay policy test policies/rego

            """##
        ),
        (
            ".gitignore",
            ##"""
            # What checks write.
            /mainstay.sarif
            /mainstay-junit.xml
            /gl-code-quality-report.json

            # Secrets belong to a cluster or a vault, never in here.
            *.key
            *.pem
            .env

            .DS_Store
            *.swp

            """##
        ),
        (
            ".gitlab-ci.yml",
            ##"""
            # Every merge request is checked before it reaches a cluster.
            validate:
              stage: test
              # The variable MAINSTAY_IMAGE, of this project or its group, names an image that has mainstay and git.
              image: $MAINSTAY_IMAGE
              rules:
                - if: $CI_PIPELINE_SOURCE == "merge_request_event"
                - if: $CI_COMMIT_BRANCH == $CI_DEFAULT_BRANCH
              script:
                - mainstay fmt --check
                - mainstay policy test policies/rego
                - mainstay validate --report gitlab=gl-code-quality-report.json --report junit=mainstay-junit.xml
              artifacts:
                when: always
                reports:
                  codequality: gl-code-quality-report.json
                  junit: mainstay-junit.xml

            """##
        ),
        (
            ".pre-commit-config.yaml",
            ##"""
            # `pre-commit install` runs these before each commit. They use the mainstay that is on PATH.
            repos:
              - repo: local
                hooks:
                  - id: mainstay-fmt
                    name: mainstay fmt
                    entry: mainstay fmt
                    language: system
                    types:
                      - yaml
                  - id: mainstay-lint
                    name: mainstay lint
                    entry: mainstay lint
                    language: system
                    types:
                      - yaml
                  - id: mainstay-validate
                    name: mainstay validate
                    entry: mainstay validate
                    language: system
                    # A file can break others: the repository is looked at as a whole.
                    pass_filenames: false
                    types:
                      - yaml

            """##
        ),
        (
            ".yamllint.yaml",
            ##"""
            # How YAML is written here: what `mainstay fmt` makes of it. `mainstay lint` reads this file, and so does yamllint.
            extends: default

            yaml-files:
              - "*.yaml"
              - "*.yml"

            rules:
              document-start: disable
              line-length: disable
              # A comment at the end of a block may stand left of what is above it and right of what is below.
              comments-indentation: disable
              comments:
                require-starting-space: false
                min-spaces-from-content: 1
              indentation:
                spaces: 2
                indent-sequences: true
              truthy:
                # "on" is a key in workflows.
                check-keys: false

            """##
        ),
        (
            "README.md",
            ##"""
            # Istio configuration of shop

            What Istio does for `shop.example.com`, kept in Git, for development, staging and production. A change is a pull request; what is on the
            main branch is what runs.

            ```
            base/            what every environment has: the gateway, mutual TLS, deny by default, the access log
            applications/    what belongs to one application: its Service, routes, subsets, and who may call it
            policies/        rules that belong to no application: whose tokens count, and what needs one
              rego/            what every change is held to, each with its tests
            overlays/        one folder an environment: namespace, and what differs there as patches
            argocd/          one Application an environment; each deploys its overlay
            mainstay.yaml    what `mainstay validate` does here
            ```

            ## Begin

            The three applications are examples: `api-service` is a canary by weights, `web-app` is blue-green, `frontend` calls a host outside of
            the mesh. Rename them, or copy the one that is nearest. Then look at these:

            - `argocd/applications/`: `repoURL` must be the address of this repository.
            - `base/gateways/`: the gateway's proxies and the TLS Secrets `shop-tls` and `shop-staging-tls` are deployed elsewhere.
            - `policies/people.yaml`: the issuer of your tokens.
            - `policies/rego/exceptions.yaml`: what the policies let pass, and why.

            ## Before you commit

            ```sh
            mainstay fmt                                # one form for all files
            mainstay validate                           # everything that can be known before a cluster
            mainstay build overlays/production          # what would be applied
            mainstay policy test policies/rego          # the policies' own tests
            ```

            """##
        ),
        (
            "applications/api-service/authorization-policy.yaml",
            ##"""
            # The frontend and the web app may call the API. Who may see /admin is said in policies/.
            apiVersion: security.istio.io/v1
            kind: AuthorizationPolicy
            metadata:
              name: api-service
            spec:
              selector:
                matchLabels:
                  app: api-service
              action: ALLOW
              rules:
                - from:
                    - source:
                        # Without a namespace in front: service accounts of the policy's own namespace.
                        serviceAccounts:
                          - frontend
                          - web-app
                  to:
                    - operation:
                        methods:
                          - GET
                          - POST
                          - PUT
                          - DELETE

            """##
        ),
        (
            "applications/api-service/destination-rule.yaml",
            ##"""
            # The two versions of the API as subsets. Wave 1: a route must never name a subset that is not there yet.
            apiVersion: networking.istio.io/v1
            kind: DestinationRule
            metadata:
              name: api-service
              annotations:
                argocd.argoproj.io/sync-wave: "1"
            spec:
              host: api-service
              trafficPolicy:
                loadBalancer:
                  simple: LEAST_REQUEST
                connectionPool:
                  tcp:
                    maxConnections: 100
                  http:
                    http1MaxPendingRequests: 100
                    http2MaxRequests: 1000
                outlierDetection:
                  consecutive5xxErrors: 5
                  interval: 10s
                  baseEjectionTime: 30s
              subsets:
                - name: v1
                  labels:
                    version: v1
                - name: v2
                  labels:
                    version: v2

            """##
        ),
        (
            "applications/api-service/kustomization.yaml",
            ##"""
            apiVersion: kustomize.config.k8s.io/v1beta1
            kind: Kustomization

            resources:
              - service.yaml
              - destination-rule.yaml
              - virtual-service.yaml
              - authorization-policy.yaml

            labels:
              - pairs:
                  app.kubernetes.io/name: api-service
                  app.kubernetes.io/part-of: shop
                  app.kubernetes.io/managed-by: mainstay

            """##
        ),
        (
            "applications/api-service/service.yaml",
            ##"""
            # The host "api-service" that routes name. The workloads themselves are deployed elsewhere.
            apiVersion: v1
            kind: Service
            metadata:
              name: api-service
            spec:
              selector:
                app: api-service
              ports:
                - name: http
                  port: 80
                  targetPort: 8080

            """##
        ),
        (
            "applications/api-service/virtual-service.yaml",
            ##"""
            # A canary by hand: one request in ten goes to v2, and testers go there always.
            # Each environment sets its own weights, see overlays/*/patches/api-service-weights.yaml.
            apiVersion: networking.istio.io/v1
            kind: VirtualService
            metadata:
              name: api-service
              annotations:
                argocd.argoproj.io/sync-wave: "2"
            spec:
              hosts:
                - api-service
              http:
                - name: testers
                  match:
                    - headers:
                        x-canary:
                          exact: "true"
                  timeout: 5s
                  route:
                    - destination:
                        host: api-service
                        subset: v2
                - name: split
                  timeout: 5s
                  retries:
                    attempts: 2
                    perTryTimeout: 2s
                    retryOn: connect-failure,refused-stream,503
                  route:
                    - destination:
                        host: api-service
                        subset: v1
                      weight: 90
                    - destination:
                        host: api-service
                        subset: v2
                      weight: 10

            """##
        ),
        (
            "applications/frontend/authorization-policy.yaml",
            ##"""
            # The ingress gateway may call frontend, and nobody else.
            apiVersion: security.istio.io/v1
            kind: AuthorizationPolicy
            metadata:
              name: frontend
            spec:
              selector:
                matchLabels:
                  app: frontend
              action: ALLOW
              rules:
                - from:
                    - source:
                        serviceAccounts:
                          - istio-system/istio-ingressgateway-service-account

            """##
        ),
        (
            "applications/frontend/destination-rule.yaml",
            ##"""
            # How the frontend's workloads are called. Wave 1: before the routes that use it.
            apiVersion: networking.istio.io/v1
            kind: DestinationRule
            metadata:
              name: frontend
              annotations:
                argocd.argoproj.io/sync-wave: "1"
            spec:
              host: frontend
              trafficPolicy:
                loadBalancer:
                  simple: LEAST_REQUEST
                connectionPool:
                  tcp:
                    maxConnections: 100
                  http:
                    h2UpgradePolicy: UPGRADE
                outlierDetection:
                  consecutive5xxErrors: 5
                  interval: 10s
                  baseEjectionTime: 30s
                  maxEjectionPercent: 50

            """##
        ),
        (
            "applications/frontend/kustomization.yaml",
            ##"""
            apiVersion: kustomize.config.k8s.io/v1beta1
            kind: Kustomization

            resources:
              - service.yaml
              - service-entry.yaml
              - destination-rule.yaml
              - virtual-service.yaml
              - authorization-policy.yaml

            labels:
              - pairs:
                  app.kubernetes.io/name: frontend
                  app.kubernetes.io/part-of: shop
                  app.kubernetes.io/managed-by: mainstay

            """##
        ),
        (
            "applications/frontend/service-entry.yaml",
            ##"""
            # The payment provider, outside of the mesh: a host that the frontend may name.
            apiVersion: networking.istio.io/v1
            kind: ServiceEntry
            metadata:
              name: payments
            spec:
              hosts:
                - payments.example.net
              location: MESH_EXTERNAL
              resolution: DNS
              exportTo:
                - "."
              ports:
                - name: tls
                  number: 443
                  protocol: TLS

            """##
        ),
        (
            "applications/frontend/service.yaml",
            ##"""
            # The host "frontend" that routes name. The workloads themselves are deployed elsewhere.
            apiVersion: v1
            kind: Service
            metadata:
              name: frontend
            spec:
              selector:
                app: frontend
              ports:
                - name: http
                  port: 80
                  targetPort: 8080

            """##
        ),
        (
            "applications/frontend/virtual-service.yaml",
            ##"""
            # From the door to the frontend. Wave 2: after the DestinationRule.
            apiVersion: networking.istio.io/v1
            kind: VirtualService
            metadata:
              name: frontend
              annotations:
                argocd.argoproj.io/sync-wave: "2"
            spec:
              hosts:
                - shop.example.com
              gateways:
                - shop
              http:
                - name: all
                  timeout: 10s
                  retries:
                    attempts: 2
                    perTryTimeout: 3s
                    retryOn: connect-failure,refused-stream,503
                  route:
                    - destination:
                        host: frontend
                        port:
                          number: 80

            """##
        ),
        (
            "applications/kustomization.yaml",
            ##"""
            apiVersion: kustomize.config.k8s.io/v1beta1
            kind: Kustomization

            resources:
              - api-service
              - frontend
              - web-app

            """##
        ),
        (
            "applications/web-app/authorization-policy.yaml",
            ##"""
            # The ingress gateway may call web-app, and nobody else.
            apiVersion: security.istio.io/v1
            kind: AuthorizationPolicy
            metadata:
              name: web-app
            spec:
              selector:
                matchLabels:
                  app: web-app
              action: ALLOW
              rules:
                - from:
                    - source:
                        serviceAccounts:
                          - istio-system/istio-ingressgateway-service-account

            """##
        ),
        (
            "applications/web-app/destination-rule.yaml",
            ##"""
            # Two complete deployments: blue takes the requests, green waits.
            apiVersion: networking.istio.io/v1
            kind: DestinationRule
            metadata:
              name: web-app
              annotations:
                argocd.argoproj.io/sync-wave: "1"
            spec:
              host: web-app
              trafficPolicy:
                loadBalancer:
                  simple: LEAST_REQUEST
              subsets:
                - name: blue
                  labels:
                    deployment: blue
                - name: green
                  labels:
                    deployment: green

            """##
        ),
        (
            "applications/web-app/kustomization.yaml",
            ##"""
            apiVersion: kustomize.config.k8s.io/v1beta1
            kind: Kustomization

            resources:
              - service.yaml
              - destination-rule.yaml
              - virtual-service.yaml
              - authorization-policy.yaml

            labels:
              - pairs:
                  app.kubernetes.io/name: web-app
                  app.kubernetes.io/part-of: shop
                  app.kubernetes.io/managed-by: mainstay

            """##
        ),
        (
            "applications/web-app/service.yaml",
            ##"""
            # The host "web-app" that routes name. The workloads themselves are deployed elsewhere.
            apiVersion: v1
            kind: Service
            metadata:
              name: web-app
            spec:
              selector:
                app: web-app
              ports:
                - name: http
                  port: 80
                  targetPort: 8080

            """##
        ),
        (
            "applications/web-app/virtual-service.yaml",
            ##"""
            # Blue-green: a request with "x-preview: true" sees green, all others see blue.
            # To switch, name the other subset in the last route.
            apiVersion: networking.istio.io/v1
            kind: VirtualService
            metadata:
              name: web-app
              annotations:
                argocd.argoproj.io/sync-wave: "2"
            spec:
              hosts:
                - account.shop.example.com
              gateways:
                - shop
              http:
                - name: preview
                  match:
                    - headers:
                        x-preview:
                          exact: "true"
                  timeout: 10s
                  route:
                    - destination:
                        host: web-app
                        subset: green
                - name: live
                  timeout: 10s
                  retries:
                    attempts: 2
                    perTryTimeout: 3s
                    retryOn: connect-failure,refused-stream,503
                  route:
                    - destination:
                        host: web-app
                        subset: blue

            """##
        ),
        (
            "argocd/applications/development.yaml",
            ##"""
            apiVersion: argoproj.io/v1alpha1
            kind: Application
            metadata:
              name: development
              namespace: argocd
            spec:
              project: default
              source:
                repoURL: https://git.example.com/platform/istio-config.git
                targetRevision: HEAD
                path: overlays/development
              destination:
                server: https://kubernetes.default.svc
                namespace: shop-development
              syncPolicy:
                automated:
                  prune: true
                  selfHeal: true
                syncOptions:
                  - ServerSideApply=true

            """##
        ),
        (
            "argocd/applications/production.yaml",
            ##"""
            apiVersion: argoproj.io/v1alpha1
            kind: Application
            metadata:
              name: production
              namespace: argocd
              # Deleting this Application deletes what it deployed.
              finalizers:
                - resources-finalizer.argocd.argoproj.io
            spec:
              project: default
              source:
                repoURL: https://git.example.com/platform/istio-config.git
                targetRevision: HEAD
                path: overlays/production
              destination:
                server: https://kubernetes.default.svc
                namespace: shop-production
              syncPolicy:
                automated:
                  prune: true
                  selfHeal: true
                syncOptions:
                  - ServerSideApply=true

            """##
        ),
        (
            "argocd/applications/staging.yaml",
            ##"""
            apiVersion: argoproj.io/v1alpha1
            kind: Application
            metadata:
              name: staging
              namespace: argocd
            spec:
              project: default
              source:
                repoURL: https://git.example.com/platform/istio-config.git
                targetRevision: HEAD
                path: overlays/staging
              destination:
                server: https://kubernetes.default.svc
                namespace: shop-staging
              syncPolicy:
                automated:
                  prune: true
                  selfHeal: true
                syncOptions:
                  - ServerSideApply=true

            """##
        ),
        (
            "base/authorization/deny-by-default.yaml",
            ##"""
            # A policy with no rules allows nothing. Each application adds who may call it.
            apiVersion: security.istio.io/v1
            kind: AuthorizationPolicy
            metadata:
              name: deny-by-default
            spec: {}

            """##
        ),
        (
            "base/authorization/mutual-tls.yaml",
            ##"""
            # Workloads talk to each other with mutual TLS and nothing else.
            apiVersion: security.istio.io/v1
            kind: PeerAuthentication
            metadata:
              name: default
            spec:
              mtls:
                mode: STRICT

            """##
        ),
        (
            "base/gateways/shop.yaml",
            ##"""
            # The door for requests from outside. The proxies that carry it out run in istio-system; HTTP is sent on to HTTPS.
            apiVersion: networking.istio.io/v1
            kind: Gateway
            metadata:
              name: shop
            spec:
              selector:
                istio: ingressgateway
              servers:
                - port:
                    name: http
                    number: 80
                    protocol: HTTP
                  hosts:
                    - shop.example.com
                    - account.shop.example.com
                  tls:
                    httpsRedirect: true
                - port:
                    name: https
                    number: 443
                    protocol: HTTPS
                  hosts:
                    - shop.example.com
                    - account.shop.example.com
                  tls:
                    mode: SIMPLE
                    minProtocolVersion: TLSV1_2
                    # A Secret of type kubernetes.io/tls, beside the gateway's proxies.
                    credentialName: shop-tls

            """##
        ),
        (
            "base/kustomization.yaml",
            ##"""
            # What every environment has: the door, the rules of trust, the access log.
            apiVersion: kustomize.config.k8s.io/v1beta1
            kind: Kustomization

            resources:
              - gateways/shop.yaml
              - authorization/mutual-tls.yaml
              - authorization/deny-by-default.yaml
              - telemetry/access-log.yaml

            labels:
              - pairs:
                  app.kubernetes.io/part-of: shop
                  app.kubernetes.io/managed-by: mainstay

            """##
        ),
        (
            "base/telemetry/access-log.yaml",
            ##"""
            # Only what went wrong is logged; development logs everything.
            apiVersion: telemetry.istio.io/v1
            kind: Telemetry
            metadata:
              name: access-log
            spec:
              accessLogging:
                - providers:
                    - name: envoy
                  filter:
                    expression: response.code >= 400

            """##
        ),
        (
            "mainstay.yaml",
            ##"""
            ---
            # What `mainstay validate` does in this repository. Without this file it would find overlays and policies by itself;
            # the policies have a list of exceptions beside them, which they see as data.
            apiVersion: mainstay.dev/v1
            kind: Settings
            validate:
              policies:
                - policies/rego
              data:
                - policies/rego

            """##
        ),
        (
            "overlays/development/kustomization.yaml",
            ##"""
            # Everything that is new: v2 of the API, every request in the log, plain HTTP, long timeouts for debuggers.
            apiVersion: kustomize.config.k8s.io/v1beta1
            kind: Kustomization

            resources:
              - namespace.yaml
              - ../../base
              - ../../applications
              - ../../policies

            namespace: shop-development

            labels:
              - pairs:
                  environment: development

            patches:
              - path: patches/hosts.yaml
              - path: patches/access-log.yaml
              - path: patches/frontend-timeout.yaml
                target:
                  kind: VirtualService
                  name: frontend
              - path: patches/api-service-weights.yaml
                target:
                  kind: VirtualService
                  name: api-service

            """##
        ),
        (
            "overlays/development/namespace.yaml",
            ##"""
            apiVersion: v1
            kind: Namespace
            metadata:
              name: shop-development
              labels:
                istio-injection: enabled

            """##
        ),
        (
            "overlays/development/patches/access-log.yaml",
            ##"""
            # No filter: every request is logged.
            apiVersion: telemetry.istio.io/v1
            kind: Telemetry
            metadata:
              name: access-log
            spec:
              accessLogging:
                - providers:
                    - name: envoy

            """##
        ),
        (
            "overlays/development/patches/api-service-weights.yaml",
            ##"""
            # How many of a hundred requests go to v1 and to v2 of the API.
            - op: replace
              path: /spec/http/1/route/0/weight
              value: 0
            - op: replace
              path: /spec/http/1/route/1/weight
              value: 100

            """##
        ),
        (
            "overlays/development/patches/frontend-timeout.yaml",
            ##"""
            # A workload that stops at a breakpoint is not a broken one.
            - op: replace
              path: /spec/http/0/timeout
              value: 120s

            """##
        ),
        (
            "overlays/development/patches/hosts.yaml",
            ##"""
            # The names of development, without TLS.
            apiVersion: networking.istio.io/v1
            kind: Gateway
            metadata:
              name: shop
            spec:
              servers:
                - port:
                    name: http
                    number: 80
                    protocol: HTTP
                  hosts:
                    - shop.dev.example.com
                    - account.shop.dev.example.com
            ---
            apiVersion: networking.istio.io/v1
            kind: VirtualService
            metadata:
              name: frontend
            spec:
              hosts:
                - shop.dev.example.com
            ---
            apiVersion: networking.istio.io/v1
            kind: VirtualService
            metadata:
              name: web-app
            spec:
              hosts:
                - account.shop.dev.example.com

            """##
        ),
        (
            "overlays/production/kustomization.yaml",
            ##"""
            # What customers see.
            apiVersion: kustomize.config.k8s.io/v1beta1
            kind: Kustomization

            resources:
              - namespace.yaml
              - ../../base
              - ../../applications
              - ../../policies

            namespace: shop-production

            labels:
              - pairs:
                  environment: production

            patches:
              - path: patches/connections.yaml
              - path: patches/frontend-timeout.yaml
                target:
                  kind: VirtualService
                  name: frontend
              - path: patches/api-service-weights.yaml
                target:
                  kind: VirtualService
                  name: api-service

            """##
        ),
        (
            "overlays/production/namespace.yaml",
            ##"""
            apiVersion: v1
            kind: Namespace
            metadata:
              name: shop-production
              labels:
                istio-injection: enabled

            """##
        ),
        (
            "overlays/production/patches/api-service-weights.yaml",
            ##"""
            # How many of a hundred requests go to v1 and to v2 of the API.
            - op: replace
              path: /spec/http/1/route/0/weight
              value: 90
            - op: replace
              path: /spec/http/1/route/1/weight
              value: 10

            """##
        ),
        (
            "overlays/production/patches/connections.yaml",
            ##"""
            # Room for the evening: more connections than the small environments need.
            apiVersion: networking.istio.io/v1
            kind: DestinationRule
            metadata:
              name: frontend
            spec:
              trafficPolicy:
                connectionPool:
                  tcp:
                    maxConnections: 1000
            ---
            apiVersion: networking.istio.io/v1
            kind: DestinationRule
            metadata:
              name: api-service
            spec:
              trafficPolicy:
                connectionPool:
                  tcp:
                    maxConnections: 1000

            """##
        ),
        (
            "overlays/production/patches/frontend-timeout.yaml",
            ##"""
            # Customers leave after five seconds; waiting longer only fills the queues.
            - op: replace
              path: /spec/http/0/timeout
              value: 5s

            """##
        ),
        (
            "overlays/staging/kustomization.yaml",
            ##"""
            # As production, under its own names, with half of the requests on v2 of the API.
            apiVersion: kustomize.config.k8s.io/v1beta1
            kind: Kustomization

            resources:
              - namespace.yaml
              - ../../base
              - ../../applications
              - ../../policies

            namespace: shop-staging

            labels:
              - pairs:
                  environment: staging

            patches:
              - path: patches/hosts.yaml
              - path: patches/api-service-weights.yaml
                target:
                  kind: VirtualService
                  name: api-service

            """##
        ),
        (
            "overlays/staging/namespace.yaml",
            ##"""
            apiVersion: v1
            kind: Namespace
            metadata:
              name: shop-staging
              labels:
                istio-injection: enabled

            """##
        ),
        (
            "overlays/staging/patches/api-service-weights.yaml",
            ##"""
            # How many of a hundred requests go to v1 and to v2 of the API.
            - op: replace
              path: /spec/http/1/route/0/weight
              value: 50
            - op: replace
              path: /spec/http/1/route/1/weight
              value: 50

            """##
        ),
        (
            "overlays/staging/patches/hosts.yaml",
            ##"""
            # The names of staging.
            apiVersion: networking.istio.io/v1
            kind: Gateway
            metadata:
              name: shop
            spec:
              servers:
                - port:
                    name: http
                    number: 80
                    protocol: HTTP
                  hosts:
                    - shop.staging.example.com
                    - account.shop.staging.example.com
                  tls:
                    httpsRedirect: true
                - port:
                    name: https
                    number: 443
                    protocol: HTTPS
                  hosts:
                    - shop.staging.example.com
                    - account.shop.staging.example.com
                  tls:
                    mode: SIMPLE
                    minProtocolVersion: TLSV1_2
                    credentialName: shop-staging-tls
            ---
            apiVersion: networking.istio.io/v1
            kind: VirtualService
            metadata:
              name: frontend
            spec:
              hosts:
                - shop.staging.example.com
            ---
            apiVersion: networking.istio.io/v1
            kind: VirtualService
            metadata:
              name: web-app
            spec:
              hosts:
                - account.shop.staging.example.com

            """##
        ),
        (
            "policies/admin-needs-a-token.yaml",
            ##"""
            # Nobody reaches /admin without a valid token. A DENY comes before every ALLOW.
            apiVersion: security.istio.io/v1
            kind: AuthorizationPolicy
            metadata:
              name: admin-needs-a-token
            spec:
              selector:
                matchLabels:
                  app: api-service
              action: DENY
              rules:
                - from:
                    - source:
                        notRequestPrincipals:
                          - "*"
                  to:
                    - operation:
                        paths:
                          - /admin
                          - /admin/*
                        ports:
                          - "8080"

            """##
        ),
        (
            "policies/kustomization.yaml",
            ##"""
            # Rules that belong to nobody's application: who a request comes from, and what it needs for that.
            apiVersion: kustomize.config.k8s.io/v1beta1
            kind: Kustomization

            resources:
              - people.yaml
              - admin-needs-a-token.yaml

            labels:
              - pairs:
                  app.kubernetes.io/part-of: shop
                  app.kubernetes.io/managed-by: mainstay

            """##
        ),
        (
            "policies/people.yaml",
            ##"""
            # Tokens of our own login are checked. One that is wrong is refused, one that is missing is not: see admin-needs-a-token.yaml.
            apiVersion: security.istio.io/v1
            kind: RequestAuthentication
            metadata:
              name: people
            spec:
              selector:
                matchLabels:
                  app: api-service
              jwtRules:
                - issuer: https://login.example.com
                  jwksUri: https://login.example.com/.well-known/jwks.json
                  audiences:
                    - shop
                  forwardOriginalToken: true

            """##
        ),
        (
            "policies/rego/authorization.rego",
            ##"""
            # METADATA
            # title: Authorization
            # description: Who may call a workload is written down, and it is not everyone.
            package istio.authorization

            # METADATA
            # title: No rule allows everything
            # description: >-
            #   A rule without `from`, `to` and `when` fits every request. In a policy that allows, it takes the effect from all
            #   others that allow.
            # custom:
            #   severity: error
            deny contains {"msg": msg, "path": sprintf("spec.rules[%d]", [i])} if {
            	allows
            	some i, rule in input.spec.rules
            	every part in ["from", "to", "when"] {
            		count(object.get(rule, part, [])) == 0
            	}
            	msg := sprintf("rule %d of AuthorizationPolicy %q allows every request", [i, input.metadata.name])
            }

            # METADATA
            # title: A caller has a name
            # description: The principal `*` is anyone with a certificate of the mesh, that is every workload in it.
            # custom:
            #   severity: warning
            warn contains {"msg": msg, "path": sprintf("spec.rules[%d].from[%d].source.principals[%d]", [i, j, k])} if {
            	allows
            	some i, rule in input.spec.rules
            	some j, from in rule.from
            	some k, "*" in from.source.principals
            	msg := sprintf("AuthorizationPolicy %q lets every workload of the mesh in", [input.metadata.name])
            }

            allows if {
            	input.kind == "AuthorizationPolicy"
            	object.get(input.spec, "action", "ALLOW") == "ALLOW"
            }

            """##
        ),
        (
            "policies/rego/authorization_test.rego",
            ##"""
            package istio.authorization_test

            import data.istio.authorization

            policy(spec) := {"kind": "AuthorizationPolicy", "metadata": {"name": "shop"}, "spec": spec}

            test_deny[note] if {
            	some note, example in {
            		"an empty rule": {"spec": {"rules": [{}]}, "paths": {"spec.rules[0]"}},
            		"empty parts": {"spec": {"action": "ALLOW", "rules": [{"from": [], "to": []}]}, "paths": {"spec.rules[0]"}},
            		"the second": {
            			"spec": {"rules": [{"to": [{"operation": {"methods": ["GET"]}}]}, {}]},
            			"paths": {"spec.rules[1]"},
            		},
            		"no rule allows nothing": {"spec": {}, "paths": set()},
            		"everything is denied": {"spec": {"action": "DENY", "rules": [{}]}, "paths": set()},
            		"one condition": {"spec": {"rules": [{"when": [{"key": "source.ip"}]}]}, "paths": set()},
            	}
            	found := authorization.deny with input as policy(example.spec)
            	{finding.path | some finding in found} == example.paths
            }

            test_warn[note] if {
            	some note, example in {
            		"everyone": {"principals": ["*"], "paths": {"spec.rules[0].from[0].source.principals[0]"}},
            		"everyone, too": {
            			"principals": ["mesh/ns/a/sa/b", "*"],
            			"paths": {"spec.rules[0].from[0].source.principals[1]"},
            		},
            		"one workload": {"principals": ["mesh/ns/a/sa/b"], "paths": set()},
            	}
            	spec := {"rules": [{"from": [{"source": {"principals": example.principals}}]}]}
            	found := authorization.warn with input as policy(spec)
            	{finding.path | some finding in found} == example.paths
            }

            test_other_kinds_are_left_alone if {
            	count(authorization.deny) == 0 with input as {"kind": "VirtualService", "spec": {"rules": [{}]}}
            }

            """##
        ),
        (
            "policies/rego/exceptions.yaml",
            ##"""
            # What the policies beside this file let pass, and why.
            exceptions:
              # Public domains, and where their rate limits are kept.
              rate_limits:
                example.com: the load balancer before the gateway allows 50 requests a second for each address

            """##
        ),
        (
            "policies/rego/hosts.rego",
            ##"""
            # METADATA
            # title: Hosts
            # description: A name that fits every host takes requests that belong to others.
            package istio.hosts

            # METADATA
            # title: No host is a star alone
            # description: >-
            #   "*" fits every host. Requests for names that nobody has thought of go there, and the next team's routes lose theirs.
            # custom:
            #   severity: error
            deny contains {"msg": msg, "path": path} if {
            	some path, host in hosts
            	# A Gateway may write a namespace before its host.
            	regex.replace(host, `^[^/]*/`, "") == "*"
            	msg := sprintf("%s %q takes every host", [input.kind, input.metadata.name])
            }

            hosts[sprintf("spec.hosts[%d]", [i])] := host if {
            	input.kind in {"ServiceEntry", "VirtualService"}
            	some i, host in input.spec.hosts
            }

            hosts[sprintf("spec.servers[%d].hosts[%d]", [i, j])] := host if {
            	input.kind == "Gateway"
            	some i, server in input.spec.servers
            	some j, host in server.hosts
            }

            """##
        ),
        (
            "policies/rego/hosts_test.rego",
            ##"""
            package istio.hosts_test

            import data.istio.hosts

            paths(kind, spec) := {finding.path |
            	some finding in hosts.deny with input as {"kind": kind, "metadata": {"name": "shop"}, "spec": spec}
            }

            test_deny[note] if {
            	some note, example in {
            		"a route": {"kind": "VirtualService", "spec": {"hosts": ["*"]}, "paths": {"spec.hosts[0]"}},
            		"an outside host": {"kind": "ServiceEntry", "spec": {"hosts": ["a.example", "*"]}, "paths": {"spec.hosts[1]"}},
            		"a part of a domain": {"kind": "VirtualService", "spec": {"hosts": ["*.example.com"]}, "paths": set()},
            		"a gateway": {
            			"kind": "Gateway", "spec": {"servers": [{"hosts": ["shop.example.com"]}, {"hosts": ["*"]}]},
            			"paths": {"spec.servers[1].hosts[0]"},
            		},
            		"a gateway, with a namespace": {
            			"kind": "Gateway", "spec": {"servers": [{"hosts": ["shop/*"]}]},
            			"paths": {"spec.servers[0].hosts[0]"},
            		},
            		"another kind": {"kind": "Sidecar", "spec": {"hosts": ["*"]}, "paths": set()},
            	}
            	paths(example.kind, example.spec) == example.paths
            }

            """##
        ),
        (
            "policies/rego/mutual_tls.rego",
            ##"""
            # METADATA
            # title: Mutual TLS
            # description: Nobody on the network between workloads can read or change what they say to each other.
            package istio.mutual_tls

            # METADATA
            # title: Workloads take mutual TLS only
            # description: PERMISSIVE and DISABLE let plain text in. A migration may need PERMISSIVE; production does not.
            # custom:
            #   severity: error
            deny contains {"msg": msg, "path": path} if {
            	input.kind == "PeerAuthentication"
            	some path, mode in server_modes
            	mode in {"PERMISSIVE", "DISABLE"}
            	msg := sprintf("PeerAuthentication %q takes plain text: mode %s", [input.metadata.name, mode])
            }

            # METADATA
            # title: Clients do not switch mutual TLS off
            # description: >-
            #   Without `tls` a client uses mutual TLS by itself where the other side has it. DISABLE sends plain text, which a strict
            #   server refuses.
            # custom:
            #   severity: error
            deny contains {"msg": msg, "path": path} if {
            	input.kind == "DestinationRule"
            	some path, mode in client_modes
            	mode == "DISABLE"
            	msg := sprintf("DestinationRule %q sends plain text to %s", [input.metadata.name, input.spec.host])
            }

            server_modes["spec.mtls.mode"] := input.spec.mtls.mode

            server_modes[sprintf("spec.portLevelMtls[%q].mode", [port])] := settings.mode if {
            	some port, settings in input.spec.portLevelMtls
            }

            client_modes["spec.trafficPolicy.tls.mode"] := input.spec.trafficPolicy.tls.mode

            client_modes[sprintf("spec.trafficPolicy.portLevelSettings[%d].tls.mode", [i])] := settings.tls.mode if {
            	some i, settings in input.spec.trafficPolicy.portLevelSettings
            }

            client_modes[sprintf("spec.subsets[%d].trafficPolicy.tls.mode", [i])] := subset.trafficPolicy.tls.mode if {
            	some i, subset in input.spec.subsets
            }

            """##
        ),
        (
            "policies/rego/mutual_tls_test.rego",
            ##"""
            package istio.mutual_tls_test

            import data.istio.mutual_tls

            object_of(kind, spec) := {"kind": kind, "metadata": {"name": "shop"}, "spec": spec}

            paths(kind, spec) := {finding.path |
            	some finding in mutual_tls.deny with input as object_of(kind, spec)
            }

            test_servers[note] if {
            	some note, example in {
            		"strict": {"spec": {"mtls": {"mode": "STRICT"}}, "paths": set()},
            		"nothing said": {"spec": {}, "paths": set()},
            		"permissive": {"spec": {"mtls": {"mode": "PERMISSIVE"}}, "paths": {"spec.mtls.mode"}},
            		"off": {"spec": {"mtls": {"mode": "DISABLE"}}, "paths": {"spec.mtls.mode"}},
            		"off for one port": {
            			"spec": {"mtls": {"mode": "STRICT"}, "portLevelMtls": {"8080": {"mode": "DISABLE"}}},
            			"paths": {`spec.portLevelMtls["8080"].mode`},
            		},
            	}
            	paths("PeerAuthentication", example.spec) == example.paths
            }

            test_clients[note] if {
            	off := {"tls": {"mode": "DISABLE"}}
            	some note, example in {
            		"nothing said": {"spec": {"host": "shop"}, "paths": set()},
            		"mutual": {"spec": {"host": "shop", "trafficPolicy": {"tls": {"mode": "ISTIO_MUTUAL"}}}, "paths": set()},
            		"off": {"spec": {"host": "shop", "trafficPolicy": off}, "paths": {"spec.trafficPolicy.tls.mode"}},
            		"off for one port": {
            			"spec": {"host": "shop", "trafficPolicy": {"portLevelSettings": [off]}},
            			"paths": {"spec.trafficPolicy.portLevelSettings[0].tls.mode"},
            		},
            		"off for one subset": {
            			"spec": {"host": "shop", "subsets": [{"name": "v1"}, {"name": "v2", "trafficPolicy": off}]},
            			"paths": {"spec.subsets[1].trafficPolicy.tls.mode"},
            		},
            	}
            	paths("DestinationRule", example.spec) == example.paths
            }

            """##
        ),
        (
            "policies/rego/outliers.rego",
            ##"""
            # METADATA
            # title: Outlier detection
            # description: What stands outside of the mesh fails on its own terms; nobody here can restart it.
            package istio.outliers

            # METADATA
            # title: Hosts outside of the mesh have outlier detection
            # description: A host that keeps failing is left alone for a while, instead of keeping every caller waiting.
            # custom:
            #   severity: error
            deny contains {"msg": msg, "path": "spec.trafficPolicy.outlierDetection"} if {
            	input.kind == "DestinationRule"
            	is_outside(input.spec.host)
            	not input.spec.trafficPolicy.outlierDetection
            	msg := sprintf("DestinationRule %q has no outlier detection for %s", [input.metadata.name, input.spec.host])
            }

            # `shop`, `shop.prod` and `shop.prod.svc…` are names of the mesh.
            is_outside(host) if {
            	labels := split(host, ".")
            	count(labels) > 2
            	labels[2] != "svc"
            }

            """##
        ),
        (
            "policies/rego/outliers_test.rego",
            ##"""
            package istio.outliers_test

            import data.istio.outliers

            test_deny[host] if {
            	some host, found in {
            		"payments.example.net": 1,
            		"api.external.example.net": 1,
            		"shop": 0,
            		"shop.prod": 0,
            		"shop.prod.svc": 0,
            		"shop.prod.svc.cluster.local": 0,
            	}
            	rule := {"kind": "DestinationRule", "metadata": {"name": "shop"}, "spec": {"host": host}}
            	count(outliers.deny) == found with input as rule
            }

            test_detection_is_enough if {
            	spec := {"host": "payments.example.net", "trafficPolicy": {"outlierDetection": {"consecutive5xxErrors": 5}}}
            	count(outliers.deny) == 0 with input as {"kind": "DestinationRule", "metadata": {"name": "shop"}, "spec": spec}
            }

            """##
        ),
        (
            "policies/rego/rate_limits.rego",
            ##"""
            # METADATA
            # title: Rate limits
            # description: Whoever can be called from everywhere says how often.
            package istio.rate_limits

            # METADATA
            # title: Public hosts have a rate limit
            # description: >-
            #   Istio has no field for it: the limit stands in an EnvoyFilter, or before the mesh. So it is written down in
            #   `exceptions.yaml` where each host has its limit; a route whose hosts are not there is new.
            # custom:
            #   severity: warning
            warn contains {"msg": msg, "path": sprintf("spec.hosts[%d]", [i])} if {
            	input.kind == "VirtualService"
            	some gateway in input.spec.gateways
            	gateway != "mesh"
            	some i, host in input.spec.hosts
            	not is_limited(host)
            	msg := sprintf("nothing says how %s, open to everyone through %s, is limited", [host, gateway])
            }

            is_limited(host) if {
            	some domain, _ in data.exceptions.rate_limits
            	endswith(sprintf(".%s", [host]), sprintf(".%s", [domain]))
            }

            """##
        ),
        (
            "policies/rego/rate_limits_test.rego",
            ##"""
            package istio.rate_limits_test

            import data.istio.rate_limits

            limited := {"example.com": "the load balancer limits"}

            test_warn[note] if {
            	some note, example in {
            		"not known": {"hosts": ["shop.example.org"], "gateways": ["shop"], "paths": {"spec.hosts[0]"}},
            		"known": {"hosts": ["example.com"], "gateways": ["shop"], "paths": set()},
            		"below a known one": {"hosts": ["*.dev.example.com"], "gateways": ["shop"], "paths": set()},
            		"a known one's namesake": {"hosts": ["myexample.com"], "gateways": ["shop"], "paths": {"spec.hosts[0]"}},
            		"inside of the mesh": {"hosts": ["shop.example.org"], "gateways": ["mesh"], "paths": set()},
            		"both": {"hosts": ["shop.example.org"], "gateways": ["mesh", "shop"], "paths": {"spec.hosts[0]"}},
            	}
            	spec := {"hosts": example.hosts, "gateways": example.gateways}
            	found := rate_limits.warn with input as {"kind": "VirtualService", "metadata": {"name": "shop"}, "spec": spec}
            		with data.exceptions.rate_limits as limited
            	{finding.path | some finding in found} == example.paths
            }

            """##
        ),
        (
            "policies/rego/retries.rego",
            ##"""
            # METADATA
            # title: Retries
            # description: A retry hides a failure that passes. Too many make a small failure a big one.
            package istio.retries

            # METADATA
            # title: The route for everyone says how it is retried
            # description: >-
            #   Without a word Istio tries twice more. Whoever owns the route should have decided that. Routes with a match are for
            #   some requests only, testers for example, and may do without.
            # custom:
            #   severity: warning
            warn contains {"msg": msg, "path": sprintf("spec.http[%d].retries", [i])} if {
            	input.kind == "VirtualService"
            	some i, route in input.spec.http
            	route.route
            	not route.match
            	not route.retries
            	msg := sprintf("route %s of VirtualService %q has no retry policy", [name(i, route), input.metadata.name])
            }

            # METADATA
            # title: An attempt fits into the timeout
            # description: Before such an attempt is given up, the route's own timeout has ended the request; nothing is retried.
            # custom:
            #   severity: error
            deny contains {"msg": msg, "path": sprintf("spec.http[%d].retries.perTryTimeout", [i])} if {
            	input.kind == "VirtualService"
            	some i, route in input.spec.http
            	each := route.retries.perTryTimeout
            	time.parse_duration_ns(each) > time.parse_duration_ns(route.timeout)
            	msg := sprintf(
            		"route %s of VirtualService %q: an attempt of %s does not fit into %s",
            		[name(i, route), input.metadata.name, each, route.timeout],
            	)
            }

            name(i, route) := object.get(route, "name", sprintf("%d", [i]))

            """##
        ),
        (
            "policies/rego/retries_test.rego",
            ##"""
            package istio.retries_test

            import data.istio.retries

            virtual_service(route) := {
            	"kind": "VirtualService", "metadata": {"name": "shop"},
            	"spec": {"http": [object.union({"route": [{"destination": {"host": "shop"}}]}, route)]},
            }

            test_warn[note] if {
            	some note, example in {
            		"nothing said": {"route": {}, "found": 1},
            		"said": {"route": {"retries": {"attempts": 2}}, "found": 0},
            		"said to be none": {"route": {"retries": {"attempts": 0}}, "found": 0},
            		"for testers": {"route": {"match": [{"headers": {"x-canary": {"exact": "true"}}}]}, "found": 0},
            	}
            	count(retries.warn) == example.found with input as virtual_service(example.route)
            }

            test_deny[note] if {
            	some note, example in {
            		"it fits": {"timeout": "3s", "each": "3s", "found": set()},
            		"it does not": {
            			"timeout": "2s", "each": "3s",
            			"found": {`route 0 of VirtualService "shop": an attempt of 3s does not fit into 2s`},
            		},
            		"no timeout": {"timeout": "", "each": "3s", "found": set()},
            	}
            	route := {"timeout": example.timeout, "retries": {"attempts": 2, "perTryTimeout": example.each}}
            	found := retries.deny with input as virtual_service(route)
            	{finding.msg | some finding in found} == example.found
            }

            test_deny_points_at_the_field if {
            	route := {"timeout": "500ms", "retries": {"attempts": 1, "perTryTimeout": "1s"}}
            	found := retries.deny with input as virtual_service(route)
            	{finding.path | some finding in found} == {"spec.http[0].retries.perTryTimeout"}
            }

            """##
        ),
        (
            "policies/rego/timeouts.rego",
            ##"""
            # METADATA
            # title: Timeouts
            # description: A route without a timeout waits for ever, and its callers with it.
            package istio.timeouts

            # METADATA
            # title: Every route has a timeout
            # description: >-
            #   Istio has no timeout of its own. A workload that hangs takes the connections of all who call it.
            # custom:
            #   severity: error
            deny contains {"msg": msg, "path": sprintf("spec.http[%d].timeout", [i])} if {
            	input.kind == "VirtualService"
            	some i, route in input.spec.http
            	route.route
            	not has_timeout(route)
            	msg := sprintf(
            		"route %s of VirtualService %q has no timeout",
            		[object.get(route, "name", sprintf("%d", [i])), input.metadata.name],
            	)
            }

            # `0s` switches it off.
            has_timeout(route) if time.parse_duration_ns(route.timeout) > 0

            """##
        ),
        (
            "policies/rego/timeouts_test.rego",
            ##"""
            package istio.timeouts_test

            import data.istio.timeouts

            virtual_service(http) := {"kind": "VirtualService", "metadata": {"name": "shop"}, "spec": {"http": http}}

            to_shop := [{"destination": {"host": "shop"}}]

            test_cases[note] if {
            	some note, example in {
            		"a timeout": {"http": [{"timeout": "5s", "route": to_shop}], "paths": set()},
            		"none": {"http": [{"route": to_shop}], "paths": {"spec.http[0].timeout"}},
            		"switched off": {"http": [{"timeout": "0s", "route": to_shop}], "paths": {"spec.http[0].timeout"}},
            		"no duration": {"http": [{"timeout": "soon", "route": to_shop}], "paths": {"spec.http[0].timeout"}},
            		"only the second": {
            			"http": [{"timeout": "5s", "route": to_shop}, {"name": "slow", "route": to_shop}],
            			"paths": {"spec.http[1].timeout"},
            		},
            		"a redirect needs none": {"http": [{"redirect": {"uri": "/"}}], "paths": set()},
            	}
            	found := timeouts.deny with input as virtual_service(example.http)
            	{finding.path | some finding in found} == example.paths
            }

            test_message_names_the_route if {
            	found := timeouts.deny with input as virtual_service([{"name": "all", "route": to_shop}])
            	{finding.msg | some finding in found} == {`route all of VirtualService "shop" has no timeout`}
            }

            test_other_kinds_are_left_alone if {
            	count(timeouts.deny) == 0 with input as {"kind": "Gateway", "metadata": {"name": "shop"}, "spec": {"http": [{}]}}
            }

            """##
        ),
    ]
}
