package org.gradloom.typeset;

import java.awt.Color;
import java.util.HashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Turns the TeX that this program writes into what the formula library sets, and refuses what the
 * library would swallow in silence: {@code \frac{a}}, {@code x^}, an open brace, a comment, a
 * character without a glyph.
 */
final class TexSyntax {
  /** Typed characters and the commands that set them. */
  private static final Map<Character, String> COMMANDS =
      Map.ofEntries(
          Map.entry('\u2212', "-"),
          Map.entry('·', "\\cdot "),
          Map.entry('×', "\\times "),
          Map.entry('⊙', "\\odot "),
          Map.entry('∂', "\\partial "),
          Map.entry('Σ', "\\Sigma "),
          Map.entry('∑', "\\sum "),
          Map.entry('∞', "\\infty "),
          Map.entry('→', "\\to "),
          Map.entry('≤', "\\le "),
          Map.entry('≥', "\\ge "),
          Map.entry('≠', "\\ne "),
          Map.entry('≈', "\\approx "),
          Map.entry('…', "\\ldots "),
          Map.entry('′', "'"),
          Map.entry('η', "\\eta "),
          Map.entry('σ', "\\sigma "),
          Map.entry('ε', "\\varepsilon "),
          Map.entry('α', "\\alpha "),
          Map.entry('β', "\\beta "),
          Map.entry('½', "\\tfrac{1}{2}"),
          Map.entry('ᵀ', "^{T}"));

  /** How many arguments a command wants; the library makes up what is missing. */
  private static final Map<String, Integer> ARGUMENTS = new HashMap<>();

  static {
    for (String command : "frac tfrac dfrac textcolor".split(" ", -1)) {
      ARGUMENTS.put(command, 2);
    }
    for (String command :
        ("sqrt text mathbf mathrm mathit mathsf mathbb mathcal boldsymbol boxed hat bar tilde "
                + "operatorname overline underline phantom")
            .split(" ", -1)) {
      ARGUMENTS.put(command, 1);
    }
  }

  /** {@code 1.5e−7} and NaN as numbers are printed; letters of a formula would be set apart. */
  private static final Pattern EXPONENT = Pattern.compile("(?<=\\d)e([-\u2212]?)(\\d+)");

  private static final Pattern NOT_A_NUMBER = Pattern.compile("\\bNaN\\b");

  /** The prime of a function stands close to its argument. */
  private static final Pattern PRIME = Pattern.compile("'\\s*(?=\\()");

  private static final Pattern MARKED =
      Pattern.compile("\\\\(?:textcolor\\s*\\{(?<role>[^}]*)\\}|boxed)\\s*\\{");

  private final String tex;

  private TexSyntax(String tex) {
    this.tex = tex;
  }

  /**
   * The TeX that the library sets.
   *
   * @throws IllegalArgumentException if it would not set it whole
   */
  static String forLibrary(String tex) {
    String plain = EXPONENT.matcher(tex).replaceAll("\\\\mathrm{e}{$1}$2");
    plain = NOT_A_NUMBER.matcher(plain).replaceAll("\\\\mathrm{NaN}");
    plain = inAscii(plain);
    plain = PRIME.matcher(plain).replaceAll("^{\\\\prime}\\\\!");
    new TexSyntax(plain).check();
    return new TexSyntax(plain).translated();
  }

  /**
   * With the library's colours for roles, and a background for a box, because a frame would push
   * its neighbours aside. Each stands in braces: after a bare colour the library forgets the room
   * that belongs around an operator.
   */
  private String translated() {
    StringBuilder out = new StringBuilder();
    Matcher marked = MARKED.matcher(tex);
    int done = 0;
    while (marked.find(done)) {
      String role = marked.group("role");
      String colour =
          role == null
              ? "\\bgcolor{" + hex(TexRecorder.BOXED)
              : "\\textcolor{" + hex(TexRecorder.colourOf(role(role)));
      int end = afterGroup(marked.end() - 1);
      String inner = new TexSyntax(tex.substring(marked.end(), end - 1)).translated();
      out.append(tex, done, marked.start()).append('{').append(colour).append("}{");
      out.append(inner).append("}}");
      done = end;
    }
    out.append(tex, done, tex.length());
    require(out.indexOf("\\boxed") < 0, "\\boxed without braces");
    return out.toString();
  }

  private TexRole role(String colour) {
    for (TexRole role : TexRole.values()) {
      if (role.colour().equals(colour)) {
        return role;
      }
    }
    throw new IllegalArgumentException("No role is called " + colour + " in: " + tex);
  }

  private static String hex(Color colour) {
    return "#" + Integer.toHexString(colour.getRGB()).substring(2);
  }

  private static String inAscii(String tex) {
    StringBuilder ascii = new StringBuilder();
    for (int i = 0; i < tex.length(); i++) {
      char c = tex.charAt(i);
      String command = COMMANDS.get(c);
      if (command != null) {
        ascii.append(command);
      } else if (c < 0x80) {
        ascii.append(c);
      } else {
        throw new IllegalArgumentException("No glyph for “" + c + "” in: " + tex);
      }
    }
    return ascii.toString();
  }

  private void check() {
    if (tex.isBlank()) {
      throw new IllegalArgumentException("There is no formula to set");
    }
    int open = 0;
    int i = 0;
    while (i < tex.length()) {
      char c = tex.charAt(i);
      i++;
      switch (c) {
        case '\\' -> i = afterCommand(i);
        case '{' -> open++;
        case '}' -> {
          open--;
          require(open >= 0, "a } without its {");
        }
        case '^', '_' -> {
          int next = afterBlanks(i);
          require(
              next < tex.length() && "}^_&".indexOf(tex.charAt(next)) < 0, "nothing after " + c);
        }
        case '%', '$', '#' -> require(false, "a stray " + c);
        default -> {}
      }
    }
    require(open == 0, "a { without its }");
  }

  private int afterCommand(int start) {
    require(start < tex.length(), "nothing after the last \\");
    int end = start;
    while (end < tex.length() && Character.isLetter(tex.charAt(end))) {
      end++;
    }
    if (end == start) {
      return start + 1;
    }
    String command = tex.substring(start, end);
    int at = end;
    for (int wanted = ARGUMENTS.getOrDefault(command, 0); wanted > 0; wanted--) {
      at = afterBlanks(at);
      require(at < tex.length() && beginsArgument(tex.charAt(at)), "too little after \\" + command);
      at = tex.charAt(at) == '{' ? afterGroup(at) : at + 1;
    }
    return end;
  }

  /** A group, or a single letter, digit or command. */
  private static boolean beginsArgument(char c) {
    return c == '{' || c == '\\' || Character.isLetterOrDigit(c);
  }

  private int afterGroup(int start) {
    int open = 0;
    for (int i = start; i < tex.length(); i++) {
      char c = tex.charAt(i);
      if (c == '\\') {
        i++;
      } else if (c == '{') {
        open++;
      } else if (c == '}') {
        open--;
        if (open == 0) {
          return i + 1;
        }
      }
    }
    throw new IllegalArgumentException("a { without its } in: " + tex);
  }

  private int afterBlanks(int start) {
    int i = start;
    while (i < tex.length() && tex.charAt(i) == ' ') {
      i++;
    }
    return i;
  }

  private void require(boolean holds, String problem) {
    if (!holds) {
      throw new IllegalArgumentException(problem + " in: " + tex);
    }
  }
}
