package org.gradloom.export.handout;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.gradloom.text.Markup;

/** A handout in Markdown, with formulas and matrices in TeX between dollar signs. */
public final class Markdown {
  private static final Pattern SPECIAL = Pattern.compile("[\\\\`*_{}\\[\\]<>#|$~]");

  private Markdown() {}

  /** The whole file. */
  public static String of(List<Block> blocks) {
    return blocks.stream().map(Markdown::of).collect(Collectors.joining("\n\n", "", "\n"));
  }

  private static String of(Block block) {
    return switch (block) {
      case Block.Title(var text, var below) -> "# " + prose(text) + "\n\n" + paragraphs(below);
      case Block.Heading(var text) -> "## " + prose(text);
      case Block.Apart(var text) -> "---\n\n## " + prose(text);
      case Block.Text(var text) -> prose(text);
      case Block.Equation equation -> "$$" + equation.tex() + "$$";
      case Block.Matrices(var matrices) ->
          matrices.stream()
              .map(matrix -> "$$" + matrix.tex() + " = " + rows(matrix.cells()) + "$$")
              .collect(Collectors.joining("\n\n"));
      case Block.Exercise(int number, var lines, var options, var room) ->
          "### "
              + number
              + ". "
              + prose(lines.isEmpty() ? "" : lines.getFirst())
              + "\n\n"
              + paragraphs(lines.subList(Math.min(1, lines.size()), lines.size()))
              + (options.isEmpty() ? "" : "\n\n" + list(options))
              + "\n\n"
              + prose(room)
              + ": ……………………";
      case Block.Answered(int number, var answer) -> number + "\\. " + prose(answer);
    };
  }

  private static String rows(List<List<String>> cells) {
    return cells.stream()
        .map(row -> row.stream().map(Latex::number).collect(Collectors.joining(" & ")))
        .collect(Collectors.joining(" \\\\ ", "\\begin{pmatrix} ", " \\end{pmatrix}"));
  }

  private static String paragraphs(List<String> lines) {
    return lines.stream().map(Markdown::prose).collect(Collectors.joining("\n\n"));
  }

  private static String list(List<String> lines) {
    return lines.stream().map(line -> "- " + prose(line)).collect(Collectors.joining("\n"));
  }

  private static String prose(String sentence) {
    return SPECIAL
        .matcher(Markup.plain(sentence))
        .replaceAll(sign -> Matcher.quoteReplacement("\\" + sign.group()));
  }
}
