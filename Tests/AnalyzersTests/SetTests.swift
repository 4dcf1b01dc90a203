import Diagnostics
import Foundation
import KubeTypes
import SharedData
import Testing
import Tree

@testable import Analyzers

@Suite("Sets of objects")
struct SetTests {
    private func objects(_ text: String, file: String = "mesh.yaml") throws -> [KubeObject] {
        SharedData.objects(in: try YAMLReader.read(Array(text.utf8), file: SourceFile(file)).documents)
    }

    private func codes(_ text: String, _ options: AnalyzerOptions = AnalyzerOptions()) throws -> [Code] {
        analyze(try objects(text), options: options).map(\.code)
    }

    private let route = """
        apiVersion: networking.istio.io/v1
        kind: VirtualService
        metadata: {name: web, namespace: shop, annotations: {ANNOTATION: "VALUE"}}
        spec: {hosts: [a.example], gateways: [edge], http: [{route: [{destination: {host: web}}]}]}
        """

    @Test("in a part of a mesh, what is missing altogether may be in the cluster")
    func part() throws {
        #expect(try codes(route, AnalyzerOptions(isWholeMesh: false)) == [])
        #expect(try codes(route).contains(.gatewayUnknown))
        let service = "\n---\napiVersion: v1\nkind: Service\nmetadata: {name: wbe, namespace: shop}\n"
        #expect(try codes(route + service, AnalyzerOptions(isWholeMesh: false)) == [.destinationHostUnknown])
    }

    @Test(
        "what may stand in another repository is not missed there",
        arguments: [
            ("Gateway edge {selector: {app: edge}, servers: []}", "MST1010"),
            ("VirtualService web {hosts: [a.example], gateways: [infra/edge]}", "MST1005"),
            ("DestinationRule web {host: db.data.svc.cluster.local}", "MST1008"),
            ("DestinationRule web {host: a.example}", "MST1008"),
            ("AuthorizationPolicy web {rules: [{from: [{source: {namespaces: [monitoring]}}]}]}", "MST1013"),
            ("Sidecar data/web {workloadSelector: {labels: {app: db}}, egress: []}", "MST1011"),
            ("HTTPRoute web {parentRefs: [{name: edge, namespace: infra}]}", "MST1105"),
            ("HTTPRoute web {rules: [{backendRefs: [{name: db, namespace: data}]}]}", "MST1106"),
        ])
    func elsewhere(line: String, code: String) throws {
        let around = """
            Namespace shop labels={istio-injection: enabled}
            Service web {selector: {app: web}, ports: [{name: http, port: 80}]}
            Deployment web {template: {metadata: {labels: {app: web}}}}
            Gateway shop {selector: {istio: ingressgateway}, servers: []}
            """
        let text = Mistake(.gatewayUnknown, .error, line + "\n" + around).text
        #expect(try codes(text).map(\.id).contains(code))
        #expect(try codes(text, AnalyzerOptions(isWholeMesh: false)).filter { $0.id == code } == [])
    }

    @Test(
        "annotations of Istio and of Kiali switch findings off",
        arguments: [
            ("galley.istio.io/analyze-suppress", "*", 0), ("galley.istio.io/analyze-suppress", "IST0101,IST0132", 0),
            ("galley.istio.io/analyze-suppress", "MST1005", 1), ("kiali.io/ignore-validations", "", 1),
            ("kiali.io/ignore-validations", "KIA1102", 1), ("example.com/other", "*", 2),
        ])
    func suppressed(annotation: String, value: String, left: Int) throws {
        let text = route.replacing("ANNOTATION", with: annotation).replacing("VALUE", with: value)
        #expect(try codes(text).count == left)
    }

    @Test("a Service that differs between files differs between clusters")
    func clusters() throws {
        let service = "apiVersion: v1\nkind: Service\nmetadata: {name: web, namespace: shop}\nspec: "
        let one = try objects(service + "{ports: [{name: http, port: 80}]}", file: "east.yaml")
        let other = try objects(service + "{ports: [{name: http, port: 81}]}", file: "west.yaml")
        let found = analyze(one + other)
        #expect(found.map(\.code) == [.clustersDiffer])
        #expect(found.first?.related.first?.place.file.path == "west.yaml")
        #expect(analyze(one + one).isEmpty)
    }

    @Test("a later document with the same identity stands for the earlier one")
    func replaced() throws {
        let wrong =
            "apiVersion: telemetry.istio.io/v1\nkind: Telemetry\nmetadata: {name: a}\nspec: {accessLogging: [{}]}\n"
        #expect(try codes(wrong) == [.logProviderMissing])
        #expect(try codes(wrong + "---\n" + wrong.replacing("[{}]", with: "[]")) == [])
    }

    @Test(
        "templates are workloads as Pods are",
        arguments: [
            "apps/v1 Deployment", "apps/v1 StatefulSet", "apps/v1 DaemonSet", "apps/v1 ReplicaSet", "batch/v1 Job",
            "argoproj.io/v1alpha1 Rollout", "v1 Pod", "batch/v1 CronJob",
        ])
    func templates(kind: String) throws {
        let words = kind.split(separator: " ")
        let template = "template: {metadata: {labels: {app: web}}}"
        let spec =
            switch words[1] {
            case "Pod": "{}"
            case "CronJob": "{jobTemplate: {spec: {\(template)}}}"
            default: "{\(template)}"
            }
        let workload = """
            apiVersion: \(words[0])
            kind: \(words[1])
            metadata: {name: web, namespace: shop, labels: {app: web}}
            spec: \(spec)
            ---
            """
        let sidecar = """

            apiVersion: networking.istio.io/v1
            kind: Sidecar
            metadata: {name: web, namespace: shop}
            spec: {workloadSelector: {labels: {app: NAME}}}
            """
        #expect(try codes(workload + sidecar.replacing("NAME", with: "web")) == [])
        #expect(try codes(workload + sidecar.replacing("NAME", with: "other")) == [.selectorSelectsNothing])
    }

