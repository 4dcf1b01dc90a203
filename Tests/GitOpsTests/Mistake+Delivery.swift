import Diagnostics

@testable import GitOps

private func canary(_ analysis: String, service: String = "port: 80") -> String {
    "Canary web {targetRef: {apiVersion: apps/v1, kind: Deployment, name: web}, service: {\(service)}, analysis: {\(analysis)}}"
}

private func metric(_ more: String, query: String = "sum(rate(errors[1m]))") -> String {
    "AnalysisTemplate web {metrics: [{name: errors, \(more), provider: {prometheus: {query: '\(query)'}}}]}"
}

extension Mistake {
    static let flagger: [Mistake] = [
        Mistake(
            .canaryTargetUnknown, .warning,
            "Deployment web {}\nCanary a {targetRef: {apiVersion: apps/v1, kind: Deployment, name: <<wbe||web>>}}"),
        Mistake(
            .metricTemplateUnknown, .warning,
            "MetricTemplate errors {}\n"
                + canary("metrics: [{name: a, interval: 1m, templateRef: {name: <<erors||errors>>}}]")),
        Mistake(
            .alertProviderUnknown, .warning,
            "AlertProvider chat {}\n"
                + canary("alerts: [{name: a, severity: info, providerRef: {name: <<caht||chat>>}}]")),
        Mistake(.canaryObjectInGit, .error, canary("") + "\nVirtualService ▸<<web||other>> {}"),
        Mistake(.canaryObjectInGit, .error, canary("") + "\nDestinationRule ▸web-<<canary||blue>> {}"),
        Mistake(.canaryObjectInGit, .warning, canary("") + "\nDestinationRule a {host: ▸<<web||other>>}"),
        Mistake(.canaryObjectInGit, .warning, canary("") + "\nDeployment web {<<replicas||minReadySeconds>>: ▸2}"),
        Mistake(.canaryObjectInGit, .warning, canary("") + "\nService <<web||other>> {selector: ▸{app: web}}"),
        Mistake(.canaryStepsInvalid, .warning, canary("stepWeight: ▸<<60||10>>, maxWeight: 50")),
        Mistake(.canaryStepsInvalid, .warning, canary("maxWeight: ▸<<150||50>>")),
        Mistake(.canaryStepsInvalid, .warning, canary("stepWeights: ▸[<<20, 10||10, 20>>]")),
        Mistake(.canaryStepsInvalid, .error, canary("stepWeights: ▸[10, <<120||20>>]")),
        Mistake(.canaryStepsInvalid, .warning, canary("stepWeights: ▸[10, 20], <<stepWeight||threshold>>: 5")),
        Mistake(.canaryStepsInvalid, .warning, canary("threshold: ▸<<0||5>>")),
        Mistake(.canaryStepsInvalid, .warning, canary("interval: <<0s||1m>>")),
        Mistake(.canaryStepsInvalid, .info, canary("interval: <<5s||10s>>")),
        Mistake(
            .canaryMetricUseless, .error, canary("metrics: [{name: <<request-succes-rate||request-success-rate>>}]")),
        Mistake(
            .canaryMetricUseless, .warning, canary("metrics: [{name: ▸a, templateRef: {name: b}<<||, interval: 1m>>}]")),
        Mistake(
            .canaryAlertUnsent, .warning, canary("alerts: [{name: ▸a, providerRef: {name: b}<<||, severity: warn>>}]")),
        Mistake(.meshRequestsUnweighted, .info, canary("", service: "port: 80, gateways: ▸[edge<<||, mesh>>]")),
        Mistake(
            .canaryLoadMisses, .warning,
            canary(
                "webhooks: [{name: a, metadata: {cmd: ▸'hey http://web-canary.shop:<<8080||80>>/'}}]",
                service: "port: 80, targetPort: 8080")),
        Mistake(
            .canaryLoadMisses, .warning,
            canary(
                "webhooks: [{name: a, metadata: {cmd: ▸'hey http://web-canary<<||:9090>>/'}}]", service: "port: 9090")),
    ]

