package org.gradloom.export.page;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * The TeX that formulas are written in, as MathML, which a browser sets without a font of ours and
 * a screen reader reads. It knows the commands that formulas use, and refuses any other, so that
 * none is lost in silence; roles and the box around the active term become classes.
 */
public final class MathMl {
  private static final Map<String, String> SIGNS =
      Map.ofEntries(
          Map.entry("cdot", "·"),
          Map.entry("odot", "⊙"),
          Map.entry("oslash", "⊘"),
          Map.entry("approx", "≈"),
          Map.entry("leq", "≤"),
          Map.entry("dots", "…"),
          Map.entry("ldots", "…"));

  private static final Map<String, String> LETTERS =
      Map.ofEntries(
          Map.entry("partial", "∂"),
          Map.entry("sigma", "σ"),
          Map.entry("Phi", "Φ"),
          Map.entry("varphi", "φ"),
          Map.entry("varepsilon", "ε"),
          Map.entry("eta", "η"),
          Map.entry("mu", "μ"),
          Map.entry("lambda", "λ"),
          Map.entry("beta", "β"),
          Map.entry("ell", "ℓ"),
          Map.entry("infty", "∞"),
          Map.entry("square", "□"),
          Map.entry("max", "max"),
          Map.entry("exp", "exp"),
          Map.entry("ln", "ln"),
          Map.entry("tanh", "tanh"));

  private final String tex;
  private int at;

  private MathMl(String tex) {
    this.tex = tex;
  }

  /**
   * A formula in a line of text.
   *
   * @throws IllegalArgumentException if it uses a command that is not known here
   */
  public static String of(String tex) {
    return "<math displaystyle=\"true\">" + new MathMl(tex).row(false) + "</math>";
  }

  /** All there is up to a closing brace or the end, with what is raised and lowered bound. */
  private String row(boolean inGroup) {
    List<String> nodes = new ArrayList<>();
    while (at < tex.length()) {
      char c = tex.charAt(at);
      if (c == '}') {
        if (!inGroup) {
          throw fault("a } without its {");
        }
        break;
      }
      if (c == ' ') {
        at++;
      } else if (c == '^' || c == '_') {
        script(nodes);
      } else if (c == '\'') {
        at++;
        nodes.add("<msup>" + last(nodes) + "<mo>′</mo></msup>");
      } else if (c == '-' && isSign(nodes)) {
        at++;
        nodes.add("<mo form=\"prefix\">−</mo>");
      } else {
        nodes.add(atom());
      }
    }
    return String.join("", nodes);
  }

  /** A minus that begins, or follows a bracket or an operator, is a number's own. */
  private static boolean isSign(List<String> nodes) {
    return nodes.isEmpty()
        || (nodes.getLast().startsWith("<mo") && !nodes.getLast().contains(">)<"));
  }

  private static String last(List<String> nodes) {
    return nodes.isEmpty() ? "<mrow></mrow>" : nodes.removeLast();
  }

  private void script(List<String> nodes) {
    String base = last(nodes);
    String below = "";
    String above = "";
    while (at < tex.length() && (tex.charAt(at) == '^' || tex.charAt(at) == '_')) {
      boolean raised = tex.charAt(at) == '^';
      at++;
      String argument = argument();
      if (raised) {
        above = argument;
      } else {
        below = argument;
      }
    }
    if (base.startsWith("<mo class=\"sum\"")) {
      nodes.add("<munder>" + base + below + "</munder>");
    } else if (below.isEmpty()) {
      nodes.add("<msup>" + base + above + "</msup>");
    } else if (above.isEmpty()) {
      nodes.add("<msub>" + base + below + "</msub>");
    } else {
      nodes.add("<msubsup>" + base + below + above + "</msubsup>");
    }
  }

