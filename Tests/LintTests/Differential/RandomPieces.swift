/// What random texts are put together from.
enum RandomPieces {
    static let any =
        [
            "a", "b", "key", " ", "  ", "\n", "\n\n", "\n  ", "- ", "-  ", "? ", ": ", ":", ":  ", "\n- ", "\n  - ",
            "\nk: ", "\n  k: ", "[", "]", "{", "}", ",", ", ", "|", ">-", "\n|\n  text\n", "|1-\n a\n", "\"", "'",
            "\n---\n", "\n...\n", "--- ", "%YAML 1.2\n", "%YAML 1.1\n---\n", "%TAG !h! tag:x,2000:\n---\n",
            "%FOO bar\n",
            "\t", "\r\n", "\r", "\u{FEFF}", "é", "\u{2028}", "\u{2029}", "\u{85}", "\u{A0}", "\u{1F600}", "@", "`",
            "<<: *x", "a: b\n", "k:\n", "http://x.y/z", "\"\\n\\x41\\u00e9\"", "\"\\q\"", "'it''s'", "\"a\\\n b\"",
            "long long long long long long long long long long long long long long long long",
            "xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx",
        ] + scalars + comments.map { " " + $0 } + comments.map { "\n" + $0 + "\n" }

    static let heads = [
        "\u{FEFF}", "#!/bin/sh\n", "#! x\n", "\n", "\n\n\n", "%YAML 1.1\n---\n", "%YAML 1.2\n# c\n---\n",
        "%TAG !h! tag:x,2000:\n---\n", "# yamllint disable-file\n", "#   yamllint disable-file  \n", "# c\n---\n",
        "  # c\n",
    ]

    static let keys = [
        "a", "b", "c", "z", "\"q\"", "'s'", "A", "é", "<<", "yes", "a b", "\"a\"", "012", "&k a", "!t a", "*x ",
        "http://x",
    ]

    static let scalars = [
        " a", " b c", " \"q\"", " 's'", "", " ~", " yes", " Off", " 012", " 0o17", " 0o8", " [a, b]", " {a: b}",
        " &x v",
        " *x", " &y", " !t", " !!str v", " !!str \"v\"", " !<tag:x> v", " !h!t v", " []", " {}", " [ ]", " # c", " a:b",
        " 1.5", " .5", " -.5e3", " 1e3", " 6.0E-2", " .inf", " -.INF", " .nan", " 1_000", " 0x1F", " 12:30:45",
        " 2024-01-01", " null", " =", " \"a\\tb\"", " \"1\"", " 'yes'", " \"a: b\"", " '#'", " \"[a]\"", " 'a\"b'",
        " \"it's\"", " '-'", " \" a\"", " '*x'", " \"\"", " http://a.b/c#d", " -1", " --", " a,b", " \"é\"",
    ]

    static let comments = [
        "# c", "#c", "#", "##", "##c", "#!c", "#  c", "#\tc", "# é \u{1F600}", "# yamllint disable",
        "# yamllint enable", "# yamllint disable-line", "# yamllint disable rule:colons rule:indentation",
        "# yamllint enable rule:indentation", "# yamllint disable-line rule:trailing-spaces",
        "# yamllint disable-line rule:line-length rule:nothing", "# yamllint disable rule:commas x",
        "#yamllint disable", "# yamllint  disable", "# yamllint disable ", "# yamllint disable-file",
    ]
}
