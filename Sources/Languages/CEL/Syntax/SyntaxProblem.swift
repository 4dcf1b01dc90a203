/// What keeps a text from being an expression, whatever its names stand for; nil when nothing does. Each expression that
/// is a `Program` has none.
package func syntaxProblem(_ text: String) -> String? {
    do throws(CompileError) {
        _ = try Parser.parse(Source(text))
        return nil
    } catch {
        return error.issues.first?.message ?? error.description
    }
}
