import Tree

/// What becomes of a folded block of text when go-yaml 3 writes it and reads it again, as kustomize does with every object:
/// a line that is indented deeper gets a blank line before it, because the writer looks at the start of the whole text
/// where it should look at the next line.
func refolded(_ text: String) -> String {
    let scalars = Array(text.unicodeScalars)
    guard let first = scalars.first, scalars.contains("\n") else { return text }
    let startsBlank = scalars.first { $0 != "\n" }.map(isBlank) ?? true
    var block = "x: >" + (first == " " || first == "\n" ? "2" : "")
    if scalars.last != "\n" {
        block += "-"
    } else if scalars.dropLast().last.map({ $0 == "\n" }) ?? true {
        block += "+"
    }
    block += "\n"
    var isAfterBreak = true
    var isDeeper = true
    for scalar in scalars {
        if scalar == "\n" {
            if !isAfterBreak, !isDeeper, !startsBlank { block += "\n" }
            block += "\n"
            isAfterBreak = true
        } else {
            if isAfterBreak {
                block += "  "
                isDeeper = isBlank(scalar)
            }
            block.unicodeScalars.append(scalar)
            isAfterBreak = false
        }
    }
    return (try? YAMLReader.read(block))?.documents.first?["x"]?.string ?? text
}

private func isBlank(_ scalar: Unicode.Scalar) -> Bool { scalar == " " || scalar == "\t" }
