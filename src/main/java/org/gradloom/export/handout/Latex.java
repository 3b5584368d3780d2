package org.gradloom.export.handout;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.gradloom.export.Scripts;
import org.gradloom.formula.Expr;
import org.gradloom.matrix.Numbers;
import org.gradloom.text.Markup;

/** A handout in LaTeX that plain pdflatex sets with amsmath, amssymb and graphicx. */
public final class Latex {
  /** Letters up to this one are in every font of LaTeX. */
  private static final char LATIN = '\u0180';

  /** So many columns stand side by side in the size of the text, and so many in a small one. */
  private static final int COMFORTABLE = 8;

  private static final int SMALL = 12;

  /** What a line of 16 cm leaves to the numbers beside a name and brackets, in points. */
  private static final double ROOM = 400;

  private static final Map<Character, String> SIGNS =
      Map.ofEntries(
          Map.entry('\\', "\\textbackslash{}"),
          Map.entry('{', "\\{"),
          Map.entry('}', "\\}"),
          Map.entry('$', "\\$"),
          Map.entry('&', "\\&"),
          Map.entry('#', "\\#"),
          Map.entry('%', "\\%"),
          Map.entry('_', "\\_"),
          Map.entry('^', "\\textasciicircum{}"),
          Map.entry('~', "\\textasciitilde{}"),
          Map.entry('<', "\\textless{}"),
          Map.entry('>', "\\textgreater{}"),
          Map.entry('|', "\\textbar{}"),
          Map.entry(Numbers.MINUS, "$-$"),
          Map.entry('·', "$\\cdot$"),
          Map.entry('×', "$\\times$"),
          Map.entry('÷', "$\\div$"),
          Map.entry('⊙', "$\\odot$"),
          Map.entry('⊘', "$\\oslash$"),
          Map.entry('∂', "$\\partial$"),
          Map.entry('Σ', "$\\Sigma$"),
          Map.entry('Δ', "$\\Delta$"),
          Map.entry('Φ', "$\\Phi$"),
          Map.entry('∞', "$\\infty$"),
          Map.entry('→', "$\\to$"),
          Map.entry('←', "$\\leftarrow$"),
          Map.entry('≤', "$\\leq$"),
          Map.entry('≥', "$\\geq$"),
          Map.entry('≠', "$\\neq$"),
          Map.entry('≈', "$\\approx$"),
          Map.entry('√', "$\\surd$"),
          Map.entry('∈', "$\\in$"),
          Map.entry('′', "$'$"),
          Map.entry('η', "$\\eta$"),
          Map.entry('λ', "$\\lambda$"),
          Map.entry('μ', "$\\mu$"),
          Map.entry('σ', "$\\sigma$"),
          Map.entry('φ', "$\\varphi$"),
          Map.entry('ε', "$\\varepsilon$"),
          Map.entry('α', "$\\alpha$"),
          Map.entry('β', "$\\beta$"),
          Map.entry('½', "$\\tfrac12$"),
          Map.entry('¼', "$\\tfrac14$"),
          Map.entry('…', "\\dots{}"),
          Map.entry('“', "``"),
          Map.entry('”', "''"),
          Map.entry('„', ",,"),
          Map.entry('’', "'"),
          Map.entry('‘', "`"),
          Map.entry('–', "--"),
          Map.entry('—', "---"),
          Map.entry('□', "$\\square$"),
          Map.entry('\u00a0', "~"),
          Map.entry('\u2009', "\\,"),
          Map.entry('\u202f', "\\,"));

  private Latex() {}

  /** The whole file. */
  public static String of(List<Block> blocks) {
    return """
    \\documentclass[11pt,a4paper,fleqn]{article}
    \\usepackage[T1]{fontenc}
    \\usepackage[utf8]{inputenc}
    \\usepackage{amsmath,amssymb,graphicx}
    \\setcounter{MaxMatrixCols}{16}
    \\setlength{\\textwidth}{16cm}
    \\setlength{\\oddsidemargin}{0cm}
    \\setlength{\\topmargin}{-1cm}
    \\setlength{\\textheight}{24cm}
    \\setlength{\\mathindent}{0pt}
    \\setlength{\\parindent}{0pt}
    \\setlength{\\parskip}{4pt}
    \\raggedright
    \\interlinepenalty=10000
    \\newcommand{\\most}{\\dimexpr\\linewidth-6em\\relax}
    \\newcommand{\\fitted}[1]{\\resizebox{\\ifdim\\width>\\most\\most\\else\\width\\fi}{!}{#1}}
    \\begin{document}
    """
        + IntStream.range(0, blocks.size())
            .mapToObj(
                i -> Block.isWithNext(blocks, i) ? kept(of(blocks.get(i))) : of(blocks.get(i)))
            .collect(Collectors.joining("\n"))
        + "\\end{document}\n";
  }

