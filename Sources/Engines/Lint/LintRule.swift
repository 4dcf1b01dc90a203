/// A rule by the name that configurations and comments use.
package enum LintRule: String, CaseIterable, Sendable {
    case anchors, braces, brackets, colons, commas, comments
    case commentsIndentation = "comments-indentation"
    case documentEnd = "document-end"
    case documentStart = "document-start"
    case emptyLines = "empty-lines"
    case emptyValues = "empty-values"
    case floatValues = "float-values"
    case hyphens, indentation
    case keyDuplicates = "key-duplicates"
    case keyOrdering = "key-ordering"
    case lineLength = "line-length"
    case newLineAtEndOfFile = "new-line-at-end-of-file"
    case newLines = "new-lines"
    case octalValues = "octal-values"
    case quotedStrings = "quoted-strings"
    case trailingSpaces = "trailing-spaces"
    case truthy

    package var name: String { rawValue }
}