    static let rollouts: [Mistake] = [
        Mistake(.conditionFails, .error, metric("successCondition: ▸'<<result||result[0]>> < 0.9'")),
        Mistake(.conditionFails, .error, metric("failureCondition: ▸'result == <<\"SYNCED\"||[1]>>'")),
        Mistake(.conditionFails, .error, metric("successCondition: ▸'result[0]<<||> 1>>'")),
        Mistake(
            .conditionFails, .error, metric("successCondition: ▸'isNaN(<<result||result[0]>>) || len(result) == 0'")),
        Mistake(
            .conditionFails, .error, metric("successCondition: ▸'result<<[0]||>> < 1'", query: "scalar(sum(errors))")),
        Mistake(.conditionFails, .error, metric("successCondition: ▸'default(<<result||result[0]>>, 0) < 1'")),
        Mistake(
            .conditionFails, .error,
            "AnalysisTemplate web {metrics: [{name: a, successCondition: '▸<<result[0]||result>> < 1', provider: {datadog: {query: x}}}]}"
                .replacing("'▸", with: "▸'")),
        Mistake(.conditionConstant, .warning, metric("successCondition: ▸'result[0] > 5 && result[0] < <<5||6>>'")),
        Mistake(.conditionConstant, .warning, metric("failureCondition: ▸'result[0] >= <<0||5>> || result[0] < 1'")),
        Mistake(.conditionConstant, .warning, metric("successCondition: ▸'<<1 == 1||result[0] == 1>>'")),
        Mistake(
            .queryFilters, .warning,
            metric("successCondition: 'result[0] > 0.9'", query: "sum(a) / sum(b) > <<||bool >>0.9").replacing(
                "query: '", with: "query: ▸'")),
        Mistake(
            .queryFilters, .warning,
            metric("successCondition: 'result[0] > 0.9'", query: "(sum(a) > 1)<<|| or vector(0)>>").replacing(
                "query: '", with: "query: ▸'")),
        Mistake(
            .conditionMissing, .warning,
            "AnalysisTemplate web {metrics: [{name: ▸errors, <<interval: 1m||successCondition: 'result[0] > 1'>>, provider: {prometheus: {query: a}}}]}"
        ),
        Mistake(
            .measurementsContradict, .error, metric("count: ▸5<<||, interval: 30s>>, successCondition: 'result[0] > 1'")
        ),
        Mistake(
            .measurementsContradict, .error,
            metric("count: ▸3, failureLimit: <<4||1>>, interval: 30s, successCondition: 'result[0] > 1'")),
        Mistake(
            .measurementsContradict, .warning,
            metric("count: 3, failureLimit: ▸<<3||2>>, interval: 30s, successCondition: 'result[0] > 1'")),
        Mistake(.measurementsContradict, .error, metric("failureLimit: ▸<<-2||0>>, successCondition: 'result[0] > 1'")),
        Mistake(
            .measurementsContradict, .error, metric("interval: <<5 minutes||5m>>, successCondition: 'result[0] > 1'")),
        Mistake(
            .measurementsContradict, .error,
            "AnalysisTemplate a {metrics: [{name: a, provider: {job: {}}}, {name: ▸<<a||b>>, provider: {job: {}}}]}"),
        Mistake(
            .measurementsContradict, .error,
            "AnalysisTemplate a {metrics: [{name: a, provider: ▸{job: {}<<, web: {}||>>}}]}"),
        Mistake(
            .argumentUndeclared, .error,
            "AnalysisTemplate a {args: [{name: host}], metrics: [{name: a, provider: {job: {spec: ▸'{{ args.<<hots||host>> }}'}}}]}"
        ),
        Mistake(
            .argumentUngiven, .error,
            """
            AnalysisTemplate a {args: [{name: ▸host}]}
            Rollout web {strategy: {canary: {analysis: {templates: [{templateName: a}], args: [{name: <<hots||host>>}]}}}}
            """),
        Mistake(
            .analysisTemplateUnused, .info,
            "AnalysisTemplate ▸a {}\nRollout web {strategy: {canary: {analysis: {templates: [{templateName: <<b||a>>}]}}}}"
        ),
        Mistake(
            .analysisTemplateUnknown, .warning,
            "AnalysisTemplate errors {}\nRollout web {strategy: {blueGreen: {prePromotionAnalysis: {templates: [{templateName: <<erors||errors>>}]}}}}"
        ),
        Mistake(
            .analysisTemplateUnknown, .warning,
            "AnalysisTemplate other {}\nClusterAnalysisTemplate errors {}\nRollout web {strategy: {canary: {steps: [{analysis: {templates: [{templateName: ▸errors<<||, clusterScope: true>>}]}}]}}}"
        ),
        Mistake(
            .rolloutTargetUnknown, .warning,
            "VirtualService web {}\nRollout web {strategy: {canary: {trafficRouting: {istio: {virtualService: {name: <<wbe||web>>}}}}}}"
        ),
    ]
}
