import Formatting
import Testing

struct FormattingCase: CustomTestStringConvertible {
    var testDescription: String
    var text: String
    var expected: String
    var lists = ListIndent.indented

    init(_ name: String, _ text: String, _ expected: String, lists: ListIndent = .indented) {
        (testDescription, self.text, self.expected, self.lists) = (name, text, expected, lists)
    }

    static let all: [FormattingCase] = [
        .init(
            "keys of objects",
            "status: {}\nspec:\n  gateways: [a]\n  http: []\n  hosts: [b]\nkind: VirtualService\n"
                + "metadata:\n  labels: {}\n  name: a\napiVersion: networking.istio.io/v1\n",
            "apiVersion: networking.istio.io/v1\nkind: VirtualService\nmetadata:\n  name: a\n  labels: {}\n"
                + "spec:\n  hosts: [b]\n  gateways: [a]\n  http: []\nstatus: {}\n"),
        .init(
            "other kinds keep their spec", "kind: A\napiVersion: b/v1\nspec: {z: 1, a: 2}\ndata: 1\n",
            "apiVersion: b/v1\nkind: A\nspec: {z: 1, a: 2}\ndata: 1\n"),
        .init(
            "a kustomization",
            "kind: Kustomization\napiVersion: kustomize.config.k8s.io/v1beta1\n\npatches: []\n\n# all\nresources: [a]\n",
            "apiVersion: kustomize.config.k8s.io/v1beta1\nkind: Kustomization\n\n# all\nresources: [a]\n\npatches: []\n"
        ),
        .init("other texts keep their order", "b: 1\na: 2\n", "b: 1\na: 2\n"),
        .init(
            "items of a List", "apiVersion: v1\nkind: List\nitems:\n- kind: A\n  apiVersion: v1\n",
            "apiVersion: v1\nkind: List\nitems:\n  - apiVersion: v1\n    kind: A\n"),
        .init(
            "indentation", "a:\n    b:\n     - c\n     -   d:   1\n         e:  2\n",
            "a:\n  b:\n    - c\n    - d: 1\n      e: 2\n"),
        .init("flush lists", "a:\n  b:\n    - c\n    - - d\n", "a:\n  b:\n  - c\n  - - d\n", lists: .flush),
        .init("lists at the root", "  - a\n  - b:\n    - c\n", "- a\n- b:\n    - c\n"),
        .init(
            "comments go with their keys",
            "# file\n\n# kind\nkind: A # the kind\n# version\napiVersion: v1\nspec:   # of it\n    # a\n    a: 1\n"
                + "    # end of spec\n# status\nstatus: 1\n# end\n",
            "# file\n\n# kind\n# version\napiVersion: v1\nkind: A # the kind\nspec:   # of it\n  # a\n  a: 1\n"
                + "  # end of spec\n# status\nstatus: 1\n# end\n"),
        .init(
            "comments in lists", "a:\n# first\n- 1\n# second\n-   # in\n  b: 1\n  # c\n- \n  # d\n  d: 1\n",
            "a:\n  # first\n  - 1\n  # second\n  -   # in\n    b: 1\n    # c\n  -\n    # d\n    d: 1\n"),
        .init(
            "comments around documents", "# a\n---\n# b\na: 1\n# c\n---   # d\nb: 1\n# e\n...\n# f\n",
            "# a\n---\n# b\na: 1\n# c\n---   # d\nb: 1\n# e\n...\n# f\n"),
        .init(
            "comments before values", "a:\n  # b\n  c\nd: # e\n  f # g\n", "a:\n  # b\n  c\nd: # e\n  f # g\n"),
        .init("blanks and empty lines", "\n\na:   1   \n\n\n\nb :  2 \n\n", "a: 1\n\nb: 2\n"),
        .init("empty lines at the start of a block go", "a:\n\n  b: 1\n\n  c: 2\n", "a:\n  b: 1\n\n  c: 2\n"),
        .init("one line break at the end", "a: 1", "a: 1\n"),
        .init("nothing", "", ""), .init("only a comment", "\n # a\n\n", "# a\n"),
        .init(
            "texts keep what they say", "a:\n      b: |\n         c\n           d  \n\n      e: >-\n\n        f\n",
            "a:\n  b: |\n    c\n      d  \n\n  e: >-\n\n    f\n"),
        .init("texts that keep line breaks", "a: |+\n    b\n\n\nc: 1\n", "a: |+\n  b\n\n\nc: 1\n"),
        .init("texts with a margin of their own", "a:\n    b: |1\n       c\n     d\n", "a:\n  b: |1\n     c\n   d\n"),
        .init("a comment behind a text", "a: |  # c\n   b\n# d\ne: 1\n", "a: |  # c\n  b\n# d\ne: 1\n"),
        .init(
            "scalars of several lines", "a: b\n     c\n\n     d\ne: \"f \\ \n  g\\\n  h\"\n",
            "a: b\n  c\n\n  d\ne: \"f \\ \n  g\\\n  h\"\n"),
        .init(
            "flow", "a: { b : 1,c: [ 1,2 ,3 ], \"d\":e, f: , g }\nh: [ ]\n",
            "a: {b: 1, c: [1, 2, 3], \"d\": e, f: , g}\nh: []\n"),
        .init(
            "flow of several lines", "a: [\n    1, # one\n    # two\n      {b: 1,\n   c: 2}\n      ]\n",
            "a: [\n  1, # one\n  # two\n  {b: 1,\n    c: 2}\n]\n"),
        .init(
            "anchors, aliases and tags", "a:  &x   !!map\n   b: &k 1a\nc: *x\n*k : 1\nd: &y\n-  !!str  1\n",
            "a: &x !!map\n  b: &k 1a\nc: *x\n*k : 1\nd: &y\n  - !!str 1\n"),
        .init("merge keys", "a: &a {b: 1}\nc:\n   <<:  *a\n", "a: &a {b: 1}\nc:\n  <<: *a\n"),
        .init("explicit keys", "?   a\n:   b\n?  c\n", "? a\n: b\n? c\n"),
        .init("empty values", "a:\nb: # c\nd:\n-\n- \n", "a:\nb: # c\nd:\n  -\n  -\n"),
        .init("documents", "---\na: 1\n---\n---\nb\n--- |\n c\n", "---\na: 1\n---\n---\nb\n--- |\n  c\n"),
        .init("directives", "%YAML 1.1\n---\na:  1\n...\n---\nb: 1\n", "%YAML 1.1\n---\na: 1\n...\n---\nb: 1\n"),
        .init("JSON", "{\n    \"a\": [\n 1]\n}\n", "{\n  \"a\": [\n    1]\n}\n"),
    ]
}
