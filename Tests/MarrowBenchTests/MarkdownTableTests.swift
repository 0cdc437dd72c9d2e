import Testing
import marrow_bench

@Test("A table is Markdown, and a bar in a cell does not end it")
func markdownTable() {
  var table = MarkdownTable(["a", "b"])
  table.rows = [["1", "x|y"]]
  #expect(table.text == "| a | b |\n| --- | --- |\n| 1 | x\\|y |\n\n")
}
