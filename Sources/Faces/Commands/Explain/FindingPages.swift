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
            "MST0007", [],
            #"""
            # MST0007: The file could not be formatted

            *Error.* `mainstay fmt` reads what it has written before it touches a file. The result did not say the same as the file, so the file was left as it is. This is an error of the formatter, not of the file.

            Wrong:

            ```
            error[MST0007]: internal error: values of document 1 would change; the file is left as it is
            ```

            Right:

            ```
            1 file is formatted
            ```

            **Fix.** Report it together with the file. Until then name the other files only, or leave this one out with `--exclude`.
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

            *Error.* A rule in CEL (`x-kubernetes-validations`) does not compile, or it has no answer for this object: it reads a field that is not there, or a text that is no duration. A cluster refuses a definition with the first and an object with the second. It also refuses a definition whose rule is empty, whose message is empty or has line breaks, whose `messageExpression` gives no text, whose `fieldPath` names no field, whose `reason` is unknown, or which reads `oldSelf` below a list without keys.

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

            It refuses a definition, too, before there is any object: from the limits in the schema it reckons what a rule costs over the largest object that fits into a request. One rule may come to 10,000,000, all of a version to 100,000,000. A list, a map or a text without a limit counts as large as a request.

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
            "MST0223", [],
            #"""
            # MST0223: A version that current releases serve no longer

            *Warning.* The project had this version of the kind once, and its current releases have it no more: a cluster that runs them refuses the object. An older cluster still takes it, so the object is checked against the fields that the version had.

            Wrong:

            ```yaml
            apiVersion: notification.toolkit.fluxcd.io/v1beta1   # current Flux serves v1beta3
            kind: Provider
            ```

            Right:

            ```yaml
            apiVersion: notification.toolkit.fluxcd.io/v1beta3
            kind: Provider
            ```

            **Fix.** Write the version that the hint names, and look whether fields have changed their names. While a cluster needs the old version, say so with a comment: `# mainstay: ignore[MST0223] until the clusters are upgraded`.
            """#
        ),
        (
            "MST0224", [],
            #"""
            # MST0224: A field that current releases do not have any more

            *Warning.* The field belonged to the kind in earlier releases of the project. Current ones do not know it: a strict server refuses the object, another drops the field without a word, and it has no effect either way.

            Wrong:

            ```yaml
            apiVersion: kustomize.toolkit.fluxcd.io/v1
            kind: Kustomization
            spec:
              validation: client      # left the API with v1
            ```

            Right:

            ```yaml
            apiVersion: kustomize.toolkit.fluxcd.io/v1
            kind: Kustomization
            spec: {}
            ```

            **Fix.** Do what the hint says: most often, remove the line.
            """#
        ),
        (
            "MST0225", [],
            #"""
            # MST0225: A kind that nothing is known of

            *Info.* Mainstay knows the kinds of Kubernetes, Istio, the Gateway API, Argo, Flux, Flagger, Sealed Secrets, External Secrets and Velero, and those whose CustomResourceDefinition is among the manifests. This one is none of them, so nobody looks at its fields before a cluster does. It is told once for each kind.

            Wrong:

            ```
            mainstay validate apps
            ```

            Right:

            ```
            mainstay validate apps --schemas crds
            ```

            **Fix.** Give the folder or file that holds the CustomResourceDefinition with `--schemas`, or put it beside the manifests. If the kind is misspelt, mend it: the finding points at it.
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
            "MST0309", [],
            #"""
            # MST0309: A manifest that no kustomization names

            *Note.* The file stands beside a kustomization, or beside files that one names, and none names it. Nothing builds it, so it reaches no cluster, and the stations do not look at it.

            Wrong:

            ```yaml
            # base/kustomization.yaml; base/gateway.yaml is there, too
            resources:
              - routes.yaml
            ```

            Right:

            ```yaml
            # base/kustomization.yaml
            resources:
              - gateway.yaml
              - routes.yaml
            ```

            **Fix.** List it where it belongs, or remove it. A file that is meant to lie there is named under `exclude` in `mainstay.yaml`.
            """#
        ),
        (
            "MST0310", [],
            #"""
            # MST0310: A baseline that cannot be used

            *Error.* The file that `--baseline` or `mainstay.yaml` names is no list of known findings.

            Wrong:

            ```yaml
            - MST1001
            ```

            Right:

            ```yaml
            apiVersion: mainstay.dev/v1
            kind: Baseline
            findings:
              - code: MST1001
                file: apps/shop/routes.yaml
                message: no Service and no ServiceEntry has the host "wbe"
            ```

            **Fix.** Write it with `mainstay validate --write-baseline FILE`.
            """#
        ),
        (
            "MST0311", [],
            #"""
            # MST0311: A baseline that knows too much

            *Note.* The baseline knows a finding that is no longer found: somebody has mended it. As long as it stands there, the same mistake could come back unseen.

            Wrong:

            ```yaml
            # baseline.yaml, after the route was mended
            findings:
              - code: MST1001
                file: apps/shop/routes.yaml
                message: no Service and no ServiceEntry has the host "wbe"
            ```

            Right:

            ```yaml
            findings: []
            ```

            **Fix.** Write it anew with `mainstay validate --write-baseline FILE`.
            """#
        ),
        (
            "MST0401", [],
            #"""
            # MST0401: An object that a cluster refuses

            *Error.* The object was given to a cluster as a dry run, in the order of a sync, and the cluster said no. Without `--live` that is a cluster in memory with the definitions that Mainstay knows; with it, the one that kubectl would use, with its own admission.

            Wrong:

            ```yaml
            metadata:
              name: Shop_Routes      # a name is made of lower case letters, digits, "-" and "."
            ```

            Right:

            ```yaml
            metadata:
              name: shop-routes
            ```

            **Fix.** The message is the cluster's own, and the place is the field that it names.
            """#
        ),
        (
            "MST0402", [],
            #"""
            # MST0402: A cluster that could not be asked

            *Error, or a note.* With `--live` the cluster gave no answer for this object: it was not reached, or it does not let you ask. As a note: the object stands on a namespace or a definition that comes with the same change, so that the cluster cannot know it yet.

            Wrong:

            ```text
            the cluster could not be asked: cannot reach https://10.0.0.1:6443
            ```

            Right:

            ```text
            kubectl auth can-i patch virtualservices.networking.istio.io
            ```

            **Fix.** Check the context and the permissions: a dry run needs the right to patch. Leave `--live` out to ask a cluster in memory.
            """#
        ),
        (
            "MST1001", ["IST0101", "KIA1101"],
            #"""
            # MST1001: A route leads to a host that nobody offers

            *Error.* The host of a destination or mirror is neither a Service nor a host of a ServiceEntry that its namespace may see. A name without dots is a Service of the same namespace. Requests get 503 with the flag NC.

            Wrong:

            ```yaml
            # namespace shop; the Service ratings lives in data
            - destination: {host: ratings}
            ```

            Right:

            ```yaml
            - destination: {host: ratings.data.svc.cluster.local}
            ```

            **Fix.** Correct the name, or write it in full.
            """#
        ),
        (
            "MST1002", ["IST0101"],
            #"""
            # MST1002: A route leads to a port that its host does not have

            *Error.* There is no cluster for that port, so requests get 503 with the flag NC.

            Wrong:

            ```yaml
            # the Service web has port 80
            - destination: {host: web, port: {number: 8080}}
            ```

            Right:

            ```yaml
            - destination: {host: web, port: {number: 80}}
            ```

            **Fix.** Use the port of the Service, not that of the container.
            """#
        ),
        (
            "MST1003", ["IST0112"],
            #"""
            # MST1003: A route has to choose a port

            *Error.* The host has several ports, and the destination names none.

            Wrong:

            ```yaml
            # the Service web has the ports 80 and 90
            - destination: {host: web}
            ```

            Right:

            ```yaml
            - destination: {host: web, port: {number: 80}}
            ```

            **Fix.** Add `port.number`.
            """#
        ),
        (
            "MST1004", ["IST0101", "KIA1107"],
            #"""
            # MST1004: A subset that no DestinationRule defines

            *Error.* A subset exists only where a DestinationRule for the same host lists it. Requests to another one get 503 with the flag NC.

            Wrong:

            ```yaml
            # VirtualService
            - destination: {host: web, subset: v2}
            # DestinationRule
            host: web
            subsets:
            - name: v1
              labels: {version: v1}
            ```

            Right:

            ```yaml
            # DestinationRule
            host: web
            subsets:
            - name: v1
              labels: {version: v1}
            - name: v2
              labels: {version: v2}
            ```

            **Fix.** Define the subset first, then route to it.
            """#
        ),
        (
            "MST1005", ["IST0101", "KIA1102"],
            #"""
            # MST1005: A VirtualService is for a Gateway that does not exist

            *Error.* Without a namespace the name means a Gateway of the same namespace. Requests from outside get 404.

            Wrong:

            ```yaml
            # the Gateway edge lives in infra
            gateways: [edge]
            ```

            Right:

            ```yaml
            gateways: [infra/edge]
            ```

            **Fix.** Correct the name, or add the namespace.
            """#
        ),
        (
            "MST1006", ["IST0165"],
            #"""
            # MST1006: A VirtualService is for a Gateway that Istio makes for itself

            *Warning.* From a Gateway of Gateway API Istio makes one of its own. Its name is not settled, so a VirtualService must not use it.

            Wrong:

            ```yaml
            gateways: ["edge~istio-autogenerated-k8s-gateway~web"]
            ```

            Right:

            ```yaml
            # the Gateway of Gateway API
            gateways: [edge]
            ```

            **Fix.** Name the Gateway that people wrote, or use an HTTPRoute.
            """#
        ),
        (
            "MST1007", ["IST0132"],
            #"""
            # MST1007: A Gateway does not listen for the host

            *Warning.* No host of the VirtualService meets a host of the servers of its Gateway, so no request through it follows the routes.

            Wrong:

            ```yaml
            # Gateway
            servers:
            - hosts: [a.example]
            # VirtualService
            hosts: [b.example]
            ```

            Right:

            ```yaml
            # Gateway
            servers:
            - hosts: [a.example, b.example]
            ```

            **Fix.** Add the host to a server of the Gateway.
            """#
        ),
        (
            "MST1008", ["IST0174", "KIA0202"],
            #"""
            # MST1008: A DestinationRule is for a host that nobody offers

            *Warning.* The rule has no effect on any request, nor have its TLS settings.

            Wrong:

            ```yaml
            # the Service is called web
            host: wbe
            ```

            Right:

            ```yaml
            host: web
            ```

            **Fix.** Correct the host.
            """#
        ),
        (
            "MST1009", ["IST0173", "KIA0203"],
            #"""
            # MST1009: A subset selects no workload

            *Error.* No pod has the labels of the subset. Requests to it get 503 with the flag UH.

            Wrong:

            ```yaml
            subsets:
            - name: v2
              labels: {version: "2"}
            # pods have version: v2
            ```

            Right:

            ```yaml
            subsets:
            - name: v2
              labels: {version: v2}
            ```

            **Fix.** Use the labels of the pod template.
            """#
        ),
        (
            "MST1010", ["IST0101", "KIA0302"],
            #"""
            # MST1010: A Gateway selects no workload

            *Error.* No pod has the labels of the selector, so nothing listens.

            Wrong:

            ```yaml
            selector: {istio: ingress}
            ```

            Right:

            ```yaml
            selector: {istio: ingressgateway}
            ```

            **Fix.** Use the labels of the gateway's pods.
            """#
        ),
        (
            "MST1011", ["IST0101", "KIA0004"],
            #"""
            # MST1011: A configuration for some workloads selects none

            *Error.* A Sidecar or a Telemetry with a selector counts for workloads of its namespace with all of the labels. Here there is none.

            Wrong:

            ```yaml
            # pods have app: web
            workloadSelector:
              labels: {app: website}
            ```

            Right:

            ```yaml
            workloadSelector:
              labels: {app: web}
            ```

            **Fix.** Use the labels of the pods.
            """#
        ),
        (
            "MST1012", ["IST0101"],
            #"""
            # MST1012: The certificate of a Gateway is not there

            *Error.* A Secret for `credentialName` must be in the namespace of the gateway's pods, not in that of the Gateway.

            Wrong:

            ```yaml
            # Secret
            metadata: {name: shop-cert, namespace: shop}
            ```

            Right:

            ```yaml
            # Secret
            metadata: {name: shop-cert, namespace: istio-system}
            ```

            **Fix.** Create the Secret beside the pods. A SealedSecret, an ExternalSecret or a Certificate of cert-manager counts too.
            """#
        ),
        (
            "MST1013", ["IST0101", "KIA0101"],
            #"""
            # MST1013: A policy names a namespace that does not exist

            *Error.* The rule meets no request: a policy that allows lets nobody in, one that denies keeps nobody out.

            Wrong:

            ```yaml
            from:
            - source: {namespaces: [shpo]}
            ```

            Right:

            ```yaml
            from:
            - source: {namespaces: [shop]}
            ```

            **Fix.** Correct the name.
            """#
        ),
        (
            "MST1014", ["IST0127", "KIA0004"],
            #"""
            # MST1014: A policy guards no workload

            *Warning.* No workload with a proxy has the labels of the policy, or its namespace has none at all. Nothing is allowed or denied.

            Wrong:

            ```yaml
            # pods have app: web
            selector:
              matchLabels: {app: website}
            ```

            Right:

            ```yaml
            selector:
              matchLabels: {app: web}
            ```

            **Fix.** Use the labels of the pods, and put them into the mesh.
            """#
        ),
        (
            "MST1015", ["IST0162"],
            #"""
            # MST1015: A Gateway listens on a port that its Service does not have

            *Warning.* The pods listen, but no connection reaches them through their Service.

            Wrong:

            ```yaml
            # the Service has 80 and 443
            servers:
            - port: {number: 8080, name: http, protocol: HTTP}
            ```

            Right:

            ```yaml
            servers:
            - port: {number: 80, name: http, protocol: HTTP}
            ```

            **Fix.** Use a port of the Service, or add it there.
            """#
        ),
        (
            "MST1016", ["IST0126"],
            #"""
            # MST1016: Mesh networks name a registry that is not there

            *Error.* A registry is Kubernetes, or a cluster that has a Secret with the label `istio/multiCluster`.

            Wrong:

            ```yaml
            networks:
              one:
                endpoints:
                - fromRegistry: east
            ```

            Right:

            ```yaml
            # and a Secret with the key east
            networks:
              one:
                endpoints:
                - fromRegistry: east
            ```

            **Fix.** Correct the name, or add the Secret of the cluster.
            """#
        ),
        (
            "MST1017", ["IST0139"],
            #"""
            # MST1017: A webhook calls a Service that does not exist

            *Error.* The API server cannot ask the injector, so new pods have no proxy or are refused.

            Wrong:

            ```yaml
            clientConfig:
              service: {namespace: istio-system, name: istio}
            ```

            Right:

            ```yaml
            clientConfig:
              service: {namespace: istio-system, name: istiod}
            ```

            **Fix.** Correct the name, or remove the webhook of an old revision.
            """#
        ),
        (
            "MST1018", ["IST0157"],
            #"""
            # MST1018: Access logs go to no provider

            *Warning.* The mesh has no default provider for access logs, and the Telemetry names none, so nothing is written.

            Wrong:

            ```yaml
            accessLogging:
            - filter: {expression: "response.code >= 400"}
            ```

            Right:

            ```yaml
            accessLogging:
            - providers: [{name: envoy}]
              filter: {expression: "response.code >= 400"}
            ```

            **Fix.** Name a provider.
            """#
        ),
        (
            "MST1101", ["KIA0005"],
            #"""
            # MST1101: A list of namespaces names one that does not exist

            *Error.* `exportTo` says in which namespaces a configuration counts. The name is compared exactly.

            Wrong:

            ```yaml
            exportTo: [shpo]
            ```

            Right:

            ```yaml
            exportTo: [shop]
            ```

            **Fix.** Correct the name.
            """#
        ),
        (
            "MST1102", ["KIA0106"],
            #"""
            # MST1102: A policy names a service account that does not exist

            *Error.* A principal is `TRUST-DOMAIN/ns/NAMESPACE/sa/NAME`. No request comes from an account that is not there.

            Wrong:

            ```yaml
            principals: [cluster.local/ns/shop/sa/wbe]
            ```

            Right:

            ```yaml
            principals: [cluster.local/ns/shop/sa/web]
            ```

            **Fix.** Correct the name, or add the ServiceAccount.
            """#
        ),
        (
            "MST1103", ["KIA0104"],
            #"""
            # MST1103: A policy names a host that nobody offers

            *Warning.* A short host means a Service of the namespace. Names with dots are compared with the Host header as they stand.

            Wrong:

            ```yaml
            to:
            - operation: {hosts: [wbe]}
            ```

            Right:

            ```yaml
            to:
            - operation: {hosts: [web]}
            ```

            **Fix.** Correct the name, or write the host that clients send.
            """#
        ),
        (
            "MST1104", ["KIA1004"],
            #"""
            # MST1104: A Sidecar shows a host that nobody offers

            *Warning.* Workloads see only the hosts that their Sidecar lists. One that does not exist is often a typing error for one they need.

            Wrong:

            ```yaml
            egress:
            - hosts: [data/ratings]
            ```

            Right:

            ```yaml
            egress:
            - hosts: [data/ratings.data.svc.cluster.local]
            ```

            **Fix.** Write the host in full, with its namespace before the slash.
            """#
        ),
        (
            "MST1105", ["KIA1401"],
            #"""
            # MST1105: A route belongs to a Gateway that does not exist

            *Error.* Without a namespace the parent is a Gateway of the route's own namespace. No request follows the route.

            Wrong:

            ```yaml
            parentRefs:
            - name: egde
            ```

            Right:

            ```yaml
            parentRefs:
            - name: edge
              namespace: infra
            ```

            **Fix.** Correct the name, or add the namespace.
            """#
        ),
        (
            "MST1106", ["KIA1402"],
            #"""
            # MST1106: A route leads to a Service that it cannot reach

            *Error.* The Service does not exist, or it is in another namespace that has no ReferenceGrant for the route. Requests get 500.

            Wrong:

            ```yaml
            backendRefs:
            - {name: db, namespace: data, port: 80}
            ```

            Right:

            ```yaml
            # in the namespace data
            kind: ReferenceGrant
            spec:
              from:
              - {group: gateway.networking.k8s.io, kind: HTTPRoute, namespace: shop}
              to:
              - {group: "", kind: Service}
            ```

            **Fix.** Correct the name, or add the grant.
            """#
        ),
        (
            "MST1107", ["KIA1601"],
            #"""
            # MST1107: A grant is for a namespace that does not exist

            *Error.* The grant lets nobody in.

            Wrong:

            ```yaml
            from:
            - {kind: HTTPRoute, namespace: shpo}
            ```

            Right:

            ```yaml
            from:
            - {kind: HTTPRoute, namespace: shop}
            ```

            **Fix.** Correct the name.
            """#
        ),
        (
            "MST1108", ["KIA1701"],
            #"""
            # MST1108: A group of workloads runs as an unknown service account

            *Warning.* Its workloads get no certificate, so they cannot join the mesh.

            Wrong:

            ```yaml
            template: {serviceAccount: mv}
            ```

            Right:

            ```yaml
            template: {serviceAccount: vm}
            ```

            **Fix.** Correct the name, or add the ServiceAccount.
            """#
        ),
        (
            "MST1109", ["KIA1313"],
            #"""
            # MST1109: A waypoint that does not exist

            *Error.* The label asks for a Gateway of the namespace, or of that in `istio.io/use-waypoint-namespace`. Without it HTTP routes and policies do not count. A Gateway of the class `istio` is no waypoint either. A Gateway of the class `istio` is no waypoint either.

            Wrong:

            ```yaml
            labels: {istio.io/use-waypoint: waypiont}
            ```

            Right:

            ```yaml
            labels: {istio.io/use-waypoint: waypoint}
            ```

            **Fix.** Correct the name, or add a Gateway of the class `istio-waypoint`.
            """#
        ),
        (
            "MST1110", ["KIA0701"],
            #"""
            # MST1110: A Service leads to a port that its workload does not have

            *Warning.* The containers say which ports they have, and this is none of them. Connections are refused.

            Wrong:

            ```yaml
            # Service
            targetPort: 8081
            # container
            ports: [{containerPort: 8080}]
            ```

            Right:

            ```yaml
            # Service
            targetPort: 8080
            ```

            **Fix.** Correct one of the two.
            """#
        ),
        (
            "MST1111", ["KIA0004"],
            #"""
            # MST1111: A policy for some workloads selects none

            *Warning.* A PeerAuthentication, a RequestAuthentication or a WasmPlugin counts for workloads with all of its labels. Here there is none.

            Wrong:

            ```yaml
            selector:
              matchLabels: {app: wbe}
            ```

            Right:

            ```yaml
            selector:
              matchLabels: {app: web}
            ```

            **Fix.** Use the labels of the pods.
            """#
        ),
        (
            "MST1201", ["IST0102"],
            #"""
            # MST1201: A namespace says nothing about injection

            *Note.* Its pods have no proxy. Say so, or ask for one.

            Wrong:

            ```yaml
            kind: Namespace
            metadata: {name: shop}
            ```

            Right:

            ```yaml
            kind: Namespace
            metadata:
              name: shop
              labels: {istio-injection: enabled}
            ```

            **Fix.** Label it `istio-injection=enabled` or `disabled`.
            """#
        ),
        (
            "MST1202", ["IST0103"],
            #"""
            # MST1202: A pod has no proxy

            *Warning.* Its namespace injects one, but the pod was there before, or the injector did not answer.

            Wrong:

            ```yaml
            kind: Pod
            spec:
              containers:
              - name: web
            ```

            Right:

            ```yaml
            kind: Pod
            spec:
              containers:
              - name: web
              - name: istio-proxy
            ```

            **Fix.** Restart the workload.
            """#
        ),
        (
            "MST1203", ["IST0123"],
            #"""
            # MST1203: A namespace has labels for two ways into the mesh

            *Warning.* `istio-injection`, `istio.io/rev` and `istio.io/dataplane-mode` exclude each other.

            Wrong:

            ```yaml
            labels:
              istio-injection: enabled
              istio.io/rev: canary
            ```

            Right:

            ```yaml
            labels:
              istio.io/rev: canary
            ```

            **Fix.** Keep one of the labels.
            """#
        ),
        (
            "MST1204", ["IST0148"],
            #"""
            # MST1204: A namespace is injected by default

            *Note.* The installation injects namespaces that say nothing. That is easily overlooked.

            Wrong:

            ```yaml
            kind: Namespace
            metadata: {name: shop}
            ```

            Right:

            ```yaml
            kind: Namespace
            metadata:
              name: shop
              labels: {istio-injection: enabled}
            ```

            **Fix.** Say it with a label.
            """#
        ),
        (
            "MST1205", ["IST0158"],
            #"""
            # MST1205: Pods run an older proxy than the injector gives

            *Warning.* Proxies change only when pods are made anew.

            Wrong:

            ```yaml
            # the injector gives proxyv2:1.31.0
            - name: istio-proxy
              image: docker.io/istio/proxyv2:1.30.0
            ```

            Right:

            ```yaml
            - name: istio-proxy
              image: docker.io/istio/proxyv2:1.31.0
            ```

            **Fix.** Restart the workloads.
            """#
        ),
        (
            "MST1206", ["IST0147"],
            #"""
            # MST1206: A pod whose image is still "auto"

            *Error.* The injector replaces the image when a pod is made. This one it did not see, so the pod cannot start.

            Wrong:

            ```yaml
            kind: Pod
            spec:
              containers:
              - name: istio-proxy
                image: auto
            ```

            Right:

            ```yaml
            kind: Deployment
            spec:
              template:
                metadata:
                  labels: {sidecar.istio.io/inject: "true"}
                spec:
                  containers:
                  - name: istio-proxy
                    image: auto
            ```

            **Fix.** Use a Deployment in a namespace that is injected.
            """#
        ),
        (
            "MST1207", ["IST0146"],
            #"""
            # MST1207: A Deployment with the image "auto" that nobody injects

            *Warning.* No webhook of Istio selects its namespace and labels, so the image stays "auto" and pods do not start.

            Wrong:

            ```yaml
            template:
              metadata:
                labels: {app: edge}
            ```

            Right:

            ```yaml
            template:
              metadata:
                labels: {app: edge, sidecar.istio.io/inject: "true"}
            ```

            **Fix.** Add the label.
            """#
        ),
        (
            "MST1208", ["IST0139"],
            #"""
            # MST1208: Two webhooks inject one pod

            *Error.* The selectors of two webhooks meet the same namespaces and pods.

            Wrong:

            ```yaml
            - name: one.istio.io
              namespaceSelector:
                matchLabels: {istio-injection: enabled}
            - name: two.istio.io
              namespaceSelector:
                matchLabels: {istio-injection: enabled}
            ```

            Right:

            ```yaml
            - name: one.istio.io
              namespaceSelector:
                matchLabels: {istio-injection: enabled}
            - name: two.istio.io
              namespaceSelector:
                matchLabels: {istio.io/rev: two}
            ```

            **Fix.** Make the selectors exclude each other.
            """#
        ),
        (
            "MST1209", ["IST0163"],
            #"""
            # MST1209: A webhook without an address

            *Warning.* A webhook of an external control plane needs a URL, or a Service.

            Wrong:

            ```yaml
            clientConfig:
              url: ""
            ```

            Right:

            ```yaml
            clientConfig:
              url: https://istiod.example:15017/inject
            ```

            **Fix.** Write the URL.
            """#
        ),
        (
            "MST1210", ["IST0164"],
            #"""
            # MST1210: A webhook that is called by an IP address

            *Note.* When the address changes, pods are no longer injected.

            Wrong:

            ```yaml
            clientConfig:
              url: https://10.0.0.1:15017/inject
            ```

            Right:

            ```yaml
            clientConfig:
              url: https://istiod.example:15017/inject
            ```

            **Fix.** Use a host name.
            """#
        ),
        (
            "MST1211", ["IST0144"],
            #"""
            # MST1211: An application runs as the proxy's user

            *Warning.* Traffic of the user 1337 is not redirected to the proxy.

            Wrong:

            ```yaml
            securityContext: {runAsUser: 1337}
            ```

            Right:

            ```yaml
            securityContext: {runAsUser: 1000}
            ```

            **Fix.** Choose another user.
            """#
        ),
        (
            "MST1301", ["IST0108"],
            #"""
            # MST1301: An annotation that Istio does not know

            *Warning.* It has no effect; often it is a typing error.

            Wrong:

            ```yaml
            annotations:
              networking.istio.io/exportsTo: shop
            ```

            Right:

            ```yaml
            annotations:
              networking.istio.io/exportTo: shop
            ```

            **Fix.** Correct or remove it.
            """#
        ),
        (
            "MST1302", ["IST0107"],
            #"""
            # MST1302: An annotation on the wrong kind

            *Warning.* Annotations for pods belong to the template of a Deployment, not to the Deployment.

            Wrong:

            ```yaml
            kind: Deployment
            metadata:
              annotations: {sidecar.istio.io/proxyCPU: 100m}
            ```

            Right:

            ```yaml
            kind: Deployment
            spec:
              template:
                metadata:
                  annotations: {sidecar.istio.io/proxyCPU: 100m}
            ```

            **Fix.** Move it.
            """#
        ),
        (
            "MST1303", ["IST0125"],
            #"""
            # MST1303: An annotation with a value that cannot be one

            *Warning.* The injector refuses the pod, or ignores the value.

            Wrong:

            ```yaml
            annotations:
              sidecar.istio.io/proxyCPU: much
            ```

            Right:

            ```yaml
            annotations:
              sidecar.istio.io/proxyCPU: 100m
            ```

            **Fix.** Correct the value.
            """#
        ),
        (
            "MST1304", ["IST0135"],
            #"""
            # MST1304: A deprecated annotation

            *Note.* A later version of Istio will ignore it.

            Wrong:

            ```yaml
            annotations:
              sidecar.istio.io/inject: "true"
            ```

            Right:

            ```yaml
            labels:
              sidecar.istio.io/inject: "true"
            ```

            **Fix.** Use what has replaced it.
            """#
        ),
        (
            "MST1305", ["IST0136"],
            #"""
            # MST1305: An annotation of an unsettled feature

            *Note.* Its meaning may change with any version of Istio.

            Wrong:

            ```yaml
            annotations:
              sidecar.istio.io/logLevel: debug
            ```

            Right:

            ```yaml
            # a Telemetry, or nothing
            ```

            **Fix.** Read the release notes before an upgrade.
            """#
        ),
        (
            "MST1306", ["IST0002"],
            #"""
            # MST1306: Something that Istio has given up

            *Warning.* A field, a kind or a tracing provider is deprecated, and a later version drops it.

            Wrong:

            ```yaml
            fault:
              delay: {percent: 10, fixedDelay: 1s}
            ```

            Right:

            ```yaml
            fault:
              delay:
                percentage: {value: 10}
                fixedDelay: 1s
            ```

            **Fix.** Use what has replaced it.
            """#
        ),
        (
            "MST1307", ["IST0171"],
            #"""
            # MST1307: The cluster has refused a configuration

            *Warning.* A condition in the status says that the object is not in use, or only in part.

            Wrong:

            ```yaml
            status:
              conditions:
              - {type: ResolvedRefs, status: "False", reason: BackendNotFound}
            ```

            Right:

            ```yaml
            status:
              conditions:
              - {type: ResolvedRefs, status: "True"}
            ```

            **Fix.** Read the reason and the message.
            """#
        ),
        (
            "MST1308", ["IST0176"],
            #"""
            # MST1308: A definition of Gateway API that is too old

            *Warning.* Istio ignores objects of a kind whose definition is older than it needs.

            Wrong:

            ```yaml
            kind: CustomResourceDefinition
            metadata:
              name: grpcroutes.gateway.networking.k8s.io
              annotations: {gateway.networking.k8s.io/bundle-version: v1.0.0}
            ```

            Right:

            ```yaml
            kind: CustomResourceDefinition
            metadata:
              name: grpcroutes.gateway.networking.k8s.io
              annotations: {gateway.networking.k8s.io/bundle-version: v1.4.0}
            ```

            **Fix.** Install a newer Gateway API.
            """#
        ),
        (
            "MST1401", [],
            #"""
            # MST1401: A folder that is deployed is not in the repository

            *Error.* The tool finds nothing to deploy and fails; what was deployed before stays as it is. An address counts as this repository when it is the one that Git knows, or when at least half of the folders that are deployed from there are here. When it is just half of them, or another branch than the main one is deployed, it is a warning.

            Wrong:

            ```yaml
            source:
              repoURL: https://git.example.com/platform/istio-config.git
              path: overlays/prodction
            ```

            Right:

            ```yaml
            source:
              repoURL: https://git.example.com/platform/istio-config.git
              path: overlays/production
            ```

            **Fix.** Correct the path, or make the folder.
            """#
        ),
        (
            "MST1402", [],
            #"""
            # MST1402: A folder that cannot be deployed like that

            *Error.* The path is a file, leads out of the repository, is a Component, or has no kustomization or chart although the source asks for one. A folder without manifests of its own is a warning: Argo CD does not look into its folders.

            Wrong:

            ```yaml
            source:
              path: apps            # has only folders
            ```

            Right:

            ```yaml
            source:
              path: apps
              directory: {recurse: true}
            ```

            **Fix.** Name the folder that is meant.
            """#
        ),
        (
            "MST1403", [],
            #"""
            # MST1403: An AppProject that the repository does not have

            *Warning.* Argo CD refuses to sync an Application whose project does not exist. The repository has other projects, and not this one; without a name that is near it is a note.

            Wrong:

            ```yaml
            kind: AppProject
            metadata: {name: shop}
            ---
            kind: Application
            spec: {project: shpo}
            ```

            Right:

            ```yaml
            kind: Application
            spec: {project: shop}
            ```

            **Fix.** Correct the name.
            """#
        ),
        (
            "MST1404", [],
            #"""
            # MST1404: Nobody makes the namespace of a destination

            *Note.* The repository has Namespaces, and not this one, and the sync is not told to make it. While the cluster has no such namespace, the sync fails.

            Wrong:

            ```yaml
            destination: {server: https://kubernetes.default.svc, namespace: shop}
            ```

            Right:

            ```yaml
            destination: {server: https://kubernetes.default.svc, namespace: shop}
            syncPolicy:
              syncOptions: [CreateNamespace=true]
            ```

            **Fix.** Add the option, or the Namespace to what is deployed.
            """#
        ),
        (
            "MST1405", [],
            #"""
            # MST1405: Two objects deploy one folder to one place

            *Warning.* Each of the two writes every object with its own marks, so both are out of sync again and again; when one of them is deleted it takes along what the other needs. It makes no difference whether one is of Argo CD and one of Flux.

            Wrong:

            ```yaml
            kind: Application
            metadata: {name: shop}
            spec: {source: {path: overlays/prod}, destination: {namespace: shop}}
            ---
            kind: Application
            metadata: {name: shop-again}
            spec: {source: {path: overlays/prod}, destination: {namespace: shop}}
            ```

            Right:

            ```yaml
            kind: Application
            metadata: {name: shop}
            spec: {source: {path: overlays/prod}, destination: {namespace: shop}}
            ```

            **Fix.** Keep one of them.
            """#
        ),
        (
            "MST1406", [],
            #"""
            # MST1406: A source of Flux that the repository does not have

            *Warning.* Without its source a Kustomization or an image update does nothing. The repository has other sources in that namespace; without a name that is near it is a note, since `flux bootstrap` makes the source `flux-system` in the cluster.

            Wrong:

            ```yaml
            kind: GitRepository
            metadata: {name: istio-config}
            ---
            kind: Kustomization
            spec: {sourceRef: {kind: GitRepository, name: istio-confg}}
            ```

            Right:

            ```yaml
            kind: Kustomization
            spec: {sourceRef: {kind: GitRepository, name: istio-config}}
            ```

            **Fix.** Correct the name or the kind.
            """#
        ),
        (
            "MST1407", [],
            #"""
            # MST1407: A dependency that the repository does not have

            *Warning.* A Kustomization of Flux that waits for one that does not exist is never applied.

            Wrong:

            ```yaml
            kind: Kustomization
            metadata: {name: base}
            ---
            kind: Kustomization
            spec: {dependsOn: [{name: bsae}]}
            ```

            Right:

            ```yaml
            kind: Kustomization
            spec: {dependsOn: [{name: base}]}
            ```

            **Fix.** Correct the name.
            """#
        ),
        (
            "MST1408", [],
            #"""
            # MST1408: Kustomizations wait for each other

            *Error.* Flux does not look for circles: none of them is ever applied, and each says only that its dependency is not ready.

            Wrong:

            ```yaml
            metadata: {name: gateways}
            spec: {dependsOn: [{name: routes}]}
            ---
            metadata: {name: routes}
            spec: {dependsOn: [{name: gateways}]}
            ```

            Right:

            ```yaml
            metadata: {name: gateways}
            ---
            metadata: {name: routes}
            spec: {dependsOn: [{name: gateways}]}
            ```

            **Fix.** Remove one of the dependencies.
            """#
        ),
        (
            "MST1409", [],
            #"""
            # MST1409: A health check of an object that the repository does not have

            *Warning.* Flux waits for the object until the timeout, and the Kustomization fails although all was applied.

            Wrong:

            ```yaml
            kind: Deployment
            metadata: {name: web, namespace: shop}
            ---
            healthChecks: [{apiVersion: apps/v1, kind: Deployment, name: wbe, namespace: shop}]
            ```

            Right:

            ```yaml
            healthChecks: [{apiVersion: apps/v1, kind: Deployment, name: web, namespace: shop}]
            ```

            **Fix.** Correct the name.
            """#
        ),
        (
            "MST1410", [],
            #"""
            # MST1410: Values from what the repository does not have

            *Warning.* Without the ConfigMap or the Secret the build fails, unless it is optional. A Secret may well be made in the cluster, so it is no more than a note.

            Wrong:

            ```yaml
            kind: ConfigMap
            metadata: {name: cluster-config}
            ---
            postBuild: {substituteFrom: [{kind: ConfigMap, name: cluster-confg}]}
            ```

            Right:

            ```yaml
            postBuild: {substituteFrom: [{kind: ConfigMap, name: cluster-config}]}
            ```

            **Fix.** Correct the name, or write `optional: true`.
            """#
        ),
        (
            "MST1411", [],
            #"""
            # MST1411: Alerts to a provider that the repository does not have

            *Warning.* The alerts of Flux or Flagger are lost.

            Wrong:

            ```yaml
            kind: Provider
            metadata: {name: slack}
            ---
            kind: Alert
            spec: {providerRef: {name: slak}}
            ```

            Right:

            ```yaml
            kind: Alert
            spec: {providerRef: {name: slack}}
            ```

            **Fix.** Correct the name.
            """#
        ),
        (
            "MST1412", [],
            #"""
            # MST1412: Alerts about what the repository does not have

            *Warning.* There are no events of an object that does not exist, so there is no alert.

            Wrong:

            ```yaml
            kind: Kustomization
            metadata: {name: istio-config}
            ---
            kind: Alert
            spec: {eventSources: [{kind: Kustomization, name: istio-confg}]}
            ```

            Right:

            ```yaml
            kind: Alert
            spec: {eventSources: [{kind: Kustomization, name: istio-config}]}
            ```

            **Fix.** Correct the name, or write `*` for all.
            """#
        ),
        (
            "MST1413", [],
            #"""
            # MST1413: Credentials in a Secret of another name

            *Note.* The repository has a Secret of nearly this name in the namespace. Many Secrets are made in the cluster, so this is a note.

            Wrong:

            ```yaml
            kind: Secret
            metadata: {name: github}
            ---
            kind: GitRepository
            spec: {secretRef: {name: gihtub}}
            ```

            Right:

            ```yaml
            kind: GitRepository
            spec: {secretRef: {name: github}}
            ```

            **Fix.** Correct the name.
            """#
        ),
        (
            "MST1414", [],
            #"""
            # MST1414: An ImageRepository that the repository does not have

            *Warning.* Without it there are no tags to choose from.

            Wrong:

            ```yaml
            kind: ImageRepository
            metadata: {name: proxy}
            ---
            kind: ImagePolicy
            spec: {imageRepositoryRef: {name: porxy}}
            ```

            Right:

            ```yaml
            kind: ImagePolicy
            spec: {imageRepositoryRef: {name: proxy}}
            ```

            **Fix.** Correct the name.
            """#
        ),
        (
            "MST1415", [],
            #"""
            # MST1415: A marker of an ImagePolicy that does not exist

            *Error.* Flux passes over a marker that names no policy: this image is never updated, and nothing says so.

            Wrong:

            ```yaml
            image: web:1.2.0 # {"$imagepolicy": "flux-system:wbe"}
            ```

            Right:

            ```yaml
            image: web:1.2.0 # {"$imagepolicy": "flux-system:web"}
            ```

            **Fix.** Correct the marker: namespace, colon, name of the ImagePolicy.
            """#
        ),
        (
            "MST1416", [],
            #"""
            # MST1416: No marker says which image to update

            *Warning.* An ImageUpdateAutomation changes only lines with a marker. Below its path there is none, so it never changes anything.

            Wrong:

            ```yaml
            image: web:1.2.0
            ```

            Right:

            ```yaml
            image: web:1.2.0 # {"$imagepolicy": "flux-system:web"}
            ```

            **Fix.** Add the comment to each line that is to be updated.
            """#
        ),
        (
            "MST1417", [],
            #"""
            # MST1417: The target of a Canary that the repository does not have

            *Warning.* Flagger never initialises the Canary.

            Wrong:

            ```yaml
            kind: Deployment
            metadata: {name: web}
            ---
            kind: Canary
            spec: {targetRef: {apiVersion: apps/v1, kind: Deployment, name: wbe}}
            ```

            Right:

            ```yaml
            kind: Canary
            spec: {targetRef: {apiVersion: apps/v1, kind: Deployment, name: web}}
            ```

            **Fix.** Correct the name.
            """#
        ),
        (
            "MST1418", [],
            #"""
            # MST1418: A MetricTemplate that the repository does not have

            *Warning.* Each check of the metric fails, and the canary is rolled back whatever it does.

            Wrong:

            ```yaml
            kind: MetricTemplate
            metadata: {name: errors}
            ---
            metrics: [{name: errors, templateRef: {name: erors}}]
            ```

            Right:

            ```yaml
            metrics: [{name: errors, templateRef: {name: errors}}]
            ```

            **Fix.** Correct the name, or name its namespace.
            """#
        ),
        (
            "MST1419", [],
            #"""
            # MST1419: Git has an object that Flagger writes

            *Error.* Flagger makes a VirtualService of the name of the Service, and a DestinationRule and a Service each for `-primary` and `-canary`. In Git as well, each sync takes the weights back and the canary starts again. A warning is told of what stands beside it: a DestinationRule for the Service itself, which no request meets any more; replicas of the target, which Flagger scales to 0; the Service itself, whose selector Flagger changes.

            Wrong:

            ```yaml
            kind: Canary
            spec: {targetRef: {kind: Deployment, name: web}, service: {port: 80}}
            ---
            kind: VirtualService
            metadata: {name: web}
            ```

            Right:

            ```yaml
            kind: Canary
            spec: {targetRef: {kind: Deployment, name: web}, service: {port: 80, retries: {attempts: 2}}}
            ```

            **Fix.** Remove the object from Git, and say in `service` of the Canary what it said.
            """#
        ),
        (
            "MST1420", [],
            #"""
            # MST1420: An AnalysisTemplate that the repository does not have

            *Warning.* A Rollout that names a missing template is invalid, and takes no step. A ClusterAnalysisTemplate needs `clusterScope: true`.

            Wrong:

            ```yaml
            kind: AnalysisTemplate
            metadata: {name: error-rate}
            ---
            analysis: {templates: [{templateName: eror-rate}]}
            ```

            Right:

            ```yaml
            analysis: {templates: [{templateName: error-rate}]}
            ```

            **Fix.** Correct the name.
            """#
        ),
        (
            "MST1421", [],
            #"""
            # MST1421: An AnalysisTemplate that nothing uses

            *Note.* A template measures nothing by itself: a Rollout, an Experiment or an AnalysisRun has to name it. No sync of Argo CD or Flux waits for one.

            Wrong:

            ```yaml
            kind: AnalysisTemplate
            metadata: {name: error-rate}
            ```

            Right:

            ```yaml
            kind: Rollout
            spec: {strategy: {canary: {analysis: {templates: [{templateName: error-rate}]}}}}
            ```

            **Fix.** Use it, or remove it.
            """#
        ),
        (
            "MST1422", [],
            #"""
            # MST1422: A store of secrets that the repository does not have

            *Warning.* The ExternalSecret has nowhere to read from, and writes no Secret.

            Wrong:

            ```yaml
            kind: ClusterSecretStore
            metadata: {name: vault}
            ---
            secretStoreRef: {kind: ClusterSecretStore, name: valut}
            ```

            Right:

            ```yaml
            secretStoreRef: {kind: ClusterSecretStore, name: vault}
            ```

            **Fix.** Correct the name or the kind.
            """#
        ),
        (
            "MST1423", [],
            #"""
            # MST1423: Two objects write one Secret

            *Error.* A Secret has one owner: the second one fails, or both write over each other.

            Wrong:

            ```yaml
            kind: SealedSecret
            metadata: {name: gateway-tls}
            ---
            kind: ExternalSecret
            spec: {target: {name: gateway-tls}}
            ```

            Right:

            ```yaml
            kind: ExternalSecret
            spec: {target: {name: gateway-tls}}
            ```

            **Fix.** Keep one of the two, or use another name.
            """#
        ),
        (
            "MST1424", [],
            #"""
            # MST1424: A BackupStorageLocation that the repository does not have

            *Warning.* Each backup fails its validation.

            Wrong:

            ```yaml
            kind: BackupStorageLocation
            metadata: {name: default}
            ---
            template: {storageLocation: defualt}
            ```

            Right:

            ```yaml
            template: {storageLocation: default}
            ```

            **Fix.** Correct the name.
            """#
        ),
        (
            "MST1425", [],
            #"""
            # MST1425: A backup of a namespace that is not there

            *Note.* A namespace that is named in full and does not exist makes the backup PartiallyFailed. The repository has one of nearly this name.

            Wrong:

            ```yaml
            includedNamespaces: [shpo]
            ```

            Right:

            ```yaml
            includedNamespaces: [shop]
            ```

            **Fix.** Correct the name.
            """#
        ),
        (
            "MST1426", [],
            #"""
            # MST1426: A generator that gives no Application

            *Warning.* Argo CD deletes the Applications that an ApplicationSet made before, and what they have deployed, as soon as its generators give none.

            Wrong:

            ```yaml
            generators:
            - git: {directories: [{path: app/*}]}    # the folder is apps
            ```

            Right:

            ```yaml
            generators:
            - git: {directories: [{path: apps/*}]}
            ```

            **Fix.** Correct the paths, or add elements.
            """#
        ),
        (
            "MST1427", [],
            #"""
            # MST1427: A Rollout shifts requests by what the repository does not have

            *Warning.* The Rollout is invalid, and a new version gets no requests.

            Wrong:

            ```yaml
            kind: VirtualService
            metadata: {name: web}
            ---
            trafficRouting: {istio: {virtualService: {name: wbe}}}
            ```

            Right:

            ```yaml
            trafficRouting: {istio: {virtualService: {name: web}}}
            ```

            **Fix.** Correct the name.
            """#
        ),
        (
            "MST1501", [],
            #"""
            # MST1501: A sync option that Argo CD does not know

            *Warning.* Options are compared as whole texts, with their case. One that is misspelt, or stands where it is not read, does nothing and says nothing.

            Wrong:

            ```yaml
            syncOptions: [CreateNamespace=true]
            ```

            Right:

            ```yaml
            syncOptions: [CreateNamespace=true]
            ```

            **Fix.** Correct it; options for Applications do nothing at single objects, and the other way round.
            """#
        ),
        (
            "MST1502", [],
            #"""
            # MST1502: An annotation of Argo CD that does not do what it says

            *Warning.* A wave that is no whole number counts as 0. An annotation that is misspelt does nothing. A hook that does not exist is an error: Argo CD leaves the object out.

            Wrong:

            ```yaml
            annotations:
              argocd.argoproj.io/sync-wave: first
              argocd.argoproj.io/hook: PreSnyc
            ```

            Right:

            ```yaml
            annotations:
              argocd.argoproj.io/sync-wave: "1"
              argocd.argoproj.io/hook: PreSync
            ```

            **Fix.** Correct the key or the value.
            """#
        ),
        (
            "MST1503", [],
            #"""
            # MST1503: A sync may remove everything

            *Warning.* With `prune` a source that renders to nothing removes what was deployed, and `allowEmpty` switches off the guard against that. A wrong path is enough.

            Wrong:

            ```yaml
            automated: {prune: true, allowEmpty: true}
            ```

            Right:

            ```yaml
            automated: {prune: true}
            ```

            **Fix.** Remove `allowEmpty`.
            """#
        ),
        (
            "MST1504", [],
            #"""
            # MST1504: A difference that is ignored, and written over

            *Warning.* `ignoreDifferences` changes the comparison only. When a sync runs for another reason it writes what Git has, and takes back what an autoscaler or a canary has set. Only fields that Git sets are told of.

            Wrong:

            ```yaml
            ignoreDifferences:
            - {group: apps, kind: Deployment, jsonPointers: [/spec/replicas]}
            ```

            Right:

            ```yaml
            syncPolicy:
              syncOptions: [RespectIgnoreDifferences=true]
            ignoreDifferences:
            - {group: apps, kind: Deployment, jsonPointers: [/spec/replicas]}
            ```

            **Fix.** Add the option, or remove the field from Git.
            """#
        ),
        (
            "MST1505", [],
            #"""
            # MST1505: Rollback that Argo CD does not do

            *Note.* Argo CD does not go back to an older revision by itself, and refuses to do so by hand while syncs are automatic. An annotation that asks for it does nothing, which is a warning.

            Wrong:

            ```yaml
            annotations: {example.com/auto-rollback: "true"}
            spec: {syncPolicy: {automated: {selfHeal: true}}}
            ```

            Right:

            ```yaml
            spec: {syncPolicy: {automated: {selfHeal: true}}}   # and a canary that judges the change
            ```

            **Fix.** Revert in Git, or let Flagger or Argo Rollouts judge a change.
            """#
        ),
        (
            "MST1506", [],
            #"""
            # MST1506: A difference to ignore in the wrong group

            *Warning.* A rule without `group` is for the core group. There is no such kind there, so the rule meets nothing.

            Wrong:

            ```yaml
            ignoreDifferences:
            - {kind: Deployment, jsonPointers: [/spec/replicas]}
            ```

            Right:

            ```yaml
            ignoreDifferences:
            - {group: apps, kind: Deployment, jsonPointers: [/spec/replicas]}
            ```

            **Fix.** Add the group.
            """#
        ),
        (
            "MST1507", [],
            #"""
            # MST1507: Failed syncs are not repeated as it says

            *Error.* A duration that cannot be read keeps a failed sync from being repeated. A limit below zero repeats it without end, which is a note.

            Wrong:

            ```yaml
            retry: {limit: 5, backoff: {duration: 5 seconds}}
            ```

            Right:

            ```yaml
            retry: {limit: 5, backoff: {duration: 5s}}
            ```

            **Fix.** Write a duration such as `5s` or `3m`.
            """#
        ),
        (
            "MST1508", [],
            #"""
            # MST1508: A destination that names no cluster, or two

            *Error.* Argo CD needs a server or a name, and refuses both together.

            Wrong:

            ```yaml
            destination: {server: https://kubernetes.default.svc, name: in-cluster}
            ```

            Right:

            ```yaml
            destination: {server: https://kubernetes.default.svc, namespace: shop}
            ```

            **Fix.** Keep one of the two.
            """#
        ),
        (
            "MST1509", [],
            #"""
            # MST1509: A source for two tools

            *Error.* A source is rendered by Helm, Kustomize, a plug-in or as a folder of files: two of them are refused.

            Wrong:

            ```yaml
            source: {path: web, helm: {releaseName: web}, kustomize: {namePrefix: a-}}
            ```

            Right:

            ```yaml
            source: {path: web, kustomize: {namePrefix: a-}}
            ```

            **Fix.** Keep the one that the folder is for.
            """#
        ),
        (
            "MST1510", [],
            #"""
            # MST1510: A template needs a parameter that is not given

            *Error.* Without `goTemplate` the text `{{name}}` stays as it is, in names and paths too. With it the text becomes `<no value>`, which is a warning, or with `missingkey=error` the whole set stops.

            Wrong:

            ```yaml
            generators: [{list: {elements: [{cluster: prod, adress: https://prod}]}}]
            template: {spec: {destination: {server: '{{address}}'}}}
            ```

            Right:

            ```yaml
            generators: [{list: {elements: [{cluster: prod, address: https://prod}]}}]
            template: {spec: {destination: {server: '{{address}}'}}}
            ```

            **Fix.** Give the parameter in each element, or correct the name.
            """#
        ),
        (
            "MST1511", [],
            #"""
            # MST1511: Two Applications of one name

            *Error.* Two sets of parameters give the same name, and Argo CD makes none of the two.

            Wrong:

            ```yaml
            generators: [{list: {elements: [{app: web, env: dev}, {app: web, env: prod}]}}]
            template: {metadata: {name: '{{app}}'}}
            ```

            Right:

            ```yaml
            template: {metadata: {name: '{{app}}-{{env}}'}}
            ```

            **Fix.** Use what differs in the name.
            """#
        ),
        (
            "MST1512", [],
            #"""
            # MST1512: A summary that is no template

            *Warning.* Flux sends the summary of an Alert as it is written. Mainstay renders it; Flux itself shows people the braces.

            Wrong:

            ```yaml
            summary: "Istio configuration update: {{ .Message }}"
            ```

            Right:

            ```yaml
            eventMetadata: {summary: "Istio configuration of production"}
            ```

            **Fix.** Write plain words: the message is sent beside them.
            """#
        ),
        (
            "MST1513", [],
            #"""
            # MST1513: Flux does not know the health of Istio

            *Warning.* Objects of Istio mostly have no status, and count as healthy at once. Where istiod writes one, its `observedGeneration` is a text, which Flux cannot read: it waits until the timeout and fails. Mainstay understands both.

            Wrong:

            ```yaml
            healthChecks:
            - {apiVersion: networking.istio.io/v1, kind: VirtualService, name: web, namespace: shop}
            ```

            Right:

            ```yaml
            healthChecks:
            - {apiVersion: networking.istio.io/v1, kind: VirtualService, name: web, namespace: shop}
            healthCheckExprs:
            - {apiVersion: networking.istio.io/v1, kind: VirtualService, current: "true"}
            ```

            **Fix.** Say by an expression what is healthy, or leave the check out.
            """#
        ),
        (
            "MST1514", [],
            #"""
            # MST1514: Steps of a Canary that contradict each other

            *Warning.* A first step above `maxWeight`, steps that do not grow, steps of two kinds, a threshold or an interval that Flagger replaces by another. A step that is no percentage is an error.

            Wrong:

            ```yaml
            analysis: {stepWeight: 60, maxWeight: 50, threshold: 0}
            ```

            Right:

            ```yaml
            analysis: {stepWeight: 10, maxWeight: 50, threshold: 5}
            ```

            **Fix.** Write what Flagger is to do.
            """#
        ),
        (
            "MST1515", [],
            #"""
            # MST1515: A metric of a Canary without a value

            *Error.* A metric that is neither built in nor has a template fails in each check. A template without an interval renders an empty one, which is a warning.

            Wrong:

            ```yaml
            metrics: [{name: request-succes-rate, thresholdRange: {min: 99}}]
            ```

            Right:

            ```yaml
            metrics: [{name: request-success-rate, thresholdRange: {min: 99}, interval: 1m}]
            ```

            **Fix.** Name `request-success-rate`, `request-duration` or a MetricTemplate.
            """#
        ),
        (
            "MST1516", [],
            #"""
            # MST1516: An alert of a Canary that is never sent

            *Warning.* Without a severity no event is severe enough.

            Wrong:

            ```yaml
            alerts: [{name: chat, providerRef: {name: slack}}]
            ```

            Right:

            ```yaml
            alerts: [{name: chat, severity: info, providerRef: {name: slack}}]
            ```

            **Fix.** Add the severity.
            """#
        ),
        (
            "MST1517", [],
            #"""
            # MST1517: A condition that is an error for every value

            *Error.* Types do not fit, so each measurement is an Error, whatever is measured: it is repeated every ten seconds, and after five in a row the run ends as Error and a Rollout is aborted. What Prometheus answers is a list of numbers, unless the query is a `scalar(…)`; labels are not in it.

            Wrong:

            ```yaml
            successCondition: result == "SYNCED"
            provider: {prometheus: {query: 'pilot_xds{status="SYNCED"}'}}
            ```

            Right:

            ```yaml
            successCondition: result[0] == 1
            provider: {prometheus: {query: 'pilot_xds{status="SYNCED"}'}}
            ```

            **Fix.** Write `result[0]`, and select labels in the query.
            """#
        ),
        (
            "MST1518", [],
            #"""
            # MST1518: A condition that is always the same

            *Warning.* No value can change the verdict.

            Wrong:

            ```yaml
            successCondition: result[0] > 5 && result[0] < 3
            ```

            Right:

            ```yaml
            successCondition: result[0] > 3 && result[0] < 5
            ```

            **Fix.** Compare `result` with what is still good.
            """#
        ),
        (
            "MST1519", [],
            #"""
            # MST1519: A query that leaves out bad values

            *Warning.* A comparison in PromQL is a filter: a value that does not meet it is left out, and the answer is an empty list. Reading its first element is an Error, not a failed measurement.

            Wrong:

            ```yaml
            successCondition: result[0] > 0
            query: sum(good) / sum(all) > 0.99
            ```

            Right:

            ```yaml
            successCondition: result[0] > 0.99
            query: sum(good) / sum(all)
            ```

            **Fix.** Leave the comparison to the condition, or write `> bool 0.99`.
            """#
        ),
        (
            "MST1520", [],
            #"""
            # MST1520: A metric without a condition

            *Warning.* The measurement is Successful as long as the provider answers, whatever it answers.

            Wrong:

            ```yaml
            - name: error-rate
              provider: {prometheus: {query: 'sum(rate(errors[1m]))'}}
            ```

            Right:

            ```yaml
            - name: error-rate
              successCondition: result[0] < 0.05
              provider: {prometheus: {query: 'sum(rate(errors[1m]))'}}
            ```

            **Fix.** Add a condition.
            """#
        ),
        (
            "MST1521", [],
            #"""
            # MST1521: Limits of a metric that contradict each other

            *Error.* Argo Rollouts refuses several measurements without an interval, limits above the count, and limits below zero: each run ends as Error at once. When all measurements may fail it is a warning.

            Wrong:

            ```yaml
            count: 5
            successCondition: result[0] < 0.05
            ```

            Right:

            ```yaml
            count: 5
            interval: 30s
            successCondition: result[0] < 0.05
            ```

            **Fix.** Correct the numbers.
            """#
        ),
        (
            "MST1522", [],
            #"""
            # MST1522: An argument that is not declared

            *Error.* The text of the argument cannot be replaced, and each run ends as Error at once.

            Wrong:

            ```yaml
            args: [{name: service}]
            query: errors{service="{{args.servcie}}"}
            ```

            Right:

            ```yaml
            args: [{name: service}]
            query: errors{service="{{args.service}}"}
            ```

            **Fix.** Declare it in `spec.args`, or correct the name.
            """#
        ),
        (
            "MST1523", [],
            #"""
            # MST1523: An argument that nobody gives

            *Error.* The argument has no value of its own, and a Rollout that uses the template gives none: the run ends as Error, and the Rollout is aborted.

            Wrong:

            ```yaml
            args: [{name: service}]
            ---
            analysis: {templates: [{templateName: error-rate}]}
            ```

            Right:

            ```yaml
            analysis: {templates: [{templateName: error-rate}], args: [{name: service, value: web}]}
            ```

            **Fix.** Give it where the template is used, or write a value in the template.
            """#
        ),
        (
            "MST1524", [],
            #"""
            # MST1524: A SealedSecret without a ciphertext

            *Error.* A value has to be base64 of what kubeseal writes. A placeholder, a plain Secret or a part of a ciphertext cannot be opened, so there is no Secret.

            Wrong:

            ```yaml
            encryptedData: {tls.key: AgB...encrypted...data...}
            ```

            Right:

            ```yaml
            encryptedData: {tls.key: AgBy3i4OJSWK...}   # all that kubeseal prints
            ```

            **Fix.** Seal the value, and commit what kubeseal prints.
            """#
        ),
        (
            "MST1525", [],
            #"""
            # MST1525: A SealedSecret that was moved

            *Error.* Name and namespace are a part of the seal. A kustomization that changes one of them makes a SealedSecret that nobody can open. The scope `namespace-wide` frees the name, `cluster-wide` both.

            Wrong:

            ```yaml
            # sealed for the namespace shop, and
            namespace: production
            resources: [sealed-secret.yaml]
            ```

            Right:

            ```yaml
            metadata:
              annotations: {sealedsecrets.bitnami.com/cluster-wide: "true"}   # sealed like that
            ```

            **Fix.** Seal it for where it goes, one for each overlay, or with a wider scope.
            """#
        ),
        (
            "MST1526", [],
            #"""
            # MST1526: A scope that sealed-secrets does not read

            *Warning.* Only the value `true` of `namespace-wide` or `cluster-wide` widens the scope. With anything else the Secret is opened as strict, which fails when it was sealed for more.

            Wrong:

            ```yaml
            annotations: {sealedsecrets.bitnami.com/cluster-wide: "yes"}
            ```

            Right:

            ```yaml
            annotations: {sealedsecrets.bitnami.com/cluster-wide: "true"}
            ```

            **Fix.** Write `"true"`.
            """#
        ),
        (
            "MST1527", [],
            #"""
            # MST1527: A key that repeats where its store lies

            *Note.* The provider for Vault adds the mount and `data/` itself. It takes them off again when they are the mount of the store, so it works until the mount has another name. An engine of version 1 has no `data/`: there it is a warning.

            Wrong:

            ```yaml
            remoteRef: {key: secret/data/istio/gateway-tls}
            ```

            Right:

            ```yaml
            remoteRef: {key: istio/gateway-tls}
            ```

            **Fix.** Write the key as Vault shows it, without mount and `data/`.
            """#
        ),
        (
            "MST1528", [],
            #"""
            # MST1528: A Secret that is never fetched again

            *Note.* With an interval of 0 the value is fetched once; a rotated value does not arrive, and later changes of the ExternalSecret itself do nothing either.

            Wrong:

            ```yaml
            refreshInterval: "0"
            ```

            Right:

            ```yaml
            refreshInterval: 1h
            ```

            **Fix.** Write an interval, or say with `refreshPolicy: CreatedOnce` that it is meant.
            """#
        ),
        (
            "MST1529", [],
            #"""
            # MST1529: A schedule that cannot be read

            *Error.* Velero needs five fields, or a word such as `@daily` or `@every 6h`, perhaps after `CRON_TZ=`. There is no field for seconds, and Sunday is 0. Otherwise no backup is ever made.

            Wrong:

            ```yaml
            schedule: "0 0 */6 * * *"
            ```

            Right:

            ```yaml
            schedule: "0 */6 * * *"
            ```

            **Fix.** Write minute, hour, day of the month, month, day of the week.
            """#
        ),
        (
            "MST1530", [],
            #"""
            # MST1530: A backup that is kept for no duration

            *Error.* The duration is in hours, minutes and seconds; there are no days.

            Wrong:

            ```yaml
            ttl: 30d
            ```

            Right:

            ```yaml
            ttl: 720h
            ```

            **Fix.** Write hours.
            """#
        ),
        (
            "MST1531", [],
            #"""
            # MST1531: A message of a commit that Flux cannot render

            *Warning.* Current releases give templates `.Changed`, and no `.Updated` any more: the update fails. Mainstay gives both.

            Wrong:

            ```yaml
            messageTemplate: "{{range .Updated.Images}}{{.}}{{end}}"
            ```

            Right:

            ```yaml
            messageTemplate: "{{range .Changed.Changes}}{{.OldValue}} -> {{.NewValue}}{{end}}"
            ```

            **Fix.** Go through `.Changed.Changes`.
            """#
        ),
        (
            "MST1532", [],
            #"""
            # MST1532: A canary without the requests of the mesh

            *Note.* With a gateway, and without `mesh`, the routes of the Canary are for requests from outside only: workloads go on to reach the primary alone.

            Wrong:

            ```yaml
            service: {port: 80, gateways: [istio-system/main-gateway]}
            ```

            Right:

            ```yaml
            service: {port: 80, gateways: [istio-system/main-gateway, mesh]}
            ```

            **Fix.** Add `mesh` when these requests are meant too.
            """#
        ),
        (
            "MST1533", [],
            #"""
            # MST1533: A backup that selects nothing

            *Warning.* The repository has objects of the kinds and namespaces of the backup, and none of them has its labels: the backup succeeds without them.

            Wrong:

            ```yaml
            includedResources: [virtualservices.networking.istio.io]
            labelSelector: {matchLabels: {backup: "yes"}}   # no VirtualService has it
            ```

            Right:

            ```yaml
            includedResources: [virtualservices.networking.istio.io]
            ```

            **Fix.** Label the objects, or select without labels.
            """#
        ),
        (
            "MST1534", [],
            #"""
            # MST1534: A health script that fails on what Istio writes

            *Warning.* `status.validationMessages` holds objects, and `table.concat` of Lua takes texts only: with the first message the script raises an error, and the health is Unknown.

            Wrong:

            ```yaml
            hs.message = table.concat(obj.status.validationMessages, ", ")
            ```

            Right:

            ```yaml
            for _, message in ipairs(obj.status.validationMessages) do
              hs.message = (hs.message or "") .. message.type.code .. " "
            end
            ```

            **Fix.** Take the text of each message, or leave the script out: Mainstay knows the health of Istio.
            """#
        ),
        (
            "MST1535", [],
            #"""
            # MST1535: The load of a canary goes to the wrong port

            *Warning.* The Services of a Canary have the port `service.port`; `targetPort` is the one of the pods. Load for another port does not arrive: there is nothing to measure, each check fails, and the canary is rolled back.

            Wrong:

            ```yaml
            service: {port: 80, targetPort: 8080}
            webhooks: [{metadata: {cmd: "hey http://web-canary:8080/"}}]
            ```

            Right:

            ```yaml
            webhooks: [{metadata: {cmd: "hey http://web-canary:80/"}}]
            ```

            **Fix.** Write the port of the Service.
            """#
        ),
        (
            "MST2001", ["IST0106"],
            #"""
            # MST2001: A value that Istio cannot read

            *Error.* Istio reads objects as messages with types. A text where a number belongs, or a word that a field does not have, makes it refuse the object as a whole.

            Wrong:

            ```yaml
            mtls:
              mode: strict
            ```

            Right:

            ```yaml
            mtls:
              mode: STRICT
            ```

            **Fix.** Write what the finding expects. The schema says the same as MST0202 or MST0204; it is told once.
            """#
        ),
        (
            "MST2002", ["IST0106"],
            #"""
            # MST2002: A field beside spec

            *Error.* Beside `apiVersion`, `kind`, `metadata`, `spec` and `status` an object of Istio has no fields. What stands there has no effect, and Istio refuses it.

            Wrong:

            ```yaml
            kind: DestinationRule
            spec:
              host: ratings
            trafficPolicy:
              tls:
                mode: ISTIO_MUTUAL
            ```

            Right:

            ```yaml
            kind: DestinationRule
            spec:
              host: ratings
              trafficPolicy:
                tls:
                  mode: ISTIO_MUTUAL
            ```

            **Fix.** Indent it, so that it lies in `spec`, or remove it.
            """#
        ),
        (
            "MST2003", ["IST0106"],
            #"""
            # MST2003: An annotation that cannot be set

            *Error.* Annotations under `internal.istio.io` are those of Istio itself. `istio.io/dry-run` is for an AuthorizationPolicy with action ALLOW or DENY; elsewhere a person would believe in a dry run that is none.

            Wrong:

            ```yaml
            kind: RequestAuthentication
            metadata:
              name: tokens
              annotations:
                istio.io/dry-run: "true"
            ```

            Right:

            ```yaml
            kind: RequestAuthentication
            metadata:
              name: tokens
            ```

            **Fix.** Remove the annotation, or write "true" or "false" on an AuthorizationPolicy.
            """#
        ),
        (
            "MST2004", ["IST0106"],
            #"""
            # MST2004: The name of a Gateway

            *Error.* VirtualServices name a Gateway as `namespace/name`, and the old form has dots. So the name of a Gateway cannot have any.

            Wrong:

            ```yaml
            kind: Gateway
            metadata:
              name: edge.shop
            ```

            Right:

            ```yaml
            kind: Gateway
            metadata:
              name: edge-shop
            ```

            **Fix.** Use letters, digits and inner hyphens, and change the VirtualServices that name it.
            """#
        ),
        (
            "MST2005", ["IST0106"],
            #"""
            # MST2005: A host that is no name

            *Error.* Hosts are names in DNS: labels of letters, digits and inner hyphens with dots between. Underscores, slashes and ports are not part of a name. Gateways take no short names.

            Wrong:

            ```yaml
            hosts:
            - pay_ments.example
            ```

            Right:

            ```yaml
            hosts:
            - pay-ments.example
            ```

            **Fix.** Correct the name. A port has a field of its own.
            """#
        ),
        (
            "MST2006", ["IST0106", "IST0133"],
            #"""
            # MST2006: A wildcard in the wrong place

            *Error or warning.* `*` alone would take the requests of the whole mesh, so it is for gateways only. A wildcard that covers a part of a label, such as `*shop.example`, is matched by few parts of Istio; there it is a warning.

            Wrong:

            ```yaml
            kind: VirtualService
            spec:
              hosts:
              - "*"
            ```

            Right:

            ```yaml
            kind: VirtualService
            spec:
              gateways:
              - edge/public
              hosts:
              - "*"
            ```

            **Fix.** Name hosts, or the gateways for which all hosts are meant.
            """#
        ),
        (
            "MST2007", ["IST0106"],
            #"""
            # MST2007: A port that cannot be one

            *Error.* Ports have numbers from 1 to 65535, names that are DNS labels, and a protocol that Istio knows. `targetPort` has no meaning in a Gateway or Sidecar.

            Wrong:

            ```yaml
            port:
              number: 80
              name: http
              protocol: HTTP/1.1
            ```

            Right:

            ```yaml
            port:
              number: 80
              name: http
              protocol: HTTP
            ```

            **Fix.** Use one of HTTP, HTTP2, HTTPS, GRPC, GRPC-WEB, TLS, TCP, MONGO, REDIS and MYSQL.
            """#
        ),
        (
            "MST2008", ["IST0106"],
            #"""
            # MST2008: One port twice

            *Error.* Two ports, servers or listeners of an object have one number or name where each needs its own.

            Wrong:

            ```yaml
            ports:
            - {number: 443, name: tls, protocol: TLS}
            - {number: 443, name: tls-admin, protocol: TLS}
            ```

            Right:

            ```yaml
            ports:
            - {number: 443, name: tls, protocol: TLS}
            - {number: 8443, name: tls-admin, protocol: TLS}
            ```

            **Fix.** Remove or renumber one. The finding names both places.
            """#
        ),
        (
            "MST2009", ["IST0106"],
            #"""
            # MST2009: An address that is none

            *Error.* Addresses are written as IPv4 without leading zeros, as IPv6, as a block with a slash, or as `unix://` with an absolute path. Where only addresses fit, names are refused.

            Wrong:

            ```yaml
            addresses:
            - 10.20.0.300
            ```

            Right:

            ```yaml
            addresses:
            - 10.20.0.0/24
            ```

            **Fix.** Correct the address.
            """#
        ),
        (
            "MST2010", ["IST0106"],
            #"""
            # MST2010: A duration that cannot be used

            *Error.* Durations have units: `250ms`, `1.5s`, `1h30m`. Most fields want whole milliseconds and at least one; `maxAge` and `drainDuration` want whole seconds.

            Wrong:

            ```yaml
            timeout: "10"
            ```

            Right:

            ```yaml
            timeout: 10s
            ```

            **Fix.** Add a unit, or round it.
            """#
        ),
        (
            "MST2011", ["IST0106"],
            #"""
            # MST2011: A label that is none

            *Error.* Keys and values of labels begin and end with a letter or digit and hold only these, `-`, `_` and `.`. A key may have a DNS name and a slash before it.

            Wrong:

            ```yaml
            labels:
              version: v1_
            ```

            Right:

            ```yaml
            labels:
              version: v1
            ```

            **Fix.** Correct the label, here and on the workload.
            """#
        ),
        (
            "MST2012", ["IST0106", "IST0133"],
            #"""
            # MST2012: A selector that selects nothing or all

            *Error or warning.* Selectors compare labels as a whole: wildcards and keys without a name are refused. A selector without labels selects all workloads of the namespace, which deserves a warning.

            Wrong:

            ```yaml
            workloadSelector:
              labels:
                app: "cart-*"
            ```

            Right:

            ```yaml
            workloadSelector:
              labels:
                team: cart
            ```

            **Fix.** Name full labels. To mean all workloads, leave the selector away.
            """#
        ),
        (
            "MST2013", ["IST0106"],
            #"""
            # MST2013: A target that a policy cannot have

            *Error.* A policy counts for a selector or for targets, not for both. Targets lie in the namespace of the policy and are a Service, a ServiceEntry, a Gateway or a GatewayClass, each with its group.

            Wrong:

            ```yaml
            targetRefs:
            - group: apps
              kind: Deployment
              name: cart
            ```

            Right:

            ```yaml
            targetRefs:
            - group: ""
              kind: Service
              name: cart
            ```

            **Fix.** Name one of these kinds, or use a selector for workloads.
            """#
        ),
        (
            "MST2014", ["IST0106"],
            #"""
            # MST2014: A list exportTo that contradicts itself

            *Error.* `exportTo` names each namespace once. `*` (all) and `~` (none, for a ServiceEntry only) stand alone. A DestinationRule with a workloadSelector counts in its own namespace only.

            Wrong:

            ```yaml
            exportTo:
            - "*"
            - checkout
            ```

            Right:

            ```yaml
            exportTo:
            - "*"
            ```

            **Fix.** Keep the entry that is meant.
            """#
        ),
        (
            "MST2015", ["IST0106", "IST0133"],
            #"""
            # MST2015: The name of a gateway

            *Error or warning.* Gateways are named as `namespace/name`, by a name in the own namespace, or as `mesh` for all sidecars. The form `name.namespace` is old: MST2022. Istio looks at no further name after the first without a namespace; here what it lets pass is a warning.

            Wrong:

            ```yaml
            gateways:
            - "*/public"
            ```

            Right:

            ```yaml
            gateways:
            - edge/public
            ```

            **Fix.** Write `namespace/name`.
            """#
        ),
        (
            "MST2016", ["IST0106"],
            #"""
            # MST2016: A regular expression that cannot be read

            *Error.* Istio and Envoy use RE2, which has no look-around and no back references. An expression has at most 1024 characters and is not empty.

            Wrong:

            ```yaml
            uri:
              regex: "/v(?!1)[0-9]"
            ```

            Right:

            ```yaml
            uri:
              regex: "/v[02-9]"
            ```

            **Fix.** Rewrite it. A rule before this one can take what should be left out.
            """#
        ),
        (
            "MST2017", ["IST0106"],
            #"""
            # MST2017: A header that cannot be one

            *Error.* Names of headers have no spaces and no slashes. Pseudo headers such as `:path` have fields of their own; only the authority may be set. In values `%` begins a variable of Envoy, so a percent sign is written `%%`.

            Wrong:

            ```yaml
            headers:
              response:
                set:
                  x-share: 50%
            ```

            Right:

            ```yaml
            headers:
              response:
                set:
                  x-share: 50%%
            ```

            **Fix.** Correct the name, or double the percent sign.
            """#
        ),
        (
            "MST2018", ["IST0106"],
            #"""
            # MST2018: An empty entry of a list

            *Error.* A dash with nothing behind it is an entry too, and it means nothing.

            Wrong:

            ```yaml
            servers:
            -
            - port: {number: 80, name: http, protocol: HTTP}
              hosts: ["*"]
            ```

            Right:

            ```yaml
            servers:
            - port: {number: 80, name: http, protocol: HTTP}
              hosts: ["*"]
            ```

            **Fix.** Remove the dash, or fill the entry in.
            """#
        ),
        (
            "MST2019", ["IST0133"],
            #"""
            # MST2019: A field that Istio will drop

            *Warning or note.* The field works as before, but another one has taken its place.

            Wrong:

            ```yaml
            outlierDetection:
              consecutiveErrors: 5
            ```

            Right:

            ```yaml
            outlierDetection:
              consecutive5xxErrors: 5
            ```

            **Fix.** Use the field that the finding names.
            """#
        ),
        (
            "MST2020", ["IST0133"],
            #"""
            # MST2020: A setting without effect

            *Warning.* The setting is right, but something else keeps it from doing anything: failover without outlier detection, limits for HTTP on a port for TCP, certificates where TLS is passed through.

            Wrong:

            ```yaml
            trafficPolicy:
              loadBalancer:
                localityLbSetting:
                  failover:
                  - {from: eu-north, to: eu-west}
            ```

            Right:

            ```yaml
            trafficPolicy:
              outlierDetection:
                consecutive5xxErrors: 5
              loadBalancer:
                localityLbSetting:
                  failover:
                  - {from: eu-north, to: eu-west}
            ```

            **Fix.** Add what it needs, or remove it.
            """#
        ),
        (
            "MST2021", [],
            #"""
            # MST2021: A feature outside of the stable channel

            *Error.* Only told when the stable channel is asked for, as the admission policy of that name in Istio's charts does: EnvoyFilter, WasmPlugin, ProxyConfig and some fields of Telemetry and AuthorizationPolicy may change without notice.

            Wrong:

            ```yaml
            kind: EnvoyFilter
            ```

            Right:

            ```yaml
            kind: DestinationRule
            ```

            **Fix.** Use what the stable channel has.
            """#
        ),
        (
            "MST2022", ["IST0133", "KIA1108"],
            #"""
            # MST2022: A Gateway named with dots

            *Warning.* Old releases wrote `name.namespace`. Istio still reads it, and a Gateway of the own namespace whose name has dots can no longer be told apart.

            Wrong:

            ```yaml
            gateways: [edge.infra.svc.cluster.local]
            ```

            Right:

            ```yaml
            gateways: [infra/edge]
            ```

            **Fix.** Write the namespace before the name; `--fix` does it.
            """#
        ),
        (
            "MST2101", ["IST0106"],
            #"""
            # MST2101: A rule needs one action

            *Error.* Each rule of `http` routes, redirects or answers by itself; a redirect or an answer goes with no route, fault or rewrite. A VirtualService needs at least one rule.

            Wrong:

            ```yaml
            http:
            - redirect: {uri: /new}
              route:
              - destination: {host: shop}
            ```

            Right:

            ```yaml
            http:
            - match:
              - uri: {exact: /old}
              redirect: {uri: /new}
            - route:
              - destination: {host: shop}
            ```

            **Fix.** Make two rules, or keep the action that is meant.
            """#
        ),
        (
            "MST2102", ["IST0106"],
            #"""
            # MST2102: A destination that cannot be one

            *Error.* A destination names a service and maybe a subset of its DestinationRule. `*` is no service.

            Wrong:

            ```yaml
            destination:
              host: reviews
              subset: v_2
            ```

            Right:

            ```yaml
            destination:
              host: reviews
              subset: v2
            ```

            **Fix.** Correct the name.
            """#
        ),
        (
            "MST2103", ["IST0106"],
            #"""
            # MST2103: Weights that share out nothing

            *Error.* Weights are not negative, and several destinations need a weight above 0 among them. They need not add up to 100.

            Wrong:

            ```yaml
            route:
            - destination: {host: a}
            - destination: {host: b}
            ```

            Right:

            ```yaml
            route:
            - destination: {host: a}
              weight: 90
            - destination: {host: b}
              weight: 10
            ```

            **Fix.** Give at least one destination a weight.
            """#
        ),
        (
            "MST2104", ["IST0106"],
            #"""
            # MST2104: A match that can match nothing

            *Error.* An empty prefix of a header begins every value; a header without anything to compare says nothing; claims of tokens (`@request.auth.claims`) are known in gateways only; rules of `tls` need a match.

            Wrong:

            ```yaml
            match:
            - headers:
                x-tier: {prefix: ""}
            ```

            Right:

            ```yaml
            match:
            - headers:
                x-tier: {prefix: gold}
            ```

            **Fix.** Write what to compare with, or remove the match.
            """#
        ),
        (
            "MST2105", ["IST0106"],
            #"""
            # MST2105: A delegate that cannot be one

            *Error.* A VirtualService without hosts is part of another one, which names it as `delegate`. It has `http` rules only, no gateways, and delegates no further. The rule that delegates leaves route and redirect to it.

            Wrong:

            ```yaml
            http:
            - delegate: {name: cart}
              route:
              - destination: {host: cart}
            ```

            Right:

            ```yaml
            http:
            - delegate: {name: cart}
            ```

            **Fix.** Move the action to the delegate.
            """#
        ),
        (
            "MST2106", ["IST0106"],
            #"""
            # MST2106: A redirect that leads nowhere

            *Error.* A redirect changes at least one of path, authority, port and scheme, with a status from 300 to 399. `prefixRewrite` needs matches by prefix and goes without `uri`.

            Wrong:

            ```yaml
            redirect:
              uri: /new
              redirectCode: 200
            ```

            Right:

            ```yaml
            redirect:
              uri: /new
              redirectCode: 308
            ```

            **Fix.** Correct the redirect.
            """#
        ),
        (
            "MST2107", ["IST0106"],
            #"""
            # MST2107: A rewrite that cannot be one

            *Error.* A rewrite sets the path, by `uri` or by `uriRegexRewrite`, the authority, or both.

            Wrong:

            ```yaml
            rewrite:
              uri: /v2
              uriRegexRewrite:
                match: ^/v1/(.*)
                rewrite: /v2/\1
            ```

            Right:

            ```yaml
            rewrite:
              uriRegexRewrite:
                match: ^/v1/(.*)
                rewrite: /v2/\1
            ```

            **Fix.** Keep one of the two.
            """#
        ),
        (
            "MST2108", ["IST0106", "IST0133"],
            #"""
            # MST2108: A direct answer that cannot be given

            *Error or warning.* The status lies from 200 to 599 (Istio takes 600 as well). Each proxy holds the body: more than 100 KiB is a warning, more than 1 MiB an error.

            Wrong:

            ```yaml
            directResponse:
              status: 99
            ```

            Right:

            ```yaml
            directResponse:
              status: 404
              body:
                string: gone
            ```

            **Fix.** Use a status of HTTP, and a small body.
            """#
        ),
        (
            "MST2109", ["IST0106"],
            #"""
            # MST2109: A mirror that cannot be one

            *Error.* Mirrors name a destination and a share from 0 to 100. `mirror` and `mirrors` exclude each other.

            Wrong:

            ```yaml
            mirrors:
            - percentage: {value: 150}
              destination: {host: shadow}
            ```

            Right:

            ```yaml
            mirrors:
            - percentage: {value: 100}
              destination: {host: shadow}
            ```

            **Fix.** Correct the share, or move `mirror` into `mirrors`.
            """#
        ),
        (
            "MST2110", ["IST0106"],
            #"""
            # MST2110: A CORS policy that cannot be one

            *Error.* Methods are those of HTTP or `*`, headers are names, and each origin has something to compare with.

            Wrong:

            ```yaml
            corsPolicy:
              allowMethods: [get]
            ```

            Right:

            ```yaml
            corsPolicy:
              allowMethods: [GET]
            ```

            **Fix.** Write methods in capitals.
            """#
        ),
        (
            "MST2111", ["IST0106"],
            #"""
            # MST2111: The authority is set twice

            *Error.* `rewrite.authority` and the headers `host` and `:authority` all set what the service sees as host. Only one of them may.

            Wrong:

            ```yaml
            rewrite:
              authority: cart.internal
            headers:
              request:
                set:
                  Host: basket.internal
            ```

            Right:

            ```yaml
            rewrite:
              authority: cart.internal
            ```

            **Fix.** Keep one of them.
            """#
        ),
        (
            "MST2112", ["IST0106", "IST0133"],
            #"""
            # MST2112: A server name that matches nothing

            *Error or warning.* The `sniHosts` of a rule are among the hosts of the VirtualService or below them. Clients send no address as server name, which is a warning.

            Wrong:

            ```yaml
            hosts: [pay.example]
            tls:
            - match:
              - sniHosts: [bank.example]
            ```

            Right:

            ```yaml
            hosts: [pay.example]
            tls:
            - match:
              - sniHosts: [pay.example]
            ```

            **Fix.** Add the name to `hosts`, or correct it.
            """#
        ),
        (
            "MST2113", ["IST0106"],
            #"""
            # MST2113: Two hosts overlap

            *Error.* A host is there twice, or a wildcard covers another one. It would not be clear which is meant.

            Wrong:

            ```yaml
            hosts:
            - "*.shop.example"
            - cart.shop.example
            ```

            Right:

            ```yaml
            hosts:
            - "*.shop.example"
            ```

            **Fix.** Keep the wider one.
            """#
        ),
        (
            "MST2114", ["IST0130", "IST0133"],
            #"""
            # MST2114: A rule that no request reaches

            *Warning.* A rule without a match takes all requests, so nothing after it is used. The same holds when earlier rules have all matches of a later one.

            Wrong:

            ```yaml
            http:
            - route:
              - destination: {host: shop}
            - match:
              - uri: {prefix: /cart}
              route:
              - destination: {host: cart}
            ```

            Right:

            ```yaml
            http:
            - match:
              - uri: {prefix: /cart}
              route:
              - destination: {host: cart}
            - route:
              - destination: {host: shop}
            ```

            **Fix.** Move the rule without a match to the end.
            """#
        ),
        (
            "MST2115", ["IST0131", "IST0133"],
            #"""
            # MST2115: A match that has nothing left

            *Warning.* An earlier match is the same or has a shorter prefix, so requests never come to this one.

            Wrong:

            ```yaml
            http:
            - match:
              - uri: {prefix: /api}
              route:
              - destination: {host: api}
            - match:
              - uri: {prefix: /api/v2}
              route:
              - destination: {host: api-v2}
            ```

            Right:

            ```yaml
            http:
            - match:
              - uri: {prefix: /api/v2}
              route:
              - destination: {host: api-v2}
            - match:
              - uri: {prefix: /api}
              route:
              - destination: {host: api}
            ```

            **Fix.** Move the longer prefix up.
            """#
        ),
        (
            "MST2201", ["IST0106"],
            #"""
            # MST2201: A Gateway that serves nobody

            *Error.* A Gateway has at least one server, and each server at least one host.

            Wrong:

            ```yaml
            servers:
            - port: {number: 80, name: http, protocol: HTTP}
              hosts: []
            ```

            Right:

            ```yaml
            servers:
            - port: {number: 80, name: http, protocol: HTTP}
              hosts: [shop.example]
            ```

            **Fix.** Name hosts; `"*"` is for all.
            """#
        ),
        (
            "MST2301", ["IST0106", "IST0133"],
            #"""
            # MST2301: What does not fit the resolution

            *Error or warning.* `resolution` says where endpoints come from. NONE leaves it to the client, so there are none; DNS looks up full names; DNS_ROUND_ROBIN takes one endpoint; DYNAMIC_DNS is for wildcards and protocols that name their host.

            Wrong:

            ```yaml
            hosts: ["*.shop.example"]
            resolution: DNS
            ```

            Right:

            ```yaml
            hosts: ["*.shop.example"]
            resolution: DYNAMIC_DNS
            ```

            **Fix.** Change the resolution, or what stands against it.
            """#
        ),
        (
            "MST2302", ["IST0106", "IST0133"],
            #"""
            # MST2302: An endpoint that cannot be reached

            *Error or warning.* An endpoint has an address, or a network whose gateway leads to it (a warning). Its ports have the names of the ServiceEntry's. A Unix socket has no ports and serves one.

            Wrong:

            ```yaml
            ports:
            - {number: 80, name: http, protocol: HTTP}
            endpoints:
            - address: vm-1.example
              ports: {htpp: 8080}
            ```

            Right:

            ```yaml
            ports:
            - {number: 80, name: http, protocol: HTTP}
            endpoints:
            - address: vm-1.example
              ports: {http: 8080}
            ```

            **Fix.** Correct the address or the name of the port.
            """#
        ),
        (
            "MST2303", ["IST0106", "IST0133"],
            #"""
            # MST2303: Hosts that cannot be told apart

            *Error or warning.* A connection of plain TCP names no host. Several hosts on one such port, or a port without an address of its own, mix up.

            Wrong:

            ```yaml
            hosts: [db-1.example, db-2.example]
            resolution: DNS
            ports:
            - {number: 5432, name: tcp, protocol: TCP}
            ```

            Right:

            ```yaml
            hosts: [db-1.example]
            resolution: DNS
            ports:
            - {number: 5432, name: tcp, protocol: TCP}
            ```

            **Fix.** Make an entry for each host, add addresses, or use a protocol that names its host.
            """#
        ),
        (
            "MST2304", ["IST0106"],
            #"""
            # MST2304: A WorkloadGroup that is incomplete

            *Error.* A group needs a template, and its probe one way to ask: `httpGet`, `tcpSocket` or `exec`. Although the schema has `grpc`, Istio's validation refuses it.

            Wrong:

            ```yaml
            template: {}
            probe:
              periodSeconds: 5
            ```

            Right:

            ```yaml
            template: {}
            probe:
              periodSeconds: 5
              tcpSocket:
                port: 8080
            ```

            **Fix.** Add what is missing.
            """#
        ),
        (
            "MST2401", ["IST0106"],
            #"""
            # MST2401: Listeners that cannot be

            *Error.* A Sidecar says something. Its ingress listeners have ports of their own and send requests to the workload itself; an egress listener without a port takes all others, so it comes last.

            Wrong:

            ```yaml
            ingress:
            - port: {number: 80, name: http, protocol: HTTP}
              defaultEndpoint: 10.1.1.1:8080
            ```

            Right:

            ```yaml
            ingress:
            - port: {number: 80, name: http, protocol: HTTP}
              defaultEndpoint: 127.0.0.1:8080
            ```

            **Fix.** Correct the listener.
            """#
        ),
        (
            "MST2402", ["IST0106", "IST0133"],
            #"""
            # MST2402: A host of an egress listener

            *Error or warning.* Hosts are written as `namespace/host`; `.` is the own namespace, `*` all of them, `~` none. A host that is there already, or that a wildcard covers, is a warning.

            Wrong:

            ```yaml
            egress:
            - hosts:
              - payments.example
            ```

            Right:

            ```yaml
            egress:
            - hosts:
              - "*/payments.example"
            ```

            **Fix.** Write the namespace.
            """#
        ),
        (
            "MST2403", ["IST0106"],
            #"""
            # MST2403: A policy for other traffic

            *Error.* `egressProxy` takes what no listener knows, so the mode has to be ALLOW_ANY. ALLOW_ANY_DYNAMIC_DNS is for the mesh as a whole.

            Wrong:

            ```yaml
            outboundTrafficPolicy:
              egressProxy:
                host: egress.edge.svc.cluster.local
                port: {number: 443}
            ```

            Right:

            ```yaml
            outboundTrafficPolicy:
              mode: ALLOW_ANY
              egressProxy:
                host: egress.edge.svc.cluster.local
                port: {number: 443}
            ```

            **Fix.** Set the mode, or remove the proxy.
            """#
        ),
        (
            "MST2501", ["IST0106", "IST0133"],
            #"""
            # MST2501: A patch that Envoy cannot take

            *Error or warning.* A patch says what it applies to, what it does, and with which value. Values are messages of Envoy, of version 3. A filter without `typed_config` is a warning.

            Wrong:

            ```yaml
            patch:
              operation: ADD
              value:
                typed_config:
                  "@type": type.googleapis.com/envoy.config.filter.http.lua.v2.Lua
            ```

            Right:

            ```yaml
            patch:
              operation: ADD
              value:
                typed_config:
                  "@type": type.googleapis.com/envoy.extensions.filters.http.lua.v3.Lua
            ```

            **Fix.** Complete the patch. Fields of Envoy's messages are not checked.
            """#
        ),
        (
            "MST2502", ["IST0106", "IST0133"],
            #"""
            # MST2502: A match that does not fit its patch

            *Error or warning.* What a patch applies to says by what it is matched: listeners and filters by `listener`, routes by `routeConfiguration`, clusters by `cluster`. A `subFilter` lies in the HTTP connection manager.

            Wrong:

            ```yaml
            applyTo: CLUSTER
            match:
              listener: {portNumber: 80}
            ```

            Right:

            ```yaml
            applyTo: CLUSTER
            match:
              cluster: {portNumber: 80}
            ```

            **Fix.** Match by the class that the finding names.
            """#
        ),
        (
            "MST2503", ["IST0133"],
            #"""
            # MST2503: An EnvoyFilter depends on the inside of Istio

            *Note.* What Istio sends to Envoy changes with each version, and a patch that fitted may fit no longer. Istio warns of each EnvoyFilter; here it is a note.

            Wrong:

            ```yaml
            kind: EnvoyFilter
            metadata:
              name: retry-budget
            ```

            Right:

            ```yaml
            kind: DestinationRule
            metadata:
              name: retry-budget
            ```

            **Fix.** Use another kind where one can do it, and test each upgrade.
            """#
        ),
        (
            "MST2601", ["IST0106", "IST0133"],
            #"""
            # MST2601: A setting of telemetry

            *Error or warning.* Providers and tags have names, tags have values unless they are removed, filters are expressions of CEL. Only one tracing entry with one provider is used, which is a warning.

            Wrong:

            ```yaml
            metrics:
            - overrides:
              - tagOverrides:
                  host: {operation: UPSERT}
            ```

            Right:

            ```yaml
            metrics:
            - overrides:
              - tagOverrides:
                  host: {operation: UPSERT, value: request.host}
            ```

            **Fix.** Add what is missing.
            """#
        ),
        (
            "MST2602", ["IST0106"],
            #"""
            # MST2602: An extension that cannot be loaded

            *Error.* A module has a URL with the scheme oci, http, https or file, a hash of 64 digits, and variables that differ. A TrafficExtension has either `wasm` or `lua`.

            Wrong:

            ```yaml
            url: ftp://files.example/filter.wasm
            ```

            Right:

            ```yaml
            url: https://files.example/filter.wasm
            ```

            **Fix.** Correct what the finding names.
            """#
        ),
        (
            "MST2603", ["IST0106"],
            #"""
            # MST2603: A setting of a proxy

            *Error.* Addresses of proxies are written as host and port; limits are not negative; windows of HTTP/2 have at least 65535 bytes.

            Wrong:

            ```yaml
            defaultConfig:
              discoveryAddress: istiod.istio-system.svc
            ```

            Right:

            ```yaml
            defaultConfig:
              discoveryAddress: istiod.istio-system.svc:15012
            ```

            **Fix.** Correct the setting.
            """#
        ),
        (
            "MST2604", ["IST0106", "IST0133"],
            #"""
            # MST2604: A setting of the mesh

            *Error or warning.* Trust domains are names, `connectTimeout` is an hour at most, and curves are those that Envoy knows (others are a warning).

            Wrong:

            ```yaml
            trustDomain: spiffe://shop.example
            ```

            Right:

            ```yaml
            trustDomain: shop.example
            ```

            **Fix.** Correct the setting.
            """#
        ),
        (
            "MST2605", ["IST0106"],
            #"""
            # MST2605: A provider of the mesh

            *Error.* Each provider has a name of its own, a kind, and a service written as `host` or `namespace/host` with the port in its own field. istiod only logs what is wrong; policies that name the provider then do nothing.

            Wrong:

            ```yaml
            extensionProviders:
            - name: tracer
              zipkin:
                service: zipkin.tracing:9411
            ```

            Right:

            ```yaml
            extensionProviders:
            - name: tracer
              zipkin:
                service: zipkin.tracing
                port: 9411
            ```

            **Fix.** Correct the provider.
            """#
        ),
        (
            "MST2606", ["IST0118"],
            #"""
            # MST2606: A port that does not say its protocol

            *Error.* Istio takes the protocol of a Service's port from `appProtocol`, else from its name up to the first hyphen. Without both it guesses from the first bytes of each connection.

            Wrong:

            ```yaml
            ports:
            - name: web
              port: 80
            ```

            Right:

            ```yaml
            ports:
            - name: http-web
              port: 80
            ```

            **Fix.** Begin the name with a protocol, or set `appProtocol`.
            """#
        ),
        (
            "MST2607", [],
            #"""
            # MST2607: Pods without names for telemetry

            *Note.* Metrics and traces name workloads by their labels: `app` or `app.kubernetes.io/name`, and `version` or `app.kubernetes.io/version`.

            Wrong:

            ```yaml
            template:
              metadata:
                labels:
                  component: cart
            ```

            Right:

            ```yaml
            template:
              metadata:
                labels:
                  app: cart
                  version: v1
            ```

            **Fix.** Add the labels to the pod template.
            """#
        ),
        (
            "MST2608", [],
            #"""
            # MST2608: A field that an installation does not have

            *Error.* An IstioOperator has a profile, components, values and a few more fields. Others have no effect.

            Wrong:

            ```yaml
            spec:
              profil: default
            ```

            Right:

            ```yaml
            spec:
              profile: default
            ```

            **Fix.** Use the nearest name that the finding gives.
            """#
        ),
        (
            "MST2701", ["IST0109", "KIA1106"],
            #"""
            # MST2701: Two VirtualServices for one host in the mesh

            *Error.* Sidecars take only one of them. VirtualServices for a Gateway merge, those for the mesh do not.

            Wrong:

            ```yaml
            # two objects
            hosts: [web]
            ---
            hosts: [web.shop.svc.cluster.local]
            ```

            Right:

            ```yaml
            # one object
            hosts: [web]
            http: []
            ```

            **Fix.** Merge them, or keep them apart with `exportTo`.
            """#
        ),
        (
            "MST2702", ["IST0140"],
            #"""
            # MST2702: A subset that requests through a Gateway do not meet

            *Warning.* A route through a Gateway goes straight to the destination. The VirtualService of the Service itself counts for sidecars only.

            Wrong:

            ```yaml
            # gateways: [edge]
            - destination: {host: web}
            ```

            Right:

            ```yaml
            # gateways: [edge]
            - destination: {host: web, subset: v1}
            ```

            **Fix.** Name the subset in the route of the Gateway too.
            """#
        ),
        (
            "MST2703", ["IST0145", "KIA0301"],
            #"""
            # MST2703: Two Gateways for one host and port

            *Error.* They run in the same pods, and a connection meets only one of them.

            Wrong:

            ```yaml
            # two objects with the same selector
            servers:
            - port: {number: 443}
              hosts: ["*.example"]
            ---
            servers:
            - port: {number: 443}
              hosts: [shop.example]
            ```

            Right:

            ```yaml
            servers:
            - port: {number: 443}
              hosts: ["*.example"]
            ```

            **Fix.** Merge the servers.
            """#
        ),
        (
            "MST2704", ["IST0110", "KIA0003"],
            #"""
            # MST2704: Two Sidecars for one workload

            *Error.* Only one counts, and nobody says which.

            Wrong:

            ```yaml
            workloadSelector:
              labels: {app: web}
            ---
            workloadSelector:
              labels: {version: v1}
            ```

            Right:

            ```yaml
            workloadSelector:
              labels: {app: web}
            ```

            **Fix.** Merge them, or make the selectors exclude each other.
            """#
        ),
        (
            "MST2705", ["IST0111", "KIA0002"],
            #"""
            # MST2705: Two default Sidecars in a namespace

            *Error.* A Sidecar without a selector is for all workloads of its namespace that have none of their own. There can be one.

            Wrong:

            ```yaml
            kind: Sidecar
            metadata: {name: one}
            ---
            kind: Sidecar
            metadata: {name: two}
            ```

            Right:

            ```yaml
            kind: Sidecar
            metadata: {name: default}
            ```

            **Fix.** Merge them.
            """#
        ),
        (
            "MST2706", ["IST0159"],
            #"""
            # MST2706: Two Telemetries for one workload

            *Error.* Only one counts, and nobody says which.

            Wrong:

            ```yaml
            selector:
              matchLabels: {app: web}
            ---
            selector:
              matchLabels: {version: v1}
            ```

            Right:

            ```yaml
            selector:
              matchLabels: {app: web}
            ```

            **Fix.** Merge them.
            """#
        ),
        (
            "MST2707", ["IST0160"],
            #"""
            # MST2707: Two default Telemetries in a namespace

            *Error.* A Telemetry without a selector is for the whole namespace. There can be one.

            Wrong:

            ```yaml
            kind: Telemetry
            metadata: {name: one}
            ---
            kind: Telemetry
            metadata: {name: two}
            ```

            Right:

            ```yaml
            kind: Telemetry
            metadata: {name: default}
            ```

            **Fix.** Merge them.
            """#
        ),
        (
            "MST2708", ["IST0167"],
            #"""
            # MST2708: A Sidecar for workloads without a sidecar

            *Warning.* In ambient mode ztunnel and waypoints carry the traffic; neither reads Sidecars.

            Wrong:

            ```yaml
            # the namespace is ambient
            kind: Sidecar
            ```

            Right:

            ```yaml
            # nothing
            ```

            **Fix.** Remove the Sidecar.
            """#
        ),
        (
            "MST2709", ["IST0166"],
            #"""
            # MST2709: A selector for a gateway of Gateway API

            *Warning.* Policies for such a gateway have to name it. Labels do not count there.

            Wrong:

            ```yaml
            selector:
              matchLabels: {gateway.networking.k8s.io/gateway-name: edge}
            ```

            Right:

            ```yaml
            targetRefs:
            - group: gateway.networking.k8s.io
              kind: Gateway
              name: edge
            ```

            **Fix.** Use `targetRefs`.
            """#
        ),
        (
            "MST2710", ["IST0116"],
            #"""
            # MST2710: Services give one port two protocols

            *Warning.* Two Services of a Deployment have the same port number with different transports.

            Wrong:

            ```yaml
            # Service one
            - {port: 53, protocol: TCP}
            # Service two
            - {port: 53, protocol: UDP}
            ```

            Right:

            ```yaml
            # Service one
            - {port: 53, protocol: TCP}
            ```

            **Fix.** Give each its own workload, or one protocol.
            """#
        ),
        (
            "MST2711", ["IST0137"],
            #"""
            # MST2711: Services reach one port by two numbers

            *Warning.* The proxy of a workload has one listener for a port, which knows one number of a Service.

            Wrong:

            ```yaml
            # Service one
            - {port: 80, targetPort: 8080}
            # Service two
            - {port: 90, targetPort: 8080}
            ```

            Right:

            ```yaml
            # both
            - {port: 80, targetPort: 8080}
            ```

            **Fix.** Use one number.
            """#
        ),
        (
            "MST2712", ["IST0118", "KIA0601", "KIA0602"],
            #"""
            # MST2712: A Service's port does not say its protocol

            *Note.* Proxies guess from the first bytes. Protocols in which the server speaks first then stall.

            Wrong:

            ```yaml
            ports:
            - {name: web, port: 8080}
            ```

            Right:

            ```yaml
            ports:
            - {name: http-web, port: 8080}
            ```

            **Fix.** Begin the name with a protocol, or set `appProtocol`.
            """#
        ),
        (
            "MST2713", ["IST0150"],
            #"""
            # MST2713: A port of an external name that takes all traffic

            *Warning.* An ExternalName Service has no address. As TCP its port takes connections to any host with the same number.

            Wrong:

            ```yaml
            type: ExternalName
            ports:
            - {name: tcp, port: 443}
            ```

            Right:

            ```yaml
            type: ExternalName
            ports:
            - {name: tls, port: 443}
            ```

            **Fix.** Name the port after its protocol.
            """#
        ),
        (
            "MST2714", ["IST0134"],
            #"""
            # MST2714: A ServiceEntry for TCP without an address

            *Warning.* Plain TCP does not name its host, so a sidecar can tell it only by the address.

            Wrong:

            ```yaml
            hosts: [db.example]
            ports:
            - {number: 5432, name: tcp, protocol: TCP}
            ```

            Right:

            ```yaml
            hosts: [db.example]
            addresses: [10.1.2.3]
            ports:
            - {number: 5432, name: tcp, protocol: TCP}
            ```

            **Fix.** Add addresses, or let Istio give some to hosts.
            """#
        ),
        (
            "MST2715", ["IST0177", "KIA1212"],
            #"""
            # MST2715: ServiceEntries give one port two protocols

            *Warning.* Only one of them counts.

            Wrong:

            ```yaml
            # one
            - {number: 443, name: tls, protocol: TLS}
            # two, for the same host
            - {number: 443, name: https, protocol: HTTP}
            ```

            Right:

            ```yaml
            # both
            - {number: 443, name: tls, protocol: TLS}
            ```

            **Fix.** Agree about the protocol.
            """#
        ),
        (
            "MST2716", ["IST0170"],
            #"""
            # MST2716: A Service differs from cluster to cluster

            *Warning.* Copies of a Service in several files are taken for those of several clusters. Across clusters they are one Service, with one set of ports.

            Wrong:

            ```yaml
            # east
            ports: [{name: http, port: 80}]
            # west
            ports: [{name: http, port: 8080}]
            ```

            Right:

            ```yaml
            # both
            ports: [{name: http, port: 80}]
            ```

            **Fix.** Make them equal.
            """#
        ),
        (
            "MST2801", ["IST0151"],
            #"""
            # MST2801: A patch that depends on the order

            *Warning.* The operation stands relative to a filter that another EnvoyFilter may bring later.

            Wrong:

            ```yaml
            patch:
              operation: INSERT_BEFORE
            ```

            Right:

            ```yaml
            # spec
            priority: 10
            ```

            **Fix.** Set `priority`, or use INSERT_FIRST or ADD.
            """#
        ),
        (
            "MST2802", ["IST0155"],
            #"""
            # MST2802: A patch that depends on one for some versions

            *Warning.* The filter it stands relative to is there only for some versions of the proxy, so an upgrade loses the patch.

            Wrong:

            ```yaml
            match:
              proxy: {proxyVersion: ^1\.30.*}
            ```

            Right:

            ```yaml
            # spec
            priority: 10
            ```

            **Fix.** Set `priority`.
            """#
        ),
        (
            "MST2803", ["IST0152"],
            #"""
            # MST2803: A REPLACE that has no effect

            *Error.* REPLACE is for HTTP filters, network filters and virtual hosts.

            Wrong:

            ```yaml
            applyTo: CLUSTER
            patch: {operation: REPLACE}
            ```

            Right:

            ```yaml
            applyTo: CLUSTER
            patch: {operation: MERGE}
            ```

            **Fix.** Use MERGE.
            """#
        ),
        (
            "MST2804", ["IST0153"],
            #"""
            # MST2804: An ADD that has no effect

            *Error.* Nothing can be added to a route configuration or as a route.

            Wrong:

            ```yaml
            applyTo: HTTP_ROUTE
            patch: {operation: ADD}
            ```

            Right:

            ```yaml
            applyTo: HTTP_ROUTE
            patch: {operation: MERGE}
            ```

            **Fix.** Use MERGE, or a VirtualService.
            """#
        ),
        (
            "MST2805", ["IST0154"],
            #"""
            # MST2805: A REMOVE that has no effect

            *Error.* A route configuration or a route cannot be removed.

            Wrong:

            ```yaml
            applyTo: ROUTE_CONFIGURATION
            patch: {operation: REMOVE}
            ```

            Right:

            ```yaml
            applyTo: VIRTUAL_HOST
            patch: {operation: REMOVE}
            ```

            **Fix.** Remove a virtual host, or change the VirtualService.
            """#
        ),
        (
            "MST2901", ["KIA0201"],
            #"""
            # MST2901: Two DestinationRules for one subset

            *Warning.* Istio merges subsets of rules for one host, but not their other settings, and not rules for different wildcards.

            Wrong:

            ```yaml
            host: web
            ---
            host: web.shop.svc.cluster.local
            ```

            Right:

            ```yaml
            host: web
            ```

            **Fix.** Merge them into one rule.
            """#
        ),
        (
            "MST2902", ["KIA0209"],
            #"""
            # MST2902: A subset without labels

            *Warning.* It is the whole host under another name.

            Wrong:

            ```yaml
            subsets:
            - name: v1
            ```

            Right:

            ```yaml
            subsets:
            - name: v1
              labels: {version: v1}
            ```

            **Fix.** Add the labels.
            """#
        ),
        (
            "MST2903", ["KIA0601"],
            #"""
            # MST2903: The name of a port contradicts its protocol

            *Warning.* Ports of Gateways and ServiceEntries say their protocol in a field. A name that says another thing misleads people.

            Wrong:

            ```yaml
            - {number: 80, name: web, protocol: HTTP}
            ```

            Right:

            ```yaml
            - {number: 80, name: http-web, protocol: HTTP}
            ```

            **Fix.** Begin the name with the protocol.
            """#
        ),
        (
            "MST2904", ["KIA1006"],
            #"""
            # MST2904: A Sidecar of the root namespace that selects workloads

            *Warning.* There a Sidecar is meant for the whole mesh. With a selector it counts for workloads of the root namespace only.

            Wrong:

            ```yaml
            # namespace istio-system
            workloadSelector:
              labels: {app: web}
            ```

            Right:

            ```yaml
            # namespace shop
            workloadSelector:
              labels: {app: web}
            ```

            **Fix.** Remove the selector, or move the Sidecar.
            """#
        ),
        (
            "MST2905", ["KIA1007"],
            #"""
            # MST2905: A policy for outbound traffic without a mode

            *Note.* An empty policy means REGISTRY_ONLY, which is not what the mesh does by default.

            Wrong:

            ```yaml
            outboundTrafficPolicy: {}
            ```

            Right:

            ```yaml
            outboundTrafficPolicy: {mode: ALLOW_ANY}
            ```

            **Fix.** Write the mode.
            """#
        ),
        (
            "MST2906", ["KIA1104"],
            #"""
            # MST2906: A weight on the only destination

            *Warning.* It gets all requests whatever the weight. Often the other destination was forgotten.

            Wrong:

            ```yaml
            route:
            - destination: {host: web, subset: v1}
              weight: 90
            ```

            Right:

            ```yaml
            route:
            - destination: {host: web, subset: v1}
              weight: 90
            - destination: {host: web, subset: v2}
              weight: 10
            ```

            **Fix.** Add the other destination, or remove the weight.
            """#
        ),
        (
            "MST2907", ["KIA1105"],
            #"""
            # MST2907: A destination twice in one route

            *Warning.* Its weights add up. Often the second one should be another subset.

            Wrong:

            ```yaml
            - destination: {host: web, subset: v1}
              weight: 90
            - destination: {host: web, subset: v1}
              weight: 10
            ```

            Right:

            ```yaml
            - destination: {host: web, subset: v1}
              weight: 90
            - destination: {host: web, subset: v2}
              weight: 10
            ```

            **Fix.** Correct the subset, or keep one.
            """#
        ),
        (
            "MST2908", ["KIA1106"],
            #"""
            # MST2908: Two VirtualServices for one host on a Gateway

            *Warning.* Gateways put their rules together, in an order that depends on their age. A rule without a match in the older one hides all of the younger.

            Wrong:

            ```yaml
            # two objects
            hosts: [a.example]
            gateways: [edge]
            ```

            Right:

            ```yaml
            # one object
            hosts: [a.example]
            gateways: [edge]
            ```

            **Fix.** Merge them, or let one delegate to others.
            """#
        ),
        (
            "MST2909", ["KIA1211"],
            #"""
            # MST2909: Two ServiceEntries for one port of a host

            *Warning.* Their endpoints are put together, or only one of them counts, depending on their resolution.

            Wrong:

            ```yaml
            # two objects
            hosts: [a.example]
            ports: [{number: 443, name: tls, protocol: TLS}]
            ```

            Right:

            ```yaml
            # one object
            hosts: [a.example]
            ports: [{number: 443, name: tls, protocol: TLS}]
            ```

            **Fix.** Merge them.
            """#
        ),
        (
            "MST2910", ["KIA1501"],
            #"""
            # MST2910: Two gateways listen for one host and port

            *Warning.* Requests for the name, or to the address that both have, reach only one of them.

            Wrong:

            ```yaml
            # two Gateways
            addresses: [{value: 10.0.0.1}]
            listeners: [{name: http, port: 80, protocol: HTTP}]
            ```

            Right:

            ```yaml
            # each
            addresses: [{value: 10.0.0.1}]
            listeners: [{name: http, port: 80, protocol: HTTP, hostname: a.example}]
            ```

            **Fix.** Give each its own hostname, port or address.
            """#
        ),
        (
            "MST2911", ["KIA1502"],
            #"""
            # MST2911: Two gateways ask for one address

            *Warning.* One of them may get none.

            Wrong:

            ```yaml
            # two Gateways
            addresses: [{value: 10.0.0.1}]
            ```

            Right:

            ```yaml
            addresses: [{value: 10.0.0.2}]
            ```

            **Fix.** Give each its own address.
            """#
        ),
        (
            "MST2912", ["KIA1503"],
            #"""
            # MST2912: Two listeners that cannot be told apart

            *Error.* Listeners of a gateway must differ in hostname, port or protocol.

            Wrong:

            ```yaml
            listeners:
            - {name: a, port: 80, protocol: HTTP}
            - {name: b, port: 80, protocol: HTTP}
            ```

            Right:

            ```yaml
            listeners:
            - {name: a, port: 80, protocol: HTTP, hostname: a.example}
            - {name: b, port: 80, protocol: HTTP, hostname: b.example}
            ```

            **Fix.** Give each its own hostname or port.
            """#
        ),
        (
            "MST2913", ["KIA1702"],
            #"""
            # MST2913: Two groups of workloads with the same labels

            *Warning.* Services and policies select by labels, so they cannot tell the workloads apart.

            Wrong:

            ```yaml
            metadata:
              labels: {app: vm}
            ---
            metadata:
              labels: {app: vm}
            ```

            Right:

            ```yaml
            metadata:
              labels: {app: vm, group: one}
            ---
            metadata:
              labels: {app: vm, group: two}
            ```

            **Fix.** Give each its own labels.
            """#
        ),
        (
            "MST2914", ["KIA0210"],
            #"""
            # MST2914: A DestinationRule that no waypoint reads

            *Warning.* The namespace has no sidecars, and the rule speaks of requests: pools of HTTP, ejection of hosts, or a hash over a header. Only a waypoint sees requests, and the namespace asks for none.

            Wrong:

            ```yaml
            # Namespace
            labels: {istio.io/dataplane-mode: ambient}
            # DestinationRule
            trafficPolicy: {outlierDetection: {consecutive5xxErrors: 5}}
            ```

            Right:

            ```yaml
            # Namespace
            labels: {istio.io/dataplane-mode: ambient, istio.io/use-waypoint: waypoint}
            ```

            **Fix.** Label the namespace with the name of a waypoint.
            """#
        ),
        (
            "MST2915", ["KIA0211"],
            #"""
            # MST2915: A DestinationRule for a Service without a waypoint

            *Warning.* The rule speaks of requests, and those to the Service pass no waypoint: neither the Service nor its namespace asks for one, or the Service refuses it with `none`.

            Wrong:

            ```yaml
            # Service of an ambient namespace
            labels: {istio.io/use-waypoint: none}
            # DestinationRule
            host: web
            trafficPolicy: {connectionPool: {http: {maxRetries: 1}}}
            ```

            Right:

            ```yaml
            # Service
            labels: {istio.io/use-waypoint: waypoint}
            ```

            **Fix.** Label the Service or its namespace with the name of a waypoint, or remove the rule.
            """#
        ),
        (
            "MST2916", ["KIA0212"],
            #"""
            # MST2916: A DestinationRule in another namespace than its Service

            *Warning.* A waypoint reads the rules of the namespace of the Service. One in the client's namespace counts for sidecars only.

            Wrong:

            ```yaml
            metadata: {name: web, namespace: client}
            spec: {host: web.shop.svc.cluster.local}
            ```

            Right:

            ```yaml
            metadata: {name: web, namespace: shop}
            spec: {host: web}
            ```

            **Fix.** Move the rule to the namespace of the Service.
            """#
        ),
        (
            "MST2917", ["KIA1109"],
            #"""
            # MST2917: A VirtualService that no waypoint reads

            *Warning.* The namespace has no sidecars and asks for no waypoint, so nobody follows routes of HTTP or TLS there. Routes of TCP and those of Gateways are not meant.

            Wrong:

            ```yaml
            # Namespace
            labels: {istio.io/dataplane-mode: ambient}
            # VirtualService
            http: [{timeout: 2s, route: [{destination: {host: web}}]}]
            ```

            Right:

            ```yaml
            # Namespace
            labels: {istio.io/dataplane-mode: ambient, istio.io/use-waypoint: waypoint}
            ```

            **Fix.** Label the namespace with the name of a waypoint.
            """#
        ),
        (
            "MST2918", ["KIA1113"],
            #"""
            # MST2918: A VirtualService for a Service without a waypoint

            *Warning.* Requests to the Service pass no waypoint, so nobody follows the routes: neither the Service nor its namespace asks for one, or the Service refuses it with `none`.

            Wrong:

            ```yaml
            # Service of an ambient namespace
            labels: {istio.io/use-waypoint: none}
            # VirtualService
            hosts: [web]
            http: [{timeout: 2s, route: [{destination: {host: web}}]}]
            ```

            Right:

            ```yaml
            # Service
            labels: {istio.io/use-waypoint: waypoint}
            ```

            **Fix.** Label the Service or its namespace with the name of a waypoint.
            """#
        ),
        (
            "MST2919", ["KIA1114"],
            #"""
            # MST2919: A VirtualService in another namespace than its Service

            *Warning.* A waypoint reads the routes of the namespace of the Service. Those of the client's namespace count for sidecars only.

            Wrong:

            ```yaml
            metadata: {name: web, namespace: client}
            spec: {hosts: [web.shop.svc.cluster.local]}
            ```

            Right:

            ```yaml
            metadata: {name: web, namespace: shop}
            spec: {hosts: [web]}
            ```

            **Fix.** Move the VirtualService to the namespace of the Service.
            """#
        ),
        (
            "MST2920", ["KIA1111"],
            #"""
            # MST2920: A WasmPlugin that no waypoint runs

            *Warning.* Where there are no sidecars, plug-ins run in waypoints. What the plug-in is for asks for none.

            Wrong:

            ```yaml
            # Namespace
            labels: {istio.io/dataplane-mode: ambient}
            # WasmPlugin
            url: oci://registry.example/filter:1
            ```

            Right:

            ```yaml
            # Namespace
            labels: {istio.io/dataplane-mode: ambient, istio.io/use-waypoint: waypoint}
            ```

            **Fix.** Label the namespace, the Service or the workload with the name of a waypoint.
            """#
        ),
        (
            "MST2921", ["KIA1116"],
            #"""
            # MST2921: A WasmPlugin that names no target

            *Warning.* Waypoints take the plug-ins that name them or a Service. A selector, or nothing, is for sidecars.

            Wrong:

            ```yaml
            selector: {matchLabels: {app: web}}
            ```

            Right:

            ```yaml
            targetRefs: [{group: gateway.networking.k8s.io, kind: Gateway, name: waypoint}]
            ```

            **Fix.** Replace the selector by `targetRefs`.
            """#
        ),
        (
            "MST2922", ["KIA1112"],
            #"""
            # MST2922: A Telemetry that no waypoint reads

            *Warning.* Traces, access logs and changed metrics are about requests, and those pass no waypoint here. What ztunnel counts of connections stays.

            Wrong:

            ```yaml
            # Namespace
            labels: {istio.io/dataplane-mode: ambient}
            # Telemetry
            tracing: [{randomSamplingPercentage: 10}]
            ```

            Right:

            ```yaml
            # Namespace
            labels: {istio.io/dataplane-mode: ambient, istio.io/use-waypoint: waypoint}
            ```

            **Fix.** Label the namespace, the Service or the workload with the name of a waypoint.
            """#
        ),
        (
            "MST2923", ["KIA1117"],
            #"""
            # MST2923: A Telemetry that names no target

            *Warning.* Waypoints take the settings that name them or a Service. A selector, or nothing, is for sidecars.

            Wrong:

            ```yaml
            selector: {matchLabels: {app: web}}
            accessLogging: [{providers: [{name: envoy}]}]
            ```

            Right:

            ```yaml
            targetRefs: [{group: gateway.networking.k8s.io, kind: Gateway, name: waypoint}]
            accessLogging: [{providers: [{name: envoy}]}]
            ```

            **Fix.** Replace the selector by `targetRefs`.
            """#
        ),
        (
            "MST2924", ["KIA1311"],
            #"""
            # MST2924: A workload with a sidecar that is to be ambient

            *Error.* Labels of the pods and of their namespace ask for both ways into the mesh. The pods get a sidecar, ztunnel passes them by, and waypoints do not count.

            Wrong:

            ```yaml
            # Namespace
            labels: {istio.io/dataplane-mode: ambient}
            # template of a Deployment
            labels: {sidecar.istio.io/inject: "true"}
            ```

            Right:

            ```yaml
            # template of a Deployment
            labels: {sidecar.istio.io/inject: "true", istio.io/dataplane-mode: none}
            ```

            **Fix.** Choose one: remove a label, or refuse the other way for these pods.
            """#
        ),
        (
            "MST2925", ["KIA1312"],
            #"""
            # MST2925: A waypoint for a workload that is not ambient

            *Warning.* Requests reach a waypoint through ztunnel, which does not take the traffic of these pods.

            Wrong:

            ```yaml
            # Namespace
            labels: {istio.io/use-waypoint: waypoint}
            ```

            Right:

            ```yaml
            # Namespace
            labels: {istio.io/use-waypoint: waypoint, istio.io/dataplane-mode: ambient}
            ```

            **Fix.** Make the namespace or the pods ambient, or remove the label.
            """#
        ),
        (
            "MST3001", ["IST0106"],
            #"""
            # MST3001: TLS that does not fit its port

            *Error.* A server with protocol HTTPS or TLS says how it ends TLS; one for plain HTTP cannot. The ingress of a Sidecar takes files only and not the mode ISTIO_MUTUAL.

            Wrong:

            ```yaml
            port: {number: 443, name: https, protocol: HTTPS}
            hosts: [shop.example]
            ```

            Right:

            ```yaml
            port: {number: 443, name: https, protocol: HTTPS}
            hosts: [shop.example]
            tls:
              mode: SIMPLE
              credentialName: shop-example
            ```

            **Fix.** Add `tls`, or change the protocol.
            """#
        ),
        (
            "MST3002", ["IST0106"],
            #"""
            # MST3002: Certificates that are missing or too many

            *Error.* SIMPLE needs a certificate and its key, MUTUAL also certificates of authorities to check clients with. They come from one source: a secret, a list, or files. ISTIO_MUTUAL takes Istio's own.

            Wrong:

            ```yaml
            tls:
              mode: SIMPLE
              serverCertificate: /etc/certs/tls.crt
            ```

            Right:

            ```yaml
            tls:
              mode: SIMPLE
              serverCertificate: /etc/certs/tls.crt
              privateKey: /etc/certs/tls.key
            ```

            **Fix.** Complete the pair, or use `credentialName`.
            """#
        ),
        (
            "MST3003", ["IST0133"],
            #"""
            # MST3003: Versions or ciphers of TLS that are not used

            *Warning.* Unknown and repeated cipher suites are left out. Versions before 1.2 need suites that are not among the default ones.

            Wrong:

            ```yaml
            tls:
              mode: SIMPLE
              credentialName: shop-example
              minProtocolVersion: TLSV1_1
            ```

            Right:

            ```yaml
            tls:
              mode: SIMPLE
              credentialName: shop-example
              minProtocolVersion: TLSV1_2
            ```

            **Fix.** Use a later version, or name suites that fit.
            """#
        ),
        (
            "MST3004", ["IST0106"],
            #"""
            # MST3004: TLS towards a service

            *Error.* MUTUAL needs a certificate and a key, or a secret with both. What verifies the server cannot be set together with `insecureSkipVerify`. A ConfigMap for certificates lies in the namespace of the rule.

            Wrong:

            ```yaml
            tls:
              mode: MUTUAL
              clientCertificate: /etc/certs/client.crt
            ```

            Right:

            ```yaml
            tls:
              mode: MUTUAL
              credentialName: client-certificate
            ```

            **Fix.** Complete it, or keep one source.
            """#
        ),
        (
            "MST3101", ["IST0106"],
            #"""
            # MST3101: An action that lacks what it needs

            *Error.* DENY without rules denies nothing. CUSTOM asks a provider for the requests that its rules name, so it needs both. Other actions have no provider.

            Wrong:

            ```yaml
            action: DENY
            ```

            Right:

            ```yaml
            action: DENY
            rules:
            - {}
            ```

            **Fix.** Add rules, or the provider.
            """#
        ),
        (
            "MST3102", ["IST0106"],
            #"""
            # MST3102: A part of a rule that says nothing

            *Error.* An empty source, operation or value cannot be compared with anything.

            Wrong:

            ```yaml
            rules:
            - from:
              - source:
                  principals: [""]
            ```

            Right:

            ```yaml
            rules:
            - from:
              - source:
                  principals: [cluster.local/ns/web/sa/frontend]
            ```

            **Fix.** Fill it in, or remove it.
            """#
        ),
        (
            "MST3103", ["IST0106"],
            #"""
            # MST3103: An identity that cannot be one

            *Error.* Service accounts are written as `name` or `namespace/name`, without wildcards, 16 at most, and not beside principals or namespaces. Trust domains have one `*` at most, at the start or end, and no slash.

            Wrong:

            ```yaml
            source:
              serviceAccounts: ["web/*"]
            ```

            Right:

            ```yaml
            source:
              serviceAccounts: [web/frontend]
            ```

            **Fix.** Write the full name.
            """#
        ),
        (
            "MST3104", ["IST0106"],
            #"""
            # MST3104: A path that is no template

            *Error.* `{*}` stands for one segment and `{**}` for the rest. Other braces are not allowed, and a path with templates has no other wildcards.

            Wrong:

            ```yaml
            paths: ["/orders/{id}"]
            ```

            Right:

            ```yaml
            paths: ["/orders/{*}"]
            ```

            **Fix.** Use `{*}` or `{**}` as whole segments.
            """#
        ),
        (
            "MST3105", ["IST0106"],
            #"""
            # MST3105: An attribute that a policy does not have

            *Error.* Conditions know a fixed set of attributes. Headers, claims and keys of filters are named in brackets. With action CUSTOM, identities are left to the provider.

            Wrong:

            ```yaml
            when:
            - key: request.header[x-tier]
              values: [gold]
            ```

            Right:

            ```yaml
            when:
            - key: request.headers[x-tier]
              values: [gold]
            ```

            **Fix.** Use the attribute that the finding names.
            """#
        ),
        (
            "MST3106", ["IST0133"],
            #"""
            # MST3106: A rule that denies all TCP

            *Warning.* A port for TCP knows no methods, paths or tokens. A DENY rule leaves out what it does not know there, and then denies every connection.

            Wrong:

            ```yaml
            action: DENY
            rules:
            - to:
              - operation:
                  methods: [DELETE]
            ```

            Right:

            ```yaml
            action: DENY
            rules:
            - to:
              - operation:
                  methods: [DELETE]
                  ports: ["8080"]
            ```

            **Fix.** Name the ports that speak HTTP.
            """#
        ),
        (
            "MST3201", ["IST0106"],
            #"""
            # MST3201: A rule for tokens that is incomplete

            *Error.* A rule says whose tokens count, by `issuer` or `jwksUri`, and each place for tokens or claims has a name.

            Wrong:

            ```yaml
            jwtRules:
            - forwardOriginalToken: true
            ```

            Right:

            ```yaml
            jwtRules:
            - issuer: https://login.example
            ```

            **Fix.** Add what is missing.
            """#
        ),
        (
            "MST3202", ["IST0106"],
            #"""
            # MST3202: Keys for tokens that cannot be read

            *Error.* `jwksUri` is a URL of HTTP or HTTPS, and `jwks` a set of keys in JSON with the fields that their types need. Without keys all tokens are refused.

            Wrong:

            ```yaml
            jwksUri: login.example/keys
            ```

            Right:

            ```yaml
            jwksUri: https://login.example/keys
            ```

            **Fix.** Correct the URL, or take the keys as the issuer publishes them.
            """#
        ),
        (
            "MST3203", ["IST0133"],
            #"""
            # MST3203: Keys for tokens that must stay secret

            *Warning.* The keys hold private halves or secrets. Only public keys are used, and whoever reads the file can make tokens.

            Wrong:

            ```yaml
            jwks: '{"keys":[{"kty":"oct","k":"c2VjcmV0"}]}'
            ```

            Right:

            ```yaml
            jwksUri: https://login.example/keys
            ```

            **Fix.** Remove the private fields, and replace the key.
            """#
        ),
        (
            "MST3301", ["IST0106"],
            #"""
            # MST3301: Modes for ports that cannot be set

            *Error.* Ports are those of a workload, so `portLevelMtls` needs a selector with labels. Ports are numbers from 1 to 65535.

            Wrong:

            ```yaml
            portLevelMtls:
              "8080": {mode: DISABLE}
            ```

            Right:

            ```yaml
            selector:
              matchLabels: {app: cart}
            portLevelMtls:
              "8080": {mode: DISABLE}
            ```

            **Fix.** Add the selector, or set the mode for all ports.
            """#
        ),
        (
            "MST3501", ["IST0128"],
            #"""
            # MST3501: Proxies do not check a server's certificate

            *Warning.* Without `caCertificates` any certificate is good, also that of an attacker.

            Wrong:

            ```yaml
            tls: {mode: SIMPLE}
            ```

            Right:

            ```yaml
            tls:
              mode: SIMPLE
              caCertificates: system
            ```

            **Fix.** Set `caCertificates`, and `subjectAltNames`.
            """#
        ),
        (
            "MST3502", ["IST0129"],
            #"""
            # MST3502: Proxies do not check the certificate of a port

            *Warning.* The same as MST3501, for the TLS settings of one port.

            Wrong:

            ```yaml
            portLevelSettings:
            - port: {number: 443}
              tls: {mode: SIMPLE}
            ```

            Right:

            ```yaml
            portLevelSettings:
            - port: {number: 443}
              tls: {mode: SIMPLE, caCertificates: system}
            ```

            **Fix.** Set `caCertificates` there too.
            """#
        ),
        (
            "MST3503", ["IST0161"],
            #"""
            # MST3503: A Secret that cannot serve

            *Error.* It has no certificate with its key, they are not PEM, or the certificate's time is over or has not come.

            Wrong:

            ```yaml
            kind: Secret
            data:
              tls.crt: ""
            ```

            Right:

            ```yaml
            kind: Secret
            type: kubernetes.io/tls
            data:
              tls.crt: LS0t...
              tls.key: LS0t...
            ```

            **Fix.** Renew the Secret.
            """#
        ),
        (
            "MST3504", ["IST0138"],
            #"""
            # MST3504: Two Gateways with one certificate

            *Warning.* Browsers reuse an HTTP/2 connection for every host of a certificate. The Gateway that holds the connection does not know the other's hosts and answers 404.

            Wrong:

            ```yaml
            # two Gateways
            servers:
            - hosts: [a.example]
              tls: {credentialName: wildcard}
            ---
            servers:
            - hosts: [b.example]
              tls: {credentialName: wildcard}
            ```

            Right:

            ```yaml
            servers:
            - hosts: [a.example, b.example]
              tls: {credentialName: wildcard}
            ```

            **Fix.** Use one Gateway, or a certificate each.
            """#
        ),
        (
            "MST3505", ["IST0149"],
            #"""
            # MST3505: Routes by claims that nobody has checked

            *Error.* Claims exist only after a RequestAuthentication for the gateway's pods has checked the token.

            Wrong:

            ```yaml
            match:
            - headers:
                "@request.auth.claims.group": {exact: admin}
            ```

            Right:

            ```yaml
            kind: RequestAuthentication
            metadata: {namespace: istio-system}
            spec:
              selector:
                matchLabels: {istio: ingressgateway}
            ```

            **Fix.** Add a RequestAuthentication.
            """#
        ),
        (
            "MST3506", ["IST0175"],
            #"""
            # MST3506: Keys are fetched from anywhere

            *Warning.* istiod fetches the keys of a RequestAuthentication from `jwksUri`. Whoever may write one can make it call addresses inside of the cluster.

            Wrong:

            ```yaml
            # istiod
            env: []
            ```

            Right:

            ```yaml
            # istiod
            env:
            - name: BLOCKED_CIDRS_IN_JWKS_URIS
              value: 169.254.0.0/16,10.0.0.0/8
            ```

            **Fix.** Set the variable.
            """#
        ),
        (
            "MST3601", ["KIA0102"],
            #"""
            # MST3601: A method that HTTP does not have

            *Warning.* Methods are written in capitals. For gRPC the method is a path.

            Wrong:

            ```yaml
            to:
            - operation: {methods: [get]}
            ```

            Right:

            ```yaml
            to:
            - operation: {methods: [GET]}
            ```

            **Fix.** Correct it.
            """#
        ),
        (
            "MST3602", ["KIA0002"],
            #"""
            # MST3602: Two PeerAuthentications for a namespace

            *Error.* Without a selector it is for all workloads of its namespace. The oldest one counts.

            Wrong:

            ```yaml
            kind: PeerAuthentication
            metadata: {name: one}
            ---
            kind: PeerAuthentication
            metadata: {name: two}
            ```

            Right:

            ```yaml
            kind: PeerAuthentication
            metadata: {name: default}
            ```

            **Fix.** Merge them.
            """#
        ),
        (
            "MST3603", ["KIA0003"],
            #"""
            # MST3603: Two PeerAuthentications for one workload

            *Error.* Only one counts. If that is the laxer one, the workload takes plain text.

            Wrong:

            ```yaml
            selector:
              matchLabels: {app: web}
            ---
            selector:
              matchLabels: {version: v1}
            ```

            Right:

            ```yaml
            selector:
              matchLabels: {app: web}
            ```

            **Fix.** Merge them, or make the selectors exclude each other.
            """#
        ),
        (
            "MST3604", ["KIA0204"],
            #"""
            # MST3604: A rule that takes a host out of mTLS

            *Warning.* The rule for one host hides the wider one with its TLS settings, and has none of its own.

            Wrong:

            ```yaml
            host: web
            trafficPolicy:
              loadBalancer: {simple: LEAST_REQUEST}
            ```

            Right:

            ```yaml
            host: web
            trafficPolicy:
              loadBalancer: {simple: LEAST_REQUEST}
              tls: {mode: ISTIO_MUTUAL}
            ```

            **Fix.** Repeat the TLS settings.
            """#
        ),
        (
            "MST3605", ["KIA0207", "KIA0208"],
            #"""
            # MST3605: Plain text to servers that insist on mTLS

            *Error.* A DestinationRule turns TLS off for hosts whose PeerAuthentication is STRICT. Requests get 503.

            Wrong:

            ```yaml
            # DestinationRule
            host: "*.shop.svc.cluster.local"
            trafficPolicy:
              tls: {mode: DISABLE}
            # PeerAuthentication of shop
            mtls: {mode: STRICT}
            ```

            Right:

            ```yaml
            # DestinationRule
            host: "*.shop.svc.cluster.local"
            trafficPolicy:
              tls: {mode: ISTIO_MUTUAL}
            ```

            **Fix.** Use ISTIO_MUTUAL, or leave the mode to Istio.
            """#
        ),
        (
            "MST3606", ["KIA0505", "KIA0506"],
            #"""
            # MST3606: mTLS to servers that do not speak it

            *Error.* A PeerAuthentication turns mTLS off where a DestinationRule has clients speak it. Handshakes fail.

            Wrong:

            ```yaml
            # PeerAuthentication of shop
            mtls: {mode: DISABLE}
            # DestinationRule
            host: "*.local"
            trafficPolicy:
              tls: {mode: ISTIO_MUTUAL}
            ```

            Right:

            ```yaml
            # another DestinationRule
            host: "*.shop.svc.cluster.local"
            trafficPolicy:
              tls: {mode: DISABLE}
            ```

            **Fix.** Turn it off on both sides.
            """#
        ),
        (
            "MST3607", ["KIA0205", "KIA0206", "KIA0401", "KIA0501"],
            #"""
            # MST3607: Only one side of mTLS is set

            *Error.* With `enableAutoMtls: false` Istio does not find out what servers expect, so a PeerAuthentication and a DestinationRule must say the same.

            Wrong:

            ```yaml
            # PeerAuthentication
            mtls: {mode: STRICT}
            ```

            Right:

            ```yaml
            # and a DestinationRule
            host: "*.local"
            trafficPolicy:
              tls: {mode: ISTIO_MUTUAL}
            ```

            **Fix.** Set the other side, or let Istio find out.
            """#
        ),
        (
            "MST3608", ["KIA0109"],
            #"""
            # MST3608: A policy about requests that no waypoint keeps

            *Warning.* Methods, paths, hosts, headers and tokens are seen by a waypoint only, and what the policy is for has none. ztunnel does not guess: it closes the connections that the policy is about.

            Wrong:

            ```yaml
            # Namespace
            labels: {istio.io/dataplane-mode: ambient}
            # AuthorizationPolicy
            rules: [{to: [{operation: {methods: [GET]}}]}]
            ```

            Right:

            ```yaml
            # Namespace
            labels: {istio.io/dataplane-mode: ambient, istio.io/use-waypoint: waypoint}
            ```

            **Fix.** Label the namespace, the Service or the workload with the name of a waypoint, or write a rule about ports and identities.
            """#
        ),
        (
            "MST3609", ["KIA0110"],
            #"""
            # MST3609: A policy about requests that names no target

            *Warning.* Waypoints keep the policies that name them or a Service. One with a selector, or with nothing, goes to ztunnel, which sees no requests.

            Wrong:

            ```yaml
            selector: {matchLabels: {app: web}}
            rules: [{to: [{operation: {methods: [GET]}}]}]
            ```

            Right:

            ```yaml
            targetRefs: [{group: "", kind: Service, name: web}]
            rules: [{to: [{operation: {methods: [GET]}}]}]
            ```

            **Fix.** Replace the selector by `targetRefs`.
            """#
        ),
        (
            "MST3610", ["KIA1110"],
            #"""
            # MST3610: A RequestAuthentication that no waypoint keeps

            *Warning.* Tokens stand in requests, which pass no waypoint here, so nobody checks them.

            Wrong:

            ```yaml
            # Namespace
            labels: {istio.io/dataplane-mode: ambient}
            # RequestAuthentication
            jwtRules: [{issuer: https://issuer.example}]
            ```

            Right:

            ```yaml
            # Namespace
            labels: {istio.io/dataplane-mode: ambient, istio.io/use-waypoint: waypoint}
            ```

            **Fix.** Label the namespace, the Service or the workload with the name of a waypoint.
            """#
        ),
        (
            "MST3611", ["KIA1115"],
            #"""
            # MST3611: A RequestAuthentication that names no target

            *Warning.* Waypoints keep the ones that name them or a Service. A selector, or nothing, is for sidecars.

            Wrong:

            ```yaml
            selector: {matchLabels: {app: web}}
            jwtRules: [{issuer: https://issuer.example}]
            ```

            Right:

            ```yaml
            targetRefs: [{group: "", kind: Service, name: web}]
            jwtRules: [{issuer: https://issuer.example}]
            ```

            **Fix.** Replace the selector by `targetRefs`.
            """#
        ),
        (
            "MST3612", ["KIA0105"],
            #"""
            # MST3612: A policy that asks for an identity nobody proves

            *Error.* Principals, namespaces and service accounts come from the certificate of the client. Where a PeerAuthentication turns mTLS off, or clients are not told to use it, there is none: ALLOW lets nobody through, DENY stops nobody.

            Wrong:

            ```yaml
            # PeerAuthentication of shop
            mtls: {mode: DISABLE}
            # AuthorizationPolicy of shop
            rules: [{from: [{source: {namespaces: [web]}}]}]
            ```

            Right:

            ```yaml
            # PeerAuthentication of shop
            mtls: {mode: STRICT}
            ```

            **Fix.** Turn mTLS on, or ask for addresses or tokens instead.
            """#
        ),
        (
            "MST3613", ["KIA1301"],
            #"""
            # MST3613: A workload that no policy guards

            *Warning.* Policies guard other workloads of the namespace, and none is for this one. Namespaces without any policy are not told of.

            Wrong:

            ```yaml
            # the only policy of a namespace with the workloads web and db
            selector: {matchLabels: {app: web}}
            ```

            Right:

            ```yaml
            # a second policy, without selector and rules: what no other allows is refused
            metadata: {name: default}
            spec: {}
            ```

            **Fix.** Add a policy for the workload, or one for the whole namespace.
            """#
        ),
        (
            "MST3614", ["KIA1317"],
            #"""
            # MST3614: A workload without the waypoint that its policy needs

            *Warning.* A policy about requests is for the workload, and its requests pass no waypoint. See MST3608 for the policy's side.

            Wrong:

            ```yaml
            # a Deployment in an ambient namespace
            metadata: {name: web}
            # AuthorizationPolicy
            selector: {matchLabels: {app: web}}
            rules: [{to: [{operation: {paths: [/admin]}}]}]
            ```

            Right:

            ```yaml
            # Namespace
            labels: {istio.io/dataplane-mode: ambient, istio.io/use-waypoint: waypoint}
            ```

            **Fix.** Label the workload, its Service or its namespace with the name of a waypoint.
            """#
        ),
        (
            "MST4001", ["IST0106"],
            #"""
            # MST4001: A traffic policy that cannot be one

            *Error.* A policy sets something. `tunnel` and `proxyProtocol` exclude each other; a tunnel uses CONNECT or POST and leads to a full name or an address.

            Wrong:

            ```yaml
            trafficPolicy: {}
            ```

            Right:

            ```yaml
            trafficPolicy:
              loadBalancer: {simple: LEAST_REQUEST}
            ```

            **Fix.** Fill it in, or remove it.
            """#
        ),
        (
            "MST4002", ["IST0106"],
            #"""
            # MST4002: A subset that cannot be one

            *Error.* Routes name subsets, so each has a name of its own, a DNS label.

            Wrong:

            ```yaml
            subsets:
            - name: v1
              labels: {version: v1}
            - name: v1
              labels: {version: v2}
            ```

            Right:

            ```yaml
            subsets:
            - name: v1
              labels: {version: v1}
            - name: v2
              labels: {version: v2}
            ```

            **Fix.** Rename one.
            """#
        ),
        (
            "MST4003", ["IST0106"],
            #"""
            # MST4003: Limits of connections that cannot be

            *Error.* A pool has limits for `http` or `tcp`, and none is negative. `useClientProtocol` keeps the protocol, so it cannot be upgraded.

            Wrong:

            ```yaml
            connectionPool:
              tcp:
                maxConnections: -1
            ```

            Right:

            ```yaml
            connectionPool:
              tcp:
                maxConnections: 100
            ```

            **Fix.** Correct the limit; without one there is none.
            """#
        ),
        (
            "MST4004", ["IST0106"],
            #"""
            # MST4004: Outlier detection that contradicts itself

            *Error.* `consecutiveLocalOriginFailures` counts failures of the connection only when these are told from answers of the service.

            Wrong:

            ```yaml
            outlierDetection:
              consecutiveLocalOriginFailures: 3
            ```

            Right:

            ```yaml
            outlierDetection:
              consecutiveLocalOriginFailures: 3
              splitExternalLocalOriginErrors: true
            ```

            **Fix.** Set `splitExternalLocalOriginErrors`.
            """#
        ),
        (
            "MST4005", ["IST0106"],
            #"""
            # MST4005: A load balancer that cannot be one

            *Error.* A cookie has a name and attributes that differ, the table of maglev has a size that is a prime number below 5000011, and a warm-up has a duration.

            Wrong:

            ```yaml
            consistentHash:
              useSourceIp: true
              maglev: {tableSize: 1000}
            ```

            Right:

            ```yaml
            consistentHash:
              useSourceIp: true
              maglev: {tableSize: 1009}
            ```

            **Fix.** Correct what the finding names.
            """#
        ),
        (
            "MST4006", ["IST0106"],
            #"""
            # MST4006: Load over localities that does not add up

            *Error.* The weights of a distribution are from 1 to 100 and add up to 100; localities do not overlap; failover goes from one region to another. Of `distribute` and `failover` only one is set.

            Wrong:

            ```yaml
            distribute:
            - from: eu-north
              to: {eu-north: 80, eu-west: 10}
            ```

            Right:

            ```yaml
            distribute:
            - from: eu-north
              to: {eu-north: 80, eu-west: 20}
            ```

            **Fix.** Correct the weights or regions.
            """#
        ),
        (
            "MST4101", ["IST0106"],
            #"""
            # MST4101: Retries that contradict themselves

            *Error.* With 0 attempts retries are off, so nothing else about them can be set. `retryOn` holds conditions of Envoy or statuses of HTTP with commas and without spaces.

            Wrong:

            ```yaml
            retries:
              attempts: 2
              retryOn: 5xx, reset
            ```

            Right:

            ```yaml
            retries:
              attempts: 2
              retryOn: 5xx,reset
            ```

            **Fix.** Correct the conditions, or set attempts.
            """#
        ),
        (
            "MST4102", ["IST0106", "IST0133"],
            #"""
            # MST4102: A fault that cannot be injected

            *Error or warning.* A fault delays or aborts. Abort with a status from 200 to 599 (Istio takes 600 as well) or a name of gRPC; without an error no request fails, which is a warning.

            Wrong:

            ```yaml
            fault:
              abort:
                percentage: {value: 10}
                grpcStatus: UNREACHABLE
            ```

            Right:

            ```yaml
            fault:
              abort:
                percentage: {value: 10}
                grpcStatus: UNAVAILABLE
            ```

            **Fix.** Correct the fault.
            """#
        ),
        (
            "MST4103", ["IST0106"],
            #"""
            # MST4103: A share that is no percentage

            *Error.* Percentages lie from 0 to 100; those of faults are 0 or at least 0.0001.

            Wrong:

            ```yaml
            outlierDetection:
              maxEjectionPercent: 150
            ```

            Right:

            ```yaml
            outlierDetection:
              maxEjectionPercent: 50
            ```

            **Fix.** Use a number from 0 to 100.
            """#
        ),
        (
            "MST7000", [],
            #"""
            # MST7000: A configuration of the linter is wrong

            *Error.* The configuration that `mainstay lint` reads has an unknown rule or option, or a value that the option does not take. Nothing is looked at, because nobody can know what was meant.

            Wrong:

            ```yaml
            rules:
              colon: enable
            ```

            Right:

            ```yaml
            rules:
              colons: enable
            ```

            **Fix.** Write what the message expects; `mainstay explain` and the hint name what there is.
            """#
        ),
        (
            "MST7001", [],
            #"""
            # MST7001: A file is no YAML

            *Error.* A reader of YAML 1.1 stops here. What comes behind is not looked at as YAML, only line by line.

            Wrong:

            ```yaml
            a: b: c
            ```

            Right:

            ```yaml
            a: "b: c"
            ```

            **Fix.** Look at the place that is named, and at the line above it: a quote or a bracket that is not closed shows only later.
            """#
        ),
        (
            "MST7002", [],
            #"""
            # MST7002: Anchors and aliases do not fit

            *Error or warning, as the configuration says.* The rule `anchors` of `mainstay lint`. An alias names an anchor that is not there before it; with other options, an anchor is there twice, or never used.

            Wrong:

            ```yaml
            a: *base
            ```

            Right:

            ```yaml
            a: &base 1
            b: *base
            ```

            **Fix.** Declare the anchor before the alias, or correct the name.
            """#
        ),
        (
            "MST7003", [],
            #"""
            # MST7003: Spaces inside braces

            *Error or warning, as the configuration says.* The rule `braces` of `mainstay lint`. Mappings in braces are easier to compare when all are written alike.

            Wrong:

            ```yaml
            { a: b }
            ```

            Right:

            ```yaml
            {a: b}
            ```

            **Fix.** Put as many spaces inside braces as the configuration wants, or write the mapping on lines.
            """#
        ),
        (
            "MST7004", [],
            #"""
            # MST7004: Spaces inside brackets

            *Error or warning, as the configuration says.* The rule `brackets` of `mainstay lint`. Lists in brackets are easier to compare when all are written alike.

            Wrong:

            ```yaml
            [ a, b ]
            ```

            Right:

            ```yaml
            [a, b]
            ```

            **Fix.** Put as many spaces inside brackets as the configuration wants, or write the list on lines.
            """#
        ),
        (
            "MST7005", [],
            #"""
            # MST7005: Spaces around a colon

            *Error or warning, as the configuration says.* The rule `colons` of `mainstay lint`. Spaces before a colon, or many behind it, are a slip in most files.

            Wrong:

            ```yaml
            a :  b
            ```

            Right:

            ```yaml
            a: b
            ```

            **Fix.** Write no space before the colon and one behind it.
            """#
        ),
        (
            "MST7006", [],
            #"""
            # MST7006: Spaces around a comma

            *Error or warning, as the configuration says.* The rule `commas` of `mainstay lint`. Spaces before a comma, or none behind it, make lists hard to read.

            Wrong:

            ```yaml
            [a ,b]
            ```

            Right:

            ```yaml
            [a, b]
            ```

            **Fix.** Write no space before the comma and one behind it.
            """#
        ),
        (
            "MST7007", [],
            #"""
            # MST7007: A comment without its spaces

            *Error or warning, as the configuration says.* The rule `comments` of `mainstay lint`. A comment that sticks to its `#` or to the value before it is easily read as part of the value.

            Wrong:

            ```yaml
            a: b #c
            ```

            Right:

            ```yaml
            a: b  # c
            ```

            **Fix.** Write a space behind `#`, and two before a comment that follows a value.
            """#
        ),
        (
            "MST7008", [],
            #"""
            # MST7008: A comment that stands askew

            *Error or warning, as the configuration says.* The rule `comments-indentation` of `mainstay lint`. A comment says what it belongs to by where it begins.

            Wrong:

            ```yaml
            a:
             # about b
              b: c
            ```

            Right:

            ```yaml
            a:
              # about b
              b: c
            ```

            **Fix.** Move the comment to the column of the line below, or of the line above.
            """#
        ),
        (
            "MST7009", [],
            #"""
            # MST7009: The end of a document

            *Error or warning, as the configuration says.* The rule `document-end` of `mainstay lint`. The configuration wants `...` behind each document, or forbids it.

            Wrong:

            ```yaml
            a: b
            ```

            Right:

            ```yaml
            a: b
            ...
            ```

            **Fix.** Write the marker, or take it away.
            """#
        ),
        (
            "MST7010", [],
            #"""
            # MST7010: The start of a document

            *Error or warning, as the configuration says.* The rule `document-start` of `mainstay lint`. The configuration wants `---` before each document, or forbids it.

            Wrong:

            ```yaml
            a: b
            ```

            Right:

            ```yaml
            ---
            a: b
            ```

            **Fix.** Write the marker, or take it away.
            """#
        ),
        (
            "MST7011", [],
            #"""
            # MST7011: Too many empty lines

            *Error or warning, as the configuration says.* The rule `empty-lines` of `mainstay lint`. Empty lines part a file into pieces; many of them part nothing.

            Wrong:

            ```yaml
            a: b



            c: d
            ```

            Right:

            ```yaml
            a: b

            c: d
            ```

            **Fix.** Take the lines away.
            """#
        ),
        (
            "MST7012", [],
            #"""
            # MST7012: A value is missing

            *Error or warning, as the configuration says.* The rule `empty-values` of `mainstay lint`. A key without a value means null, and often it was meant to hold the lines below it.

            Wrong:

            ```yaml
            a:
            b: c
            ```

            Right:

            ```yaml
            a:
              b: c
            ```

            **Fix.** Indent the lines that belong to the key, or write `null`.
            """#
        ),
        (
            "MST7013", [],
            #"""
            # MST7013: A number in an unusual spelling

            *Error or warning, as the configuration says.* The rule `float-values` of `mainstay lint`. Readers differ about `.5`, `1e3`, `.nan` and `.inf`.

            Wrong:

            ```yaml
            a: .5
            ```

            Right:

            ```yaml
            a: 0.5
            ```

            **Fix.** Write the number in full, or put it in quotes when it is a text.
            """#
        ),
        (
            "MST7014", [],
            #"""
            # MST7014: Spaces behind a hyphen

            *Error or warning, as the configuration says.* The rule `hyphens` of `mainstay lint`. Items of a list are easier to compare when all begin alike.

            Wrong:

            ```yaml
            -   a
            ```

            Right:

            ```yaml
            - a
            ```

            **Fix.** Write one space behind the hyphen.
            """#
        ),
        (
            "MST7015", [],
            #"""
            # MST7015: A line begins at another column than expected

            *Error or warning, as the configuration says.* The rule `indentation` of `mainstay lint`. Lines say by their column what they belong to. A file that changes its width hides mistakes.

            Wrong:

            ```yaml
            a:
              b:
                 c: d
            ```

            Right:

            ```yaml
            a:
              b:
                c: d
            ```

            **Fix.** Move the line, and those below that belong to it, to the column that is expected.
            """#
        ),
        (
            "MST7016", [],
            #"""
            # MST7016: A key is there twice in a mapping

            *Error or warning, as the configuration says.* The rule `key-duplicates` of `mainstay lint`. Readers take the last value, the first one, or refuse the file.

            Wrong:

            ```yaml
            a: 1
            a: 2
            ```

            Right:

            ```yaml
            a: 1
            b: 2
            ```

            **Fix.** Remove one of them.
            """#
        ),
        (
            "MST7017", [],
            #"""
            # MST7017: Keys are not in order

            *Error or warning, as the configuration says.* The rule `key-ordering` of `mainstay lint`. The configuration wants the keys of each mapping in the order of their code points.

            Wrong:

            ```yaml
            b: 1
            a: 2
            ```

            Right:

            ```yaml
            a: 2
            b: 1
            ```

            **Fix.** Sort the keys, or name those that may stand anywhere in `ignored-keys`.
            """#
        ),
        (
            "MST7018", [],
            #"""
            # MST7018: A line is too long

            *Error or warning, as the configuration says.* The rule `line-length` of `mainstay lint`. Long lines do not fit beside each other in a review.

            Wrong:

            ```yaml
            description: a very long text …
            ```

            Right:

            ```yaml
            description: >-
              a very
              long text …
            ```

            **Fix.** Break the line. What cannot be broken, such as an address, is let pass unless the configuration says otherwise.
            """#
        ),
        (
            "MST7019", [],
            #"""
            # MST7019: No line break at the end of a file

            *Error or warning, as the configuration says.* The rule `new-line-at-end-of-file` of `mainstay lint`. Other tools take what follows for the same line, and differences show a line that did not change.

            Wrong:

            ```yaml
            a: b (end of the file)
            ```

            Right:

            ```yaml
            a: b
            ```

            **Fix.** End the last line with a line break.
            """#
        ),
        (
            "MST7020", [],
            #"""
            # MST7020: The wrong kind of line break

            *Error or warning, as the configuration says.* The rule `new-lines` of `mainstay lint`. The first line ends as on another system.

            Wrong:

            ```yaml
            a: b (CR LF)
            ```

            Right:

            ```yaml
            a: b (LF)
            ```

            **Fix.** Convert the file, and tell Git how it shall store it.
            """#
        ),
        (
            "MST7021", [],
            #"""
            # MST7021: A number that may be octal

            *Error or warning, as the configuration says.* The rule `octal-values` of `mainstay lint`. `010` is 8 for some readers and 10 for others.

            Wrong:

            ```yaml
            code: 010
            ```

            Right:

            ```yaml
            code: "010"
            ```

            **Fix.** Put it in quotes, or write the number without the zero.
            """#
        ),
        (
            "MST7022", [],
            #"""
            # MST7022: Quotes of a string

            *Error or warning, as the configuration says.* The rule `quoted-strings` of `mainstay lint`. The configuration says when strings have quotes, and which.

            Wrong:

            ```yaml
            a: 'b'
            ```

            Right:

            ```yaml
            a: "b"
            ```

            **Fix.** Write the quotes that the message names, or take them away.
            """#
        ),
        (
            "MST7023", [],
            #"""
            # MST7023: Spaces at the end of a line

            *Error or warning, as the configuration says.* The rule `trailing-spaces` of `mainstay lint`. Nobody sees them, and they show up in differences.

            Wrong:

            ```yaml
            a: b␠␠
            ```

            Right:

            ```yaml
            a: b
            ```

            **Fix.** Take them away.
            """#
        ),
        (
            "MST7024", [],
            #"""
            # MST7024: A word that may be true or false

            *Error or warning, as the configuration says.* The rule `truthy` of `mainstay lint`. `yes`, `on` and their like are booleans for readers of YAML 1.1 and texts for others.

            Wrong:

            ```yaml
            a: yes
            ```

            Right:

            ```yaml
            a: true
            ```

            **Fix.** Write `true` or `false`, or put the word in quotes.
            """#
        ),
        (
            "MST8001", ["rego_parse_error"],
            #"""
            # MST8001: A policy is no Rego

            *Error.* OPA refuses a text with a mistake in its syntax (`rego_parse_error`), and no policy is evaluated.

            Wrong:

            ```rego
            deny contains msg if {
                msg := "no owner"
            ```

            Right:

            ```rego
            deny contains msg if {
                msg := "no owner"
            }
            ```

            **Fix.** Look at the place and at what was expected there.
            """#
        ),
        (
            "MST8002", ["rego_compile_error"],
            #"""
            # MST8002: A policy names what is not there

            *Error.* Names, imports and heads of rules have to make sense together (`rego_compile_error`): a rule cannot be a set and a value, an
            assigned variable cannot be assigned again.

            Wrong:

            ```rego
            deny contains "a"
            deny := "b"
            ```

            Right:

            ```rego
            deny contains "a"
            deny contains "b"
            ```

            **Fix.** Follow the message; it names the rule or the variable.
            """#
        ),
        (
            "MST8003", ["rego_type_error"],
            #"""
            # MST8003: A value can never have that type

            *Error.* The types of functions and constants are known before an input is (`rego_type_error`). A function that does not exist, or that Mainstay
            does not have, is told by this code, too.

            Wrong:

            ```rego
            deny contains "x" if startswith(input.name, 3)
            ```

            Right:

            ```rego
            deny contains "x" if startswith(input.name, "3")
            ```

            **Fix.** Give the function what it takes. A function that is not supported is named with the reason.
            """#
        ),
        (
            "MST8004", ["rego_unsafe_var_error"],
            #"""
            # MST8004: A variable never gets a value

            *Error.* Every variable needs a place that gives it values (`rego_unsafe_var_error`). `not` only asks about values that are known; it does not
            look for one, so a wildcard inside it stands for nothing.

            Wrong:

            ```rego
            deny contains "no timeout" if not input.spec.http[_].timeout
            ```

            Right:

            ```rego
            deny contains "no timeout" if {
                some route in input.spec.http
                not route.timeout
            }
            ```

            **Fix.** Take the element first with `some … in`, then say `not` about it.
            """#
        ),
        (
            "MST8005", ["rego_recursion_error"],
            #"""
            # MST8005: A rule needs itself

            *Error.* Rego has no recursion (`rego_recursion_error`): the value of a rule cannot depend on itself, not even by way of other rules.

            Wrong:

            ```rego
            size(x) := 1 + size(x.next)
            ```

            Right:

            ```rego
            size(x) := count([y | walk(x, [_, y]); y.next])
            ```

            **Fix.** Use `walk` or `graph.reachable` for what nests.
            """#
        ),
        (
            "MST8006", ["eval_conflict_error"],
            #"""
            # MST8006: A rule has two values

            *Error.* A rule without `contains` has one value for an input (`eval_conflict_error`). Two bodies that both hold have to agree. The finding names
            an object for which they do not.

            Wrong:

            ```rego
            limit := 10
            limit := 20 if input.kind == "Service"
            ```

            Right:

            ```rego
            default limit := 10
            limit := 20 if input.kind == "Service"
            ```

            **Fix.** Make the bodies exclude each other, use `else`, or make the rule a set.
            """#
        ),
        (
            "MST8007", ["eval_type_error", "eval_builtin_error"],
            #"""
            # MST8007: A built-in function failed

            *Error.* A function was given what it does not take, or has no answer (`eval_type_error`, `eval_builtin_error`). Usually the expression is then
            undefined and nothing is told; `--strict-builtin-errors` makes it an error.

            Wrong:

            ```rego
            deny contains "old" if to_number(input.version) < 2
            ```

            Right:

            ```rego
            deny contains "old" if {
                regex.match(`^[0-9]+$`, input.version)
                to_number(input.version) < 2
            }
            ```

            **Fix.** Check the value before the call.
            """#
        ),
        (
            "MST8008", ["eval_cancel_error"],
            #"""
            # MST8008: An evaluation reached a limit

            *Error.* Policies are stopped when they take too many steps, go too deep or collect too many values (`eval_cancel_error`). The message names the
            limit and the rule that was at work.

            Wrong:

            ```rego
            pairs contains [a, b, c] if {
                a := numbers.range(1, 10000)[_]
                b := numbers.range(1, 10000)[_]
                c := numbers.range(1, 10000)[_]
            }
            ```

            Right:

            ```rego
            pairs contains [p.name, q.name] if {
                some p in input.ports
                some q in input.ports
                p.name < q.name
            }
            ```

            **Fix.** Loop over what the input holds, and join on equal keys instead of trying all pairs.
            """#
        ),
        (
            "MST8009", [],
            #"""
            # MST8009: A policy is written for OPA before 1.0

            *Note.* OPA 1.0 wants `if` before bodies and `contains` for sets. A text that only an older OPA reads is evaluated as that OPA would; newer
            ones refuse it.

            Wrong:

            ```rego
            deny[msg] { msg := "x" }
            ```

            Right:

            ```rego
            deny contains msg if msg := "x"
            ```

            **Fix.** `mainstay policy fmt --upgrade -w` rewrites the file. With `--v0` all files are older ones and the note is left out.
            """#
        ),
        (
            "MST8010", [],
            #"""
            # MST8010: A file of policies or data cannot be used

            *Error.* The file is missing, cannot be read, is neither JSON nor YAML, or two files say what one path of `data` holds.

            Wrong:

            ```json
            // a.json and b.json in one folder
            {"limits": 10}
            ```

            Right:

            ```json
            // a.json: {"limits": {"small": 10}}, b.json:
            {"limits": {"large": 20}}
            ```

            **Fix.** Objects of several files are merged; keep any other value in one file.
            """#
        ),
        (
            "MST8011", [],
            #"""
            # MST8011: There is nothing to evaluate

            *Error, or warning where no package was named.* The policies have no rule that judges objects: `deny`, `violation`, `warn`, or one of these with words after it.

            Wrong:

            ```rego
            package main

            denied contains "x"
            ```

            Right:

            ```rego
            package main

            deny contains "x"
            ```

            **Fix.** Name the rules so, and give `-n` the package that has them.
            """#
        ),
        (
            "MST8012", [],
            #"""
            # MST8012: A rule gives no message

            *Error, or warning for a rule that is just true.* A rule that judges objects gives texts, or objects with a text `msg`. Anything else cannot be shown. An unknown `custom.severity` in
            the METADATA of a rule has this code, too.

            Wrong:

            ```rego
            deny if input.kind == "Pod"
            ```

            Right:

            ```rego
            deny contains "Pods are not allowed" if input.kind == "Pod"
            ```

            **Fix.** Make the rule a set of messages. Severities are error, warning and info.
            """#
        ),
        (
            "MST8020", [],
            #"""
            # MST8020: A policy denies an object

            *Error, unless the rule says otherwise.* A rule `deny` or `violation` of your policies holds for the object. The rule stands beside the finding; what it says in its METADATA
            (`title`, `description`, `related_resources`) stands there, too, and `custom.severity` decides how bad it is.

            Wrong:

            ```yaml
            # deny contains "no owner" if not input.metadata.labels.owner
            metadata:
              name: shop
            ```

            Right:

            ```yaml
            metadata:
              name: shop
              labels:
                owner: shop-team
            ```

            **Fix.** Change the object, or let a rule `exception` of the policy name the case.
            """#
        ),
        (
            "MST8021", [],
            #"""
            # MST8021: A policy warns of an object

            *Warning, unless the rule says otherwise.* A rule `warn` of your policies holds for the object.

            Wrong:

            ```yaml
            # warn contains "no retries" if input.kind == "VirtualService"; …
            http:
              - route: []
            ```

            Right:

            ```yaml
            http:
              - route: []
                retries:
                  attempts: 2
            ```

            **Fix.** Change the object, or let a rule `exception` of the policy name the case.
            """#
        ),
        (
            "MST8030", [],
            #"""
            # MST8030: A constraint of Gatekeeper would refuse an object

            *Error; warning or note as `enforcementAction` says.* A cluster with this ConstraintTemplate and constraint would not take the object. Both stand beside the finding.

            Wrong:

            ```yaml
            # K8sRequiredLabels wants the label owner
            kind: ConfigMap
            metadata:
              name: settings
            ```

            Right:

            ```yaml
            kind: ConfigMap
            metadata:
              name: settings
              labels:
                owner: shop-team
            ```

            **Fix.** Change the object, or the constraint's `match`.
            """#
        ),
        (
            "MST8031", [],
            #"""
            # MST8031: A ConstraintTemplate cannot be used

            *Error.* Gatekeeper would refuse the template: it names no kind, is not called like its kind in small letters, has not exactly one target, or no
            policy; a package of its libraries is not below `lib`.

            Wrong:

            ```yaml
            metadata:
              name: required-labels
            spec:
              crd: {spec: {names: {kind: K8sRequiredLabels}}}
            ```

            Right:

            ```yaml
            metadata:
              name: k8srequiredlabels
            spec:
              crd: {spec: {names: {kind: K8sRequiredLabels}}}
            ```

            **Fix.** Follow the message.
            """#
        ),
        (
            "MST8032", [],
            #"""
            # MST8032: A constraint cannot be used

            *Error, or warning where only its template is missing.* The kind of the constraint has no template, `match` has a field or a selector that is none, or `enforcementAction` is unknown, so that
            nothing is enforced.

            Wrong:

            ```yaml
            kind: K8sRequiredLabels
            spec:
              enforcementAction: refuse
            ```

            Right:

            ```yaml
            kind: K8sRequiredLabels
            spec:
              enforcementAction: deny
            ```

            **Fix.** Follow the message.
            """#
        ),
        (
            "MST8033", [],
            #"""
            # MST8033: A part of Gatekeeper that is not evaluated

            *Note.* What cannot be decided here is not guessed: templates of engines other than Rego and CEL, and selectors for labels of a namespace that is not
            among the manifests.

            Wrong:

            ```yaml
            match:
              namespaceSelector: {matchLabels: {team: a}}
            ```

            Right:

            ```yaml
            # beside the other manifests
            kind: Namespace
            metadata:
              name: prod
              labels: {team: a}
            ```

            **Fix.** Give the Namespace with the other manifests; the cluster decides the rest.
            """#
        ),
        (
            "MST8101", [],
            #"""
            # MST8101: Two values under one condition

            *Warning.* A rule gives two values under the same condition. Where it holds, the evaluation ends with `eval_conflict_error`. The linter's name for it is `conflicting-values`.

            Wrong:

            ```rego
            limit := 5 if input.kind == "VirtualService"

            limit := 10 if input.kind == "VirtualService"
            ```

            Right:

            ```rego
            limit := 5 if {
            	input.kind == "VirtualService"
            	not internal
            }

            limit := 10 if {
            	input.kind == "VirtualService"
            	internal
            }
            ```

            **Fix.** Add a condition that tells the two apart, or write the second after `else`.
            """#
        ),
        (
            "MST8102", [],
            #"""
            # MST8102: A condition that never changes

            *Warning.* A line of a body has the same answer whatever the input is. Often a comparison was left half-written. The linter's name for it is `constant-condition`.

            Wrong:

            ```rego
            deny contains "no timeout" if {
            	true
            	not input.spec.http[0].timeout
            }
            ```

            Right:

            ```rego
            deny contains "no timeout" if not input.spec.http[0].timeout
            ```

            **Fix.** Remove the line, or compare with the input.
            """#
        ),
        (
            "MST8103", [],
            #"""
            # MST8103: A function that OPA 1.0 has no more

            *Warning.* The policy calls a function that was deprecated and that OPA 1.0 refuses: `any`, `all`, `re_match`, `net.cidr_overlap`, `cast_…`. The linter's name for it is `deprecated-builtin`.

            Wrong:

            ```rego
            short if re_match(`^[a-z]+$`, input.metadata.name)
            ```

            Right:

            ```rego
            short if regex.match(`^[a-z]+$`, input.metadata.name)
            ```

            **Fix.** Write what the hint names.
            """#
        ),
        (
            "MST8104", [],
            #"""
            # MST8104: The same rule twice

            *Warning.* Two rules say the same. One of them was to say something else, or is left over. The linter's name for it is `duplicate-rule`.

            Wrong:

            ```rego
            deny contains "no host" if not input.spec.host

            deny contains "no host" if not input.spec.host
            ```

            Right:

            ```rego
            deny contains "no host" if not input.spec.host
            ```

            **Fix.** Remove one of the two.
            """#
        ),
        (
            "MST8105", [],
            #"""
            # MST8105: Two kinds of input in one policy

            *Warning.* Gatekeeper gives a policy `input.review`, an admission webhook of OPA `input.request`. A policy that reads both gets one of them only, so that the rest never holds. The linter's name for it is `mixed-inputs`.

            Wrong:

            ```rego
            object := input.review.object

            user := input.request.userInfo
            ```

            Right:

            ```rego
            object := input.review.object

            user := input.review.userInfo
            ```

            **Fix.** Read the one that your engine gives.
            """#
        ),
        (
            "MST8106", [],
            #"""
            # MST8106: A pattern with backslashes twice

            *Warning.* In quotes every backslash of a regular expression is written twice. One that is forgotten makes another pattern, or none. The linter's name for it is `non-raw-regex-pattern`.

            Wrong:

            ```rego
            numbered if regex.match("^v\\d+$", input.metadata.name)
            ```

            Right:

            ```rego
            numbered if regex.match(`^v\d+$`, input.metadata.name)
            ```

            **Fix.** Write the pattern in backquotes.
            """#
        ),
        (
            "MST8107", [],
            #"""
            # MST8107: `!=` over all elements

            *Warning.* `xs[_] != "a"` holds as soon as any one element is not `"a"`. Most who write it mean that no element is. For example, a VirtualService for the mesh and a gateway passes `input.spec.gateways[_] != "mesh"`. The linter's name for it is `not-equals-in-loop`.

            Wrong:

            ```rego
            outside if input.spec.gateways[_] != "mesh"
            ```

            Right:

            ```rego
            outside if not "mesh" in input.spec.gateways
            ```

            **Fix.** For "none is equal" write `not x in xs`; for "one differs" write `some y in xs` and `y != x`.
            """#
        ),
        (
            "MST8108", [],
            #"""
            # MST8108: A `print` that is left

            *Warning.* Calls of `print` and `trace` help while a policy is written. Later they fill the output. The linter's name for it is `print-or-trace-call`.

            Wrong:

            ```rego
            deny contains "no host" if {
            	print(input)
            	not input.spec.host
            }
            ```

            Right:

            ```rego
            deny contains "no host" if not input.spec.host
            ```

            **Fix.** Remove the call.
            """#
        ),
        (
            "MST8109", [],
            #"""
            # MST8109: `== true` adds nothing

            *Warning.* A line of a body holds when its value is not `false`. To compare with `true` says the same in more words. The linter's name for it is `redundant-true`.

            Wrong:

            ```rego
            private if input.spec.internal == true
            ```

            Right:

            ```rego
            private if input.spec.internal
            ```

            **Fix.** Leave `== true` out, unless the value may be something else than true or false.
            """#
        ),
        (
            "MST8110", [],
            #"""
            # MST8110: A rule with the name of a built-in function

            *Warning.* Within the package the name means the rule, so that the function cannot be called any more. The linter's name for it is `rule-shadows-builtin`.

            Wrong:

            ```rego
            count := 3
            ```

            Right:

            ```rego
            hosts_count := 3
            ```

            **Fix.** Choose another name.
            """#
        ),
        (
            "MST8111", [],
            #"""
            # MST8111: A rule with the name of an import

            *Warning.* The name means the import. The rule is there, but nothing in this file reaches it. The linter's name for it is `rule-shadows-import`.

            Wrong:

            ```rego
            import data.lib

            lib := "own"
            ```

            Right:

            ```rego
            import data.lib

            own := "own"
            ```

            **Fix.** Rename the rule, or import with `as`.
            """#
        ),
        (
            "MST8112", [],
            #"""
            # MST8112: `sprintf` with too many or too few values

            *Warning.* The text asks for another number of values than the array has. The message then holds `%!s(MISSING)` or `%!(EXTRA …)`. The linter's name for it is `sprintf-arguments-mismatch`.

            Wrong:

            ```rego
            msg := sprintf("%s in %s", [input.metadata.name])
            ```

            Right:

            ```rego
            msg := sprintf("%s in %s", [input.metadata.name, input.metadata.namespace])
            ```

            **Fix.** Give one element for each verb; a percent sign is written `%%`.
            """#
        ),
        (
            "MST8113", [],
            #"""
            # MST8113: A test among rules

            *Warning.* A rule named `test_…` stands in a file that does not end in `_test.rego`. It is deployed with the policy. The linter's name for it is `test-outside-test-file`.

            Wrong:

            ```rego
            # timeouts.rego
            test_denies if count(deny) == 1
            ```

            Right:

            ```rego
            # timeouts_test.rego
            test_denies if count(deny) == 1
            ```

            **Fix.** Move it to a file whose name ends in `_test.rego`.
            """#
        ),
        (
            "MST8114", [],
            #"""
            # MST8114: A test that compares nothing

            *Warning.* The test holds as soon as its values are there, whatever they are. The linter's name for it is `test-without-assertion`.

            Wrong:

            ```rego
            test_denies if {
            	result := deny with input as {}
            }
            ```

            Right:

            ```rego
            test_denies if {
            	result := deny with input as {}
            	count(result) == 1
            }
            ```

            **Fix.** Add what must hold.
            """#
        ),
        (
            "MST8115", [],
            #"""
            # MST8115: `=` where `:=` or `==` is meant

            *Warning.* `=` compares or assigns, whichever fits. A name that is used elsewhere turns the one into the other. The linter's name for it is `use-assignment-operator`.

            Wrong:

            ```rego
            msg = "no timeout"
            ```

            Right:

            ```rego
            msg := "no timeout"
            ```

            **Fix.** Write `:=` to give a name its value and `==` to compare.
            """#
        ),
        (
            "MST8116", [],
            #"""
            # MST8116: `_` inside `not`

            *Warning.* `not xs[_].a` does not say which of two it means: that no element has `a`, or that there is one that has not. OPA refuses most of these with `rego_unsafe_var_error: var _ is unsafe`. The linter's name for it is `unsafe-negation`.

            Wrong:

            ```rego
            deny contains "no timeout" if not input.spec.http[_].timeout
            ```

            Right:

            ```rego
            deny contains "no timeout" if {
            	some route in input.spec.http
            	not route.timeout
            }
            ```

            **Fix.** Name the element with `some x in xs` before `not`, or ask for all of them with `every`.
            """#
        ),
        (
            "MST8117", [],
            #"""
            # MST8117: An argument of a function that is not used

            *Warning.* The function does not look at what it is given. The linter's name for it is `unused-argument`.

            Wrong:

            ```rego
            timeout(route) := "5s"
            ```

            Right:

            ```rego
            timeout(_) := "5s"
            ```

            **Fix.** Use it, or write `_`.
            """#
        ),
        (
            "MST8118", [],
            #"""
            # MST8118: An import that is not used

            *Warning.* Nothing in the file reads what is imported. OPA's strict mode refuses it. The linter's name for it is `unused-import`.

            Wrong:

            ```rego
            import data.lib

            deny contains "no host" if not input.spec.host
            ```

            Right:

            ```rego
            deny contains "no host" if not input.spec.host
            ```

            **Fix.** Remove the import.
            """#
        ),
        (
            "MST8119", [],
            #"""
            # MST8119: A variable that is not used

            *Warning.* A variable gets a value that nothing reads. Where it loops, as in `route := input.spec.http[_].route[_]`, the rule runs once for each element and to no end. The linter's name for it is `unused-variable`.

            Wrong:

            ```rego
            deny contains "no host" if {
            	route := input.spec.http[_]
            	not input.spec.hosts
            }
            ```

            Right:

            ```rego
            deny contains "no host" if not input.spec.hosts
            ```

            **Fix.** Remove it, or write `_` where a place must be filled.
            """#
        ),
        (
            "MST8120", [],
            #"""
            # MST8120: A loop that only asks whether a value is there

            *Warning.* `xs[_] == "a"` loops over all elements. `"a" in xs` says what is meant. The linter's name for it is `use-in-operator`.

            Wrong:

            ```rego
            internal if input.spec.gateways[_] == "mesh"
            ```

            Right:

            ```rego
            internal if "mesh" in input.spec.gateways
            ```

            **Fix.** Write `x in xs`.
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
