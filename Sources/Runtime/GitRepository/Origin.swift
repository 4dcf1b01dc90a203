/// The address of the remote `origin` of a repository on this machine; nil when it has none.
package func originAddress(ofRepositoryAt path: String) async -> String? {
    let address = try? await GitProcess().text(["config", "--get", "remote.origin.url"], in: path)
    return address?.isEmpty == false ? address : nil
}
