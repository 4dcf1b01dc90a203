import KubeTypes
import Testing

@testable import Commands

@Suite("Doctor")
struct DoctorTests {
    private let all: Set<GroupKind> = [
        GroupKind(group: "argoproj.io", kind: "Application"), GroupKind(group: "coordination.k8s.io", kind: "Lease"),
        GroupKind(group: "networking.istio.io", kind: "VirtualService"),
    ]

    private func grades(_ doctor: Doctor) -> [Doctor.Grade] { doctor.lines.map(\.grade) }

    @Test("where all is there, all is good")
    func good() {
        let doctor = Doctor(
            git: "git version 2.39.5", server: .success("v1.36.2"), kinds: all, missing: [], rightsAsked: 40)
        #expect(grades(doctor) == [.good, .good, .good, .good, .good, .good])
        #expect(doctor.lines.last?.text == "all 40 rights are there")
    }

    @Test("what is missing is told with what to do")
    func bad() {
        let right = Doctor.Right(verb: "patch", group: "networking.istio.io", resource: "*")
        let doctor = Doctor(git: nil, server: .success("v1.21.0+k3s1"), missing: [right], rightsAsked: 40)
        #expect(grades(doctor) == [.bad, .bad, .bad, .bad, .doubtful, .bad])
        #expect(doctor.lines.last?.text == "this account may not patch *.networking.istio.io")
        #expect(doctor.lines.allSatisfy { $0.fix != nil })
    }

    @Test("a cluster that is away ends the questions")
    func away() {
        let doctor = Doctor(git: "git version 2", server: .failure(.init(text: "cannot reach it")))
        #expect(grades(doctor) == [.good, .bad])
    }

    @Test("the rights that are asked for are those of install")
    func rights() {
        let texts = Installation.rights.map { "\($0.right.text) \($0.isOwn)" }
        #expect(texts.contains("patch *.networking.istio.io false"))
        #expect(texts.contains("create leases.coordination.k8s.io true"))
        #expect(Set(texts).count == texts.count)
    }
}
