// Made by scripts/finding-pages from Docs/findings; changes belong there.

/// What there is to say about each code: the page, and the codes by which other tools know the same.
enum FindingPages {
    static let all: [(code: String, aliases: [String], page: String)] = [
        (
            "MST0001", [],
            #"""
            # MST0001: The text is not YAML

            *Error.* The reader cannot tell what the text means from this place on. Often the cause stands one line above: an indentation that is off, a colon inside a plain text, a quote that does not end.

            Wrong:

            ```yaml
            spec:
              hosts: [shop.example.com
              gateways:
                - shop
            ```

            Right:

            ```yaml
            spec:
              hosts: [shop.example.com]
              gateways:
                - shop
            ```

            **Fix.** Look at the marked place and the line above it. Indent with spaces, never with tabs, and quote text that holds `: ` or ` #`.
            """#
        ),
        (
            "MST0002", [],
            #"""
            # MST0002: The text is not JSON

            *Error.* A file or an inline patch that begins as JSON breaks its rules, which are stricter than those of YAML: double quotes, no comma at the end, no comments.

            Wrong:

            ```json
            {"op": "replace", "path": "/spec/hosts/0",}
            ```

            Right:

            ```json
            {"op": "replace", "path": "/spec/hosts/0"}
            ```

            **Fix.** Correct the marked place, or write the text as YAML.
            """#
        ),
        (
            "MST0003", [],
            #"""
            # MST0003: A key is there twice

            *Error.* One mapping sets one key twice. Many readers keep the last value without a word, so half of what was written never takes effect.

            Wrong:

            ```yaml
            http:
              - timeout: 5s
                route:
                  - destination: {host: frontend}
                timeout: 10s
            ```

            Right:

            ```yaml
            http:
              - timeout: 10s
                route:
                  - destination: {host: frontend}
            ```

            **Fix.** Keep one of the two; the finding shows both places.
            """#
        ),
        (
            "MST0004", [],
            #"""
            # MST0004: The text is too large or too deep

            *Error.* Manifests come from people and from other programs, so the reader has limits on size, on depth and on how far aliases may grow a text. Without them a file of a few lines could fill the memory.

            Wrong:

            ```yaml
            a: &a [x, x, x, x, x, x, x, x, x]
            b: &b [*a, *a, *a, *a, *a, *a, *a, *a, *a]
            c: &c [*b, *b, *b, *b, *b, *b, *b, *b, *b]
            # and so on
            ```

            Right:

            ```yaml
            a: &a [x, x, x]
            b: *a
            ```

            **Fix.** Split the file, or write out what the aliases stand for. Data that is no manifest belongs outside of the folder.
            """#
        ),
        (
            "MST0005", [],
            #"""
            # MST0005: YAML that means nothing to Kubernetes

            *Error.* YAML knows more than a Kubernetes object can hold: keys that are lists, tags of programming languages, aliases to nothing. The most common case is a template that nobody has filled in: `{{ name }}` without quotes is a mapping as a key.

            Wrong:

            ```yaml
            metadata:
              name: {{ name }}
            ```

            Right:

            ```yaml
            metadata:
              name: frontend
            ```

            **Fix.** Write keys as plain words, remove the tag, define the anchor before its alias, and fill in templates before the file is committed.
            """#
        ),
        (
            "MST0006", [],
            #"""
            # MST0006: A value that readers take for different things

            *Warning.* Under YAML 1.1 `on` is true, `012` is ten and `22:30` is a number in base 60; under YAML 1.2 they are not. Tools differ in which they follow, so the value depends on who reads it.

            Wrong:

            ```yaml
            metadata:
              labels:
                canary: on
            ```

            Right:

            ```yaml
            metadata:
              labels:
                canary: "on"
            ```

            **Fix.** Quote it when text is meant; write `true`, `false` or a decimal number when that is meant.
            """#
        ),
        (
            "MST0100", [],
            #"""
            # MST0100: The folder has no kustomization

            *Error.* A folder is named where a kustomization is expected, and it holds no `kustomization.yaml`, `kustomization.yml` or `Kustomization`.

            Wrong:

            ```yaml
            # overlays/production/kustomization.yaml
            resources:
              - ../../applications        # only folders in there, no kustomization.yaml
            ```

            Right:

            ```yaml
            # applications/kustomization.yaml
            resources:
              - api-service
              - frontend
            ```

            **Fix.** Add a `kustomization.yaml` that lists the resources, or name the folder that has one.
            """#
        ),
        (
            "MST0101", [],
            #"""
            # MST0101: The folder has two kustomizations

            *Error.* Only one of the three names may be there; with two nobody can tell which one counts.

            Wrong:

            ```text
            overlays/production/kustomization.yaml
            overlays/production/kustomization.yml
            ```

            Right:

            ```text
            overlays/production/kustomization.yaml
            ```

            **Fix.** Remove one of the files.
            """#
        ),
        (
            "MST0102", [],
            #"""
            # MST0102: A kustomization has an unknown field

            *Error.* A field that does not exist does nothing. It is mostly a misspelled one, and what it was meant to do is missing from the result.

            Wrong:

            ```yaml
            resource:
              - gateway.yaml
            ```

            Right:

            ```yaml
            resources:
              - gateway.yaml
            ```

            **Fix.** Use the name that the finding suggests.
            """#
        ),
        (
            "MST0103", [],
            #"""
            # MST0103: A field has the wrong shape

            *Error.* A field of the kustomization, of a patch or of an object holds another type or another word than it takes. The kustomization file is YAML 1.1:
            `y`, `no` and `on` without quotes are booleans there, and a tag such as `1.10` is a number. *Warning* where kustomize goes on without the value: a second
            document in the file, an unknown `behavior`.

            Wrong:

            ```yaml
            resources: gateway.yaml
            ```

            Right:

            ```yaml
            resources:
              - gateway.yaml
            ```

            **Fix.** Give the field what the finding says it expects; put words and versions in quotes.
            """#
        ),
        (
            "MST0104", [],
            #"""
            # MST0104: A named file is not there

            *Error.* The kustomization names a file or a folder that the commit does not hold. Often the file was renamed, or lies on disk and was never added to Git.

            Wrong:

            ```yaml
            resources:
              - virtualservice.yaml       # the file is called virtual-service.yaml
            ```

            Right:

            ```yaml
            resources:
              - virtual-service.yaml
            ```

            **Fix.** Correct the path, which is relative to the kustomization, or commit the file.
            """#
        ),
        (
            "MST0105", [],
            #"""
            # MST0105: Kustomizations go in a circle

            *Error.* Two kustomizations name each other, or they nest without end, or the build grows beyond what can be meant.

            Wrong:

            ```yaml
            # base/kustomization.yaml
            resources:
              - ../overlays/production    # which names ../../base
            ```

            Right:

            ```yaml
            # base/kustomization.yaml
            resources:
              - gateways/shop.yaml
            ```

            **Fix.** Let overlays name bases and never the other way round. The finding shows the circle.
            """#
        ),
        (
            "MST0106", [],
            #"""
            # MST0106: A file lies outside

            *Error.* A kustomization may use files below its own folder, and folders of the same repository. What lies elsewhere can change without a commit, and a base would depend on where it is used.

            Wrong:

            ```yaml
            patches:
              - path: ../shared/timeouts.yaml
            ```

            Right:

            ```yaml
            resources:
              - ../shared                 # a folder with its own kustomization
            ```

            **Fix.** Move the file below the kustomization, or make it part of a base. `mainstay build --load-restrictor none` allows files from outside of the folder.
            """#
        ),
        (
            "MST0107", [],
            #"""
            # MST0107: A feature that reaches outside

            *Error.* Helm charts run another program, and files on web servers can change without a commit. Bases in other Git repositories are fetched by `mainstay build`; a controller builds one commit and nothing else, so that the same commit always gives the same objects.

            Wrong:

            ```yaml
            resources:
              - https://downloads.example.com/install.yaml
            ```

            Right:

            ```yaml
            resources:
              - vendor/install.yaml       # a copy, committed
            ```

            **Fix.** Commit a copy, or the output of `helm template`, and list that.
            """#
        ),
        (
            "MST0108", [],
            #"""
            # MST0108: A document is no Kubernetes object

            *Error.* Each resource needs a `kind` and a `metadata.name`. Without them it has no identity: no patch can name it, and it cannot be applied.

            Wrong:

            ```yaml
            apiVersion: networking.istio.io/v1
            metadata:
              name: frontend
            ```

            Right:

            ```yaml
            apiVersion: networking.istio.io/v1
            kind: VirtualService
            metadata:
              name: frontend
            ```

            **Fix.** Add what is missing, or take the file off the list when it is no object.
            """#
        ),
        (
            "MST0109", [],
            #"""
            # MST0109: An object is there twice

            *Error.* Two resources have the same group, kind, namespace and name. Only one object can exist under it, so one of the two would be lost.

            Wrong:

            ```yaml
            resources:
              - ../../base                # brings Gateway shop
              - gateway.yaml              # Gateway shop again
            ```

            Right:

            ```yaml
            resources:
              - ../../base
            patches:
              - path: gateway.yaml        # changes the one from the base
            ```

            **Fix.** Remove one, or make the second a patch of the first. The finding shows both places.
            """#
        ),
        (
            "MST0110", [],
            #"""
            # MST0110: A patch meets no object

            *Error.* The patch names an object that the build does not have at that point, or that several objects could be. It would change nothing, or nobody knows what.
            *Warning* when the `target` of a patch selects nothing: kustomize goes on.

            Wrong:

            ```yaml
            # patches/hosts.yaml
            apiVersion: networking.istio.io/v1
            kind: VirtualService
            metadata:
              name: front-end             # the object is called frontend
            ```

            Right:

            ```yaml
            # patches/hosts.yaml
            apiVersion: networking.istio.io/v1
            kind: VirtualService
            metadata:
              name: frontend
            ```

            **Fix.** Compare apiVersion, kind, name and namespace with the object; the finding names the nearest one.
            """#
        ),
        (
            "MST0111", [],
            #"""
            # MST0111: A patch cannot be read

            *Error.* It is neither a partial object nor a list of operations, or it lacks what that form needs: an object needs kind and name, a list of operations needs a target.

            Wrong:

            ```yaml
            patches:
              - path: weights.yaml        # a list of operations, but for which object?
            ```

            Right:

            ```yaml
            patches:
              - path: weights.yaml
                target:
                  kind: VirtualService
                  name: api-service
            ```

            **Fix.** Add the target beside the patch, or the identity inside it.
            """#
        ),
        (
            "MST0112", [],
            #"""
            # MST0112: A patch does not fit its object

            *Error.* An operation goes through a field that is not there, tests a value that is another one, or puts a list where the object has a mapping. Since the base moved on, the patch may point at the wrong element, which is worse than failing.

            Wrong:

            ```yaml
            - op: replace
              path: /spec/http/2/route/0/weight     # the object has two routes, 0 and 1
              value: 50
            ```

            Right:

            ```yaml
            - op: replace
              path: /spec/http/1/route/0/weight
              value: 50
            ```

            **Fix.** Compare the path with the object as it is before the patch: `mainstay build` on the base shows it.
            """#
        ),
        (
            "MST0113", [],
            #"""
            # MST0113: A selector cannot be read

            *Error.* The name, kind or namespace of a target is a regular expression, and its label selector has the syntax of `kubectl -l`. One of them is malformed.

            Wrong:

            ```yaml
            target:
              kind: VirtualService
              name: "shop("
            ```

            Right:

            ```yaml
            target:
              kind: VirtualService
              name: "shop.*"
            ```

            **Fix.** Escape what is meant literally, and write label selectors as `app=shop,tier in (web,api)`.
            """#
        ),
        (
            "MST0114", [],
            #"""
            # MST0114: A generator has a bad source

            *Error.* A ConfigMap or Secret generator has no name, a key twice, a literal without `=`, or a file of variables that is not UTF-8. *Warning* where kustomize
            goes on: a key that a cluster will refuse, a line without `=`, whose value is empty.

            Wrong:

            ```yaml
            configMapGenerator:
              - name: mesh
                literals:
                  - level
            ```

            Right:

            ```yaml
            configMapGenerator:
              - name: mesh
                literals:
                  - level=info
            ```

            **Fix.** Write literals as `key=value` and files as `key=path`.
            """#
        ),
        (
            "MST0115", [],
            #"""
            # MST0115: A generated object meets another

            *Error.* A generator makes an object that exists already, or should merge with one that does not.

            Wrong:

            ```yaml
            resources:
              - configmap.yaml            # ConfigMap mesh
            configMapGenerator:
              - name: mesh
                literals: [level=info]
            ```

            Right:

            ```yaml
            resources:
              - configmap.yaml
            configMapGenerator:
              - name: mesh
                behavior: merge
                literals: [level=info]
            ```

            **Fix.** Set `behavior` to `merge` or `replace` when the object is there, to `create` when it is not.
            """#
        ),
        (
            "MST0116", [],
            #"""
            # MST0116: A component in the wrong list

            *Error.* A Component is listed under `resources`, or a Kustomization under `components`. They are built differently: a component changes what came before it.

            Wrong:

            ```yaml
            resources:
              - components/tracing
            ```

            Right:

            ```yaml
            components:
              - components/tracing
            ```

            **Fix.** List it under the field that the finding names.
            """#
        ),
        (
            "MST0117", [],
            #"""
            # MST0117: A name could mean several objects

            *Error.* A field refers to an object by name, and after prefixes, suffixes and namespaces several objects answer to it.

            Wrong:

            ```yaml
            # two Services named api, in two namespaces, and a reference to "api" that names none
            ```

            Right:

            ```yaml
            # the reference names its namespace, or the Services have different names
            ```

            **Fix.** Give the objects different names, or the reference a namespace.
            """#
        ),
        (
            "MST0118", [],
            #"""
            # MST0118: A replacement finds no source or no target

            *Error.* A replacement copies one field to others. Its source must be one object with that field, and its target path must exist unless it may be created,
            and the value must fit the type of the field. *Warning* when the target selects nothing: kustomize goes on.

            Wrong:

            ```yaml
            replacements:
              - source: {kind: Service, name: fronted, fieldPath: metadata.name}
                targets:
                  - select: {kind: VirtualService}
                    fieldPaths: [spec.hosts.0]
            ```

            Right:

            ```yaml
            replacements:
              - source: {kind: Service, name: frontend, fieldPath: metadata.name}
                targets:
                  - select: {kind: VirtualService}
                    fieldPaths: [spec.hosts.0]
            ```

            **Fix.** Name one object as the source; correct the path, or set `options.create: true`.
            """#
        ),
        (
            "MST0119", [],
            #"""
            # MST0119: A variable has no value

            *Error.* A variable in `vars` is defined twice, points at no object or at several, or at a field that its object does not have.

            Wrong:

            ```yaml
            vars:
              - name: HOST
                objref: {apiVersion: v1, kind: Service, name: fronted}
            ```

            Right:

            ```yaml
            vars:
              - name: HOST
                objref: {apiVersion: v1, kind: Service, name: frontend}
            ```

            **Fix.** Correct the reference. For new work use `replacements`; `vars` is deprecated.
            """#
        ),
        (
            "MST0120", [],
            #"""
            # MST0120: A transformer meets an unexpected shape

            *Error.* A label, a name or another common value should be set in a field that is not of the shape this needs.

            Wrong:

            ```yaml
            metadata:
              name: frontend
              labels: shop                # labels are a mapping
            ```

            Right:

            ```yaml
            metadata:
              name: frontend
              labels:
                app: shop
            ```

            **Fix.** Correct the object at the marked place, or the field spec that leads there.
            """#
        ),
        (
            "MST0121", [],
            #"""
            # MST0121: A plug-in that is not built in

            *Error.* Generators, transformers and validators of one's own run other programs. A build runs none: it would depend on the machine, and a commit could run code.

            Wrong:

            ```yaml
            generators:
              - my-generator.yaml         # kind: MyGenerator
            ```

            Right:

            ```yaml
            resources:
              - generated.yaml            # what the generator printed, committed
            ```

            **Fix.** Commit what the plug-in makes. A validator may not change objects; list it under `transformers` when it should.
            """#
        ),
        (
            "MST0122", [],
            #"""
            # MST0122: The OpenAPI schema cannot be used

            *Error.* `openapi` names a file that is no schema, or a built-in version that does not exist. It decides how lists are merged, so the build does not go on with a guess.

            Wrong:

            ```yaml
            openapi:
              version: v9.99.0
            ```

            Right:

            ```yaml
            openapi:
              path: schema.json           # from: kustomize openapi fetch
            ```

            **Fix.** Remove the field, or give one path to a document with `definitions`.
            """#
        ),
        (
            "MST0123", [],
            #"""
            # MST0123: A field of a kustomization is deprecated

            *Warning.* The field still works and will be gone one day. `commonLabels` also changes selectors, which cannot be changed on objects that exist.

            Wrong:

            ```yaml
            commonLabels:
              team: shop
            ```

            Right:

            ```yaml
            labels:
              - pairs:
                  team: shop
            ```

            **Fix.** Use the successor that the finding names.
            """#
        ),
        (
            "MST0124", [],
            #"""
            # MST0124: A variable is used nowhere

            *Warning.* The variable is defined and no field holds `$(NAME)`, or the field is not one that variables are put into.

            Wrong:

            ```yaml
            vars:
              - name: HOST
                objref: {apiVersion: v1, kind: Service, name: frontend}
            ```

            Right:

            ```yaml
            # removed, or used: value: $(HOST)
            ```

            **Fix.** Remove it, or add the field to `varReference`.
            """#
        ),
        (
            "MST0201", [],
            #"""
            # MST0201: A field that does not exist

            *Error.* The kind has no such field. A server that is not strict drops it without a word: the object looks applied, and the setting is not there.

            Wrong:

            ```yaml
            http:
              - timeuot: 5s
                route:
                  - destination: {host: frontend}
            ```

            Right:

            ```yaml
            http:
              - timeout: 5s
                route:
                  - destination: {host: frontend}
            ```

            **Fix.** Use the name that the finding suggests, and check the level of indentation: the field may belong one level up or down.
            """#
        ),
        (
            "MST0202", [],
            #"""
            # MST0202: A value of the wrong type

            *Error.* The field takes another type: a number where text stands, a list where a single value stands.

            Wrong:

            ```yaml
            route:
              - destination: {host: api-service, subset: v1}
                weight: "90"
            ```

            Right:

            ```yaml
            route:
              - destination: {host: api-service, subset: v1}
                weight: 90
            ```

            **Fix.** Remove or add quotes, or make it a list.
            """#
        ),
        (
            "MST0203", [],
            #"""
            # MST0203: A field is missing

            *Error.* The object cannot work without it.

            Wrong:

            ```yaml
            route:
              - destination:
                  subset: v1
            ```

            Right:

            ```yaml
            route:
              - destination:
                  host: api-service
                  subset: v1
            ```

            **Fix.** Add the field.
            """#
        ),
        (
            "MST0204", [],
            #"""
            # MST0204: A value that is not one of the allowed

            *Error.* The field takes one of a few words, written exactly so. The same code says that a kind is not served in the version that the object names.

            Wrong:

            ```yaml
            loadBalancer:
              simple: LEAST_REQUESTS
            ```

            Right:

            ```yaml
            loadBalancer:
              simple: LEAST_REQUEST
            ```

            **Fix.** Use one of the words that the finding lists.
            """#
        ),
        (
            "MST0205", [],
            #"""
            # MST0205: A value outside of its limits

            *Error.* A number is too small or too large, a text too long or not of the form it needs, a list too long or too short.

            Wrong:

            ```yaml
            outlierDetection:
              outlierDetectionHttpErrorCodes: [50]
            ```

            Right:

            ```yaml
            outlierDetection:
              outlierDetectionHttpErrorCodes: [503]
            ```

            **Fix.** Stay within the limit that the finding names.
            """#
        ),
        (
            "MST0206", [],
            #"""
            # MST0206: Two items that must differ do not

            *Error.* The list identifies its items by a key, or is a set, and two of them are equal. Merging could not tell them apart.

            Wrong:

            ```yaml
            apiVersion: v1
            kind: Service
            spec:
              ports:
                - {name: http, port: 80, protocol: TCP}
                - {name: web, port: 80, protocol: TCP}
            ```

            Right:

            ```yaml
            apiVersion: v1
            kind: Service
            spec:
              ports:
                - {name: http, port: 80, protocol: TCP}
                - {name: web, port: 8080, protocol: TCP}
            ```

            **Fix.** Remove one of them, or change its key.
            """#
        ),
        (
            "MST0207", [],
            #"""
            # MST0207: Fields that exclude each other

            *Error.* Of several fields only one may be set, or exactly one must be.

            Wrong:

            ```yaml
            loadBalancer:
              simple: LEAST_REQUEST
              consistentHash:
                useSourceIp: true
            ```

            Right:

            ```yaml
            loadBalancer:
              consistentHash:
                useSourceIp: true
            ```

            **Fix.** Keep the one that is meant.
            """#
        ),
        (
            "MST0208", [],
            #"""
            # MST0208: The object is too deep to check

            *Error.* The object nests deeper than a check follows. No manifest that people write does.

            Wrong:

            ```yaml
            a: {a: {a: {a: {a: {a: {}}}}}}       # and so on, over a hundred levels
            ```

            Right:

            ```yaml
            a: {}
            ```

            **Fix.** Look for what made it: most often a program that put an object into itself.
            """#
        ),
        (
            "MST0210", [],
            #"""
            # MST0210: A schema that is not structural

            *Error.* Kubernetes takes a CustomResourceDefinition only when its schema is structural: every field has a type, and `anyOf`, `allOf`, `oneOf` and `not` only narrow what the types already say. Otherwise unknown fields could not be found.

            Wrong:

            ```yaml
            properties:
              spec:
                properties:               # no type
                  size: {type: integer}
            ```

            Right:

            ```yaml
            properties:
              spec:
                type: object
                properties:
                  size: {type: integer}
            ```

            **Fix.** Give every level a `type`.
            """#
        ),
        (
            "MST0211", [],
            #"""
            # MST0211: A definition that defines no kind

            *Error.* A CustomResourceDefinition lacks what makes a kind: group, names, scope, a version that is served, exactly one that is stored.

            Wrong:

            ```yaml
            spec:
              group: shop.example.com
              scope: Everywhere
            ```

            Right:

            ```yaml
            spec:
              group: shop.example.com
              scope: Namespaced
            ```

            **Fix.** Add or correct the field that the finding names.
            """#
        ),
        (
            "MST0212", [],
            #"""
            # MST0212: Compact notation cannot be read

            *Error.* Mainstay carries its own kinds in a compact notation. A line of it breaks the rules. Only those who work on Mainstay meet this.

            Wrong:

            ```text
            kind networking.istio.io VirtualService virtualservices
              schema objct
            ```

            Right:

            ```text
            kind networking.istio.io VirtualService virtualservices
              schema object
            ```

            **Fix.** Correct the line. Catalogues that say "Do not edit" are written anew by their script.
            """#
        ),
        (
            "MST0220", [],
            #"""
            # MST0220: A rule of the schema is not kept

            *Error.* The kind has a rule in CEL (`x-kubernetes-validations`) that the object breaks. The types are right, but the values do not go together; a cluster refuses the object. The message is that of the rule, the hint shows the rule itself.

            Wrong:

            ```yaml
            kind: ServiceEntry
            spec:
              hosts: [example.com]
              endpoints:
                - labels: {app: web}      # Address is required
            ```

            Right:

            ```yaml
            kind: ServiceEntry
            spec:
              hosts: [example.com]
              endpoints:
                - address: 10.0.0.7
                  labels: {app: web}
            ```

            **Fix.** Change the field that the finding points at so that the rule holds. A rule with `oldSelf` is about the change: set the old value again, or make a new object.
            """#
        ),
        (
            "MST0221", [],
            #"""
            # MST0221: A rule of the schema cannot be used

            *Error.* A rule in CEL (`x-kubernetes-validations`) does not compile, or it has no answer for this object: it reads a field that is not there, or a text that is no duration. A cluster refuses a definition with the first and an object with the second.

            Wrong:

            ```yaml
            x-kubernetes-validations:
              - rule: self.value != ""             # value is optional
            ```

            Right:

            ```yaml
            x-kubernetes-validations:
              - rule: "!has(self.value) || self.value != ''"
            ```

            **Fix.** If the object is yours and the definition is not, give the field a value that the rule can read. If the definition is yours, mend the rule: ask with `has()` before reading what may be missing.
            """#
        ),
        (
            "MST0222", [],
            #"""
            # MST0222: Rules of the schema cost too much

            *Error.* Kubernetes counts what rules in CEL cost and stops them: one expression at 1,000,000 units, all rules of one object at 10,000,000. What was not evaluated counts as broken, so a cluster refuses the object.

            Wrong:

            ```yaml
            x-kubernetes-validations:
              - rule: self.all(a, self.exists_one(b, a.name == b.name))     # each with each, in a list without a limit
            ```

            Right:

            ```yaml
            x-kubernetes-list-type: map
            x-kubernetes-list-map-keys: [name]
            ```

            **Fix.** Make the object smaller, or give the lists and texts of the definition limits (`maxItems`, `maxLength`), and let the schema say what it can say without a rule.
            """#
        ),
        (
            "MST0301", [],
            #"""
            # MST0301: The folder is not in the repository

            *Error.* `spec.source.path` of an Application names a folder that the commit does not have. Nothing is deployed, and nothing is removed either.

            Wrong:

            ```yaml
            source:
              path: overlay/production
            ```

            Right:

            ```yaml
            source:
              path: overlays/production
            ```

            **Fix.** Correct the path; it begins at the root of the repository.
            """#
        ),
        (
            "MST0302", [],
            #"""
            # MST0302: A file cannot be read

            *Error.* A manifest is listed in its folder and cannot be read: it is no plain file, it is too large, or its permissions forbid it.

            Wrong:

            ```text
            frontend.yaml -> ../elsewhere/frontend.yaml     # a link to nothing
            ```

            Right:

            ```text
            frontend.yaml
            ```

            **Fix.** Replace the link by the file, or correct the permissions.
            """#
        ),
        (
            "MST0303", [],
            #"""
            # MST0303: A file is no manifest

            *Error.* Where a folder has no kustomization, each YAML and JSON file in it is taken for a manifest. This one is none.

            Wrong:

            ```yaml
            # values.yaml
            replicas: 3
            ```

            Right:

            ```yaml
            apiVersion: v1
            kind: ConfigMap
            metadata:
              name: values
            data:
              replicas: "3"
            ```

            **Fix.** Move files that are no manifests out of the folder, or add a kustomization that lists those that are.
            """#
        ),
        (
            "MST0304", [],
            #"""
            # MST0304: One object in two documents

            *Error.* Two documents of the folder have the same group, kind, namespace and name. The one applied last would win, and which one that is depends on the names of files.

            Wrong:

            ```yaml
            # a.yaml: Service frontend
            # b.yaml: Service frontend, with another port
            ```

            Right:

            ```yaml
            # a.yaml: Service frontend, with both ports
            ```

            **Fix.** Remove one of them. The finding shows both places.
            """#
        ),
        (
            "MST0305", [],
            #"""
            # MST0305: An object has no name

            *Error.* An object that is kept in Git needs a name, so that the next commit finds it again. `generateName` makes a new object each time.

            Wrong:

            ```yaml
            metadata:
              generateName: frontend-
            ```

            Right:

            ```yaml
            metadata:
              name: frontend
            ```

            **Fix.** Add `metadata.name`.
            """#
        ),
        (
            "MST0306", [],
            #"""
            # MST0306: A comment that ignores without a reason

            *Warning.* Who reads the file next cannot tell whether the finding was looked at or only in the way.

            Wrong:

            ```yaml
            gateways: [mesh, old]  # mainstay: ignore[IST0101]
            ```

            Right:

            ```yaml
            gateways: [mesh, old]  # mainstay: ignore[IST0101] made by the platform team
            ```

            **Fix.** Write the reason behind the bracket.
            """#
        ),
        (
            "MST0307", [],
            #"""
            # MST0307: A comment that ignores past its day

            *Warning.* The comment said until when the finding may stay. The day is over, and the finding counts again.

            Wrong:

            ```yaml
            timeout: 0s  # mainstay: ignore[MST4001] old client, until 2025-01-31
            ```

            Right:

            ```yaml
            timeout: 5s
            ```

            **Fix.** Mend what the comment hid and remove it, or set a later day.
            """#
        ),
        (
            "MST0308", [],
            #"""
            # MST0308: A comment that ignores nothing

            *Warning.* No finding with this code stands on the lines that the comment is for. It may hide a later one that nobody has looked at.

            Wrong:

            ```yaml
            host: frontend  # mainstay: ignore[MST1001] is made by hand
            ```

            Right:

            ```yaml
            host: frontend
            ```

            **Fix.** Remove the comment. If it is meant for a finding, check its code and its line: at the end of a line it is for that line, on a line of its own for the next one and what is indented below.
            """#
        ),
        (
            "MST9101", [],
            #"""
            # MST9101: A sync hook

            *Error.* The object is a hook of Argo CD: it should run at a moment of the sync. Mainstay does not run hooks yet, and leaving one out in silence would be worse than refusing.

            Wrong:

            ```yaml
            metadata:
              name: migrate
              annotations:
                argocd.argoproj.io/hook: PreSync
            ```

            Right:

            ```yaml
            metadata:
              name: migrate
              annotations:
                argocd.argoproj.io/sync-wave: "-1"
            ```

            **Fix.** Use a sync wave where order is what matters, or remove the annotation.
            """#
        ),
        (
            "MST9102", [],
            #"""
            # MST9102: A sync option that nothing acts on

            *Error.* The object asks, through `argocd.argoproj.io/sync-options`, for something that a sync of Mainstay does not do, such as `Replace=true` or `Prune=confirm`. An option that is read and ignored would be a promise that nobody keeps.

            Wrong:

            ```yaml
            metadata:
              name: frontend
              annotations:
                argocd.argoproj.io/sync-options: Replace=true
            ```

            Right:

            ```yaml
            metadata:
              name: frontend
              annotations:
                argocd.argoproj.io/sync-options: Prune=false
            ```

            **Fix.** Remove the option. These are acted on: `Delete=false`, `Prune=false`, `PruneLast=true`, `Validate=false`. `ServerSideApply=true` is always in force.
            """#
        ),
    ]
}