  /** No page ends behind it. */
  private static String kept(String block) {
    return block.startsWith("\\begin{align*}")
        ? "{\\postdisplaypenalty=10000\n" + block.strip() + "}\n"
        : block;
  }

  private static String of(Block block) {
    return switch (block) {
      case Block.Title(var text, var below) ->
          "\\begin{center}{\\LARGE " + prose(text) + "\\par}\\end{center}\n" + paragraphs(below);
      case Block.Heading(var text) -> "\\section*{" + prose(text) + "}\n";
      case Block.Apart(var text) -> "\\clearpage\n\\section*{" + prose(text) + "}\n";
      case Block.Text(var text) -> prose(text) + "\n";
      case Block.Equation(var sides) -> equation(sides);
      case Block.Matrices(var matrices) ->
          matrices.stream()
              .map(matrix -> "$" + matrix.tex() + " = " + matrix(matrix.cells()) + "$")
              .collect(Collectors.joining("\\qquad\n", "\n", "\n"));
      case Block.Exercise(int number, var lines, var options, var room) ->
          "\\subsection*{"
              + number
              + ". "
              + prose(lines.isEmpty() ? "" : lines.getFirst())
              + "}\n"
              + paragraphs(lines.subList(Math.min(1, lines.size()), lines.size()))
              + paragraphs(options)
              + prose(room)
              + " \\rule{6cm}{0.4pt}\n";
      case Block.Answered(int number, var answer) -> number + ". " + prose(answer) + "\n";
    };
  }

  private static String paragraphs(List<String> lines) {
    return lines.stream().map(line -> prose(line) + "\n\n").collect(Collectors.joining());
  }

  private static String equation(List<String> sides) {
    StringBuilder tex = new StringBuilder("\\begin{align*}\n  " + sides.getFirst());
    for (int i = 1; i < sides.size(); i++) {
      tex.append(i == 1 ? " &" : " \\\\\n  &").append(sides.get(i));
    }
    return tex.append("\n\\end{align*}\n").toString();
  }

  /** Numbers in round brackets; smaller where they are many side by side, or long. */
  static String matrix(List<List<String>> cells) {
    int columns = cells.getFirst().size();
    String matrix =
        cells.stream()
            .map(row -> row.stream().map(Latex::number).collect(Collectors.joining(" & ")))
            .collect(Collectors.joining(" \\\\ ", "\\begin{pmatrix} ", " \\end{pmatrix}"));
    if (columns <= COMFORTABLE && width(cells, 5.5, 10) <= ROOM) {
      return matrix;
    }
    boolean small = columns <= SMALL && width(cells, 4.25, 4) <= ROOM;
    String set = "$\\setlength{\\arraycolsep}{2pt}" + matrix + "$}";
    return small ? "\\text{\\scriptsize" + set : "\\text{\\fitted{\\tiny" + set + "}";
  }

  /** How wide a matrix is about, in points, with digits and gaps of these widths. */
  private static double width(List<List<String>> cells, double digit, double gap) {
    return IntStream.range(0, cells.getFirst().size())
        .mapToDouble(
            j -> gap + digit * cells.stream().mapToInt(r -> r.get(j).length()).max().orElse(0))
        .sum();
  }

  /** A printed number as TeX writes it. */
  static String number(String printed) {
    String tex =
        printed
            .replace(Numbers.MINUS, '-')
            .replace(Character.toString(Numbers.ABOUT), Expr.Value.ABOUT_TEX)
            .replace("∞", "\\infty ");
    int e = tex.indexOf('e');
    return e < 0 ? tex : tex.substring(0, e) + "\\cdot 10^{" + tex.substring(e + 1) + "}";
  }

  /** A sentence; what no font of plain LaTeX has is left as a question mark. */
  static String prose(String sentence) {
    String text = Markup.plain(sentence);
    StringBuilder tex = new StringBuilder();
    for (Scripts.Run run : Scripts.runs(text)) {
      String inMath = run.text().replace(Numbers.MINUS, '-');
      switch (run.height()) {
        case ON_THE_LINE -> signs(run.text(), tex);
        case LOWERED -> tex.append("$_{").append(inMath).append("}$");
        case RAISED -> tex.append("$^{").append(inMath).append("}$");
      }
    }
    return tex.toString();
  }

  private static void signs(String text, StringBuilder tex) {
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      String sign = SIGNS.get(c);
      tex.append(sign != null ? sign : c < LATIN ? Character.toString(c) : "?");
    }
  }
}