    @Test("objects that are no mappings where they should be make no trouble")
    func hostile() throws {
        let kinds = ["VirtualService", "DestinationRule", "Gateway", "ServiceEntry", "Sidecar", "EnvoyFilter", "Pod"]
        for kind in kinds {
            for spec in ["null", "[]", "1", "{http: [null, 1, {route: {}}], servers: [[]], hosts: {}, subsets: 3}"] {
                for group in ["networking.istio.io/v1", "v1"] {
                    let text = "apiVersion: \(group)\nkind: \(kind)\nmetadata: {name: a, labels: []}\nspec: \(spec)\n"
                    #expect(try codes(text).count < 10)
                }
            }
        }
    }

    @Test("thousands of objects take little time")
    func speed() throws {
        var text = ""
        for index in 0..<600 {
            text += """
                ---
                apiVersion: v1
                kind: Service
                metadata: {name: web\(index), namespace: ns\(index % 20)}
                spec: {selector: {app: web\(index)}, ports: [{name: http, port: 80}]}
                ---
                apiVersion: apps/v1
                kind: Deployment
                metadata: {name: web\(index), namespace: ns\(index % 20)}
                spec: {template: {metadata: {labels: {app: web\(index), version: v1}}}}
                ---
                apiVersion: networking.istio.io/v1
                kind: VirtualService
                metadata: {name: web\(index), namespace: ns\(index % 20)}
                spec: {hosts: [web\(index), "web\(index).example"], gateways: [edge\(index), mesh], http: [{route: [{destination: {host: web\(index), subset: v1}}]}]}
                ---
                apiVersion: networking.istio.io/v1
                kind: DestinationRule
                metadata: {name: web\(index), namespace: ns\(index % 20)}
                spec: {host: web\(index), subsets: [{name: v1, labels: {version: v1}}]}
                ---
                apiVersion: networking.istio.io/v1
                kind: Gateway
                metadata: {name: edge\(index), namespace: ns\(index % 20)}
                spec: {selector: {istio: ingressgateway}, servers: [{port: {number: 80}, hosts: ["web\(index).example"]}]}

                """
        }
        let objects = try objects(text)
        #expect(objects.count == 3000)
        let time = ContinuousClock().measure { _ = analyze(objects) }
        print("3,000 objects: \(time)")
        #expect(time < .seconds(20), "quadratic")
    }
}

@Suite("Istio's annotations", .enabled(if: Shared.exists("istio/annotations-labels.json")))
struct AnnotationTests {
    @Test("the table has what Istio's own list has")
    func table() throws {
        let listed = try #require(try Shared.json("istio/annotations-labels.json")["annotations"]?.elements)
        #expect(Set(listed.map { $0.text("name") }) == Set(KnownAnnotation.all.keys))
        for entry in listed {
            let known = try #require(KnownAnnotation.all[entry.text("name")])
            #expect(known.kinds == entry.texts("resources"))
            #expect(known.isDeprecated == entry["deprecated"]?.bool)
            #expect(known.status.rawValue == (entry["status"]?.string ?? "unsaid").lowercased())
            #expect((known.value == .any) == (entry["value"] == nil))
        }
    }

    @Test(
        "values of annotations",
        arguments: [
            (AnnotationValue.flag, "true", true), (.flag, "yes", false), (.quantity, "1.5Gi", true),
            (.quantity, "1e3", true), (.quantity, "much", false), (.quantity, "1Qi", false), (.ports, "", true),
            (.ports, "80, 90", true), (.ports, "65536", false), (.allOrPorts, "*", true), (.ports, "*", false),
            (.networks, "10.0.0.0/8", true), (.networks, "10.0.0.0/33", false), (.number16, "-1", false),
            (.interception, "tproxy", false), (.interfaces, "eth0,averyverylongname", false),
            (.proxyConfig, "a: 1", true),
            (.proxyConfig, "[", false),
        ])
    func values(kind: AnnotationValue, text: String, isRight: Bool) {
        #expect((kind.problem(text) == nil) == isRight)
    }
}

@Suite("Istio's samples", .enabled(if: Shared.exists("istio/samples")))
struct SampleTests {
    @Test("no sample is refused")
    func silent() throws {
        let root = Shared.root.appending(path: "istio/samples")
        let files = FileManager.default.enumerator(at: root, includingPropertiesForKeys: nil)
        var checked = 0
        while let file = files?.nextObject() as? URL {
            guard file.pathExtension == "yaml",
                let documents = try? YAMLReader.read([UInt8](try Data(contentsOf: file)), file: SourceFile(file.path))
                    .documents
            else { continue }
            let objects = objects(in: documents)
            let errors = analyze(objects, options: AnalyzerOptions(isWholeMesh: false)).filter { $0.severity == .error }
            #expect(errors.isEmpty, "\(errors)")
            checked += 1
        }
        #expect(checked >= 70)
    }
}