  /** One group in braces or one atom, as one node. */
  private String argument() {
    while (at < tex.length() && tex.charAt(at) == ' ') {
      at++;
    }
    if (at >= tex.length()) {
      throw fault("nothing to take");
    }
    return tex.charAt(at) == '{' ? "<mrow>" + group() + "</mrow>" : atom();
  }

  private String group() {
    at++;
    String inner = row(true);
    if (at >= tex.length()) {
      throw fault("a { without its }");
    }
    at++;
    return inner;
  }

  private String atom() {
    char c = tex.charAt(at);
    if (c == '{') {
      return "<mrow>" + group() + "</mrow>";
    }
    if (c == '\\') {
      return command();
    }
    if (Character.isDigit(c)) {
      return "<mn>" + run() + "</mn>";
    }
    at++;
    if (Character.isLetter(c)) {
      return "<mi>" + c + "</mi>";
    }
    return switch (c) {
      case '-' -> "<mo>−</mo>";
      case '/' -> "<mo lspace=\"0\" rspace=\"0\">/</mo>";
      case '(', ')', '[', ']' -> "<mo stretchy=\"false\">" + c + "</mo>";
      case '|' -> "<mo stretchy=\"false\" lspace=\"0\" rspace=\"0\">|</mo>";
      case '<' -> "<mo>&lt;</mo>";
      case '>' -> "<mo>&gt;</mo>";
      case '+', '=', ',', '·', '⊙', '≈', '≤', '…' -> "<mo>" + c + "</mo>";
      case '½', '□' -> "<mn>" + c + "</mn>";
      default -> throw fault("no sign for " + c);
    };
  }

  private String run() {
    int start = at;
    while (at < tex.length() && (Character.isDigit(tex.charAt(at)) || tex.charAt(at) == '.')) {
      at++;
    }
    return tex.substring(start, at);
  }

  private String command() {
    int start = at + 1;
    int end = start;
    while (end < tex.length() && Character.isLetter(tex.charAt(end))) {
      end++;
    }
    if (end == start) {
      at = start + 1;
      return switch (tex.charAt(start)) {
        case ',', ';', ':', ' ' -> "<mspace width=\"0.2em\"/>";
        case '!' -> "";
        default -> throw fault("no command \\" + tex.charAt(start));
      };
    }
    String name = tex.substring(start, end);
    at = end;
    String sign = SIGNS.get(name);
    if (sign != null) {
      return "<mo>" + sign + "</mo>";
    }
    String letter = LETTERS.get(name);
    if (letter != null) {
      return "<mi>" + letter + "</mi>";
    }
    return switch (name) {
      case "sum" -> "<mo class=\"sum\" largeop=\"true\">∑</mo>";
      case "prime" -> "<mo>′</mo>";
      case "quad" -> "<mspace width=\"1em\"/>";
      case "frac", "tfrac", "dfrac" -> "<mfrac>" + argument() + argument() + "</mfrac>";
      case "sqrt" -> "<msqrt>" + argument() + "</msqrt>";
      case "hat" ->
          "<mover accent=\"true\">" + argument() + "<mo stretchy=\"false\">^</mo></mover>";
      case "mathrm", "text", "operatorname" -> "<mi mathvariant=\"normal\">" + words() + "</mi>";
      case "boxed" -> "<mrow class=\"active\">" + argument() + "</mrow>";
      case "textcolor" -> {
        String role = words();
        String inner = argument();
        yield "text".equals(role) ? inner : "<mrow class=\"" + role + "\">" + inner + "</mrow>";
      }
      default -> throw fault("no command \\" + name);
    };
  }

  /** What stands in braces, letter for letter. */
  private String words() {
    int open = tex.indexOf('{', at);
    int close = tex.indexOf('}', open);
    if (open != at || close < 0) {
      throw fault("no words in braces");
    }
    at = close + 1;
    return tex.substring(open + 1, close);
  }

  private IllegalArgumentException fault(String what) {
    return new IllegalArgumentException(what + " at " + at + " in: " + tex);
  }
}
