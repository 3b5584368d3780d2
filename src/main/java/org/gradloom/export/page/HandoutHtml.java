package org.gradloom.export.page;

import java.util.List;
import java.util.stream.Collectors;
import org.gradloom.export.handout.Block;

/** A handout in HTML: what a printer gets, and whoever reads without a script. */
final class HandoutHtml {
  private HandoutHtml() {}

  static String of(List<Block> blocks) {
    return blocks.stream().map(HandoutHtml::of).collect(Collectors.joining("\n"));
  }

  private static String of(Block block) {
    return switch (block) {
      case Block.Title(var text, var below) ->
          "<h1>" + Html.plain(text) + "</h1>" + paragraphs(below);
      case Block.Heading(var text) -> "<h2>" + Html.plain(text) + "</h2>";
      case Block.Apart(var text) -> "<h2 class=\"apart\">" + Html.plain(text) + "</h2>";
      case Block.Text(var text) -> "<p>" + Html.marked(text) + "</p>";
      case Block.Equation equation -> "<p class=\"equation\">" + MathMl.of(equation.tex()) + "</p>";
      case Block.Matrices(var matrices) ->
          "<div class=\"given\">"
              + matrices.stream().map(HandoutHtml::matrix).collect(Collectors.joining())
              + "</div>";
      case Block.Exercise(int number, var lines, var options, var room) ->
          "<section class=\"exercise\"><h3>"
              + number
              + ". "
              + Html.marked(lines.isEmpty() ? "" : lines.getFirst())
              + "</h3>"
              + paragraphs(lines.subList(Math.min(1, lines.size()), lines.size()))
              + paragraphs(options)
              + "<p class=\"room\">"
              + Html.plain(room)
              + "</p></section>";
      case Block.Answered(int number, var answer) ->
          "<p>" + number + ". " + Html.marked(answer) + "</p>";
    };
  }

  private static String paragraphs(List<String> lines) {
    return lines.stream()
        .map(line -> "<p>" + Html.marked(line) + "</p>")
        .collect(Collectors.joining());
  }

  private static String matrix(Block.Numbered matrix) {
    return "<figure><figcaption>"
        + MathMl.of(matrix.tex())
        + " <small>"
        + Html.plain(matrix.caption())
        + "</small></figcaption><table>"
        + matrix.cells().stream()
            .map(row ->
                row.stream()
                    .map(cell -> "<td>" + Html.plain(cell) + "</td>")
                    .collect(Collectors.joining("", "<tr>", "</tr>")))
            .collect(Collectors.joining())
        + "</table></figure>";
  }
}
