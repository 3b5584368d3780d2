package org.gradloom.paste;

import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.gradloom.matrix.Matrix;
import org.gradloom.matrix.Numbers;
import org.gradloom.text.InvalidInput;
import org.gradloom.text.Message;
import org.gradloom.text.Quote;

/**
 * Reads a matrix in brackets or as a call's argument, and what follows it:
 *
 * <pre>
 * expression = (call | brackets) after*
 * call       = name "(" (expression | quoted grid) ("," option)* ")"
 * brackets   = "[" (numbers | brackets ("," brackets)*) "]", as well with ( ) and { }
 * after      = ".T" | ".t()" | ".transpose()" | "'" | a call that changes no number
 * </pre>
 *
 * <p>In brackets {@code ;} ends a row. So does the end of a line, unless a comma stands there, or
 * numbers stand on the line of the bracket and the next ones are indented: so NumPy wraps a long
 * vector.
 */
final class BracketReader {
  private static final Set<String> CALLS =
      Set.of(
          "array",
          "asarray",
          "ascontiguousarray",
          "matrix",
          "mat",
          "tensor",
          "as_tensor",
          "Tensor",
          "tensor2d",
          "from_numpy",
          "DataFrame",
          "FloatTensor",
          "DoubleTensor",
          "constant",
          "Variable",
          "Parameter",
          "Matrix",
          "Array",
          "DeviceArray",
          "DMatrixRMaj",
          "SimpleMatrix",
          "Array2DRowRealMatrix");

  private static final Set<String> TYPES = Set.of("Float64", "Float32", "Int", "Int64", "Int32");

  /** Options of a call that leave the numbers as they are. */
  private static final Set<String> OPTIONS =
      Set.of(
          "dtype",
          "device",
          "requires_grad",
          "grad_fn",
          "copy",
          "order",
          "ndmin",
          "name",
          "shape",
          "subok",
          "layout",
          "trainable",
          "weak_type");

  private static final Pattern NAME = Pattern.compile("[A-Za-z_][\\w.]*+");
  private static final Pattern NEW = Pattern.compile("new\\s++[\\w.]++(?=\\s*+[\\[({])");
  private static final Pattern DIMENSIONS =
      Pattern.compile("\\s*+(?:\\[[\\d,]*+\\]\\s*+)++(?=\\{)");

  /** What says in Java, C and R of which type a number is. */
  private static final Pattern SUFFIX = Pattern.compile("(?<=[\\d.])[fFdDL]$");

  private static final Pattern OPTION = Pattern.compile("(\\w++)\\s*+=(?!=)\\s*+");

  /** In Typst the brackets of the call are those of the matrix. */
  private static final Pattern MAT = Pattern.compile("mat\\(\\s*+[-+.\\d]");

  private static final Pattern GROUP = Pattern.compile("\\(\\s*+[\\[({]\\s*+[\\[({]");

  private static final Pattern TURNED =
      Pattern.compile(
          "\\.T\\b|\\.mT\\b|\\.t\\(\\s*\\)|\\.transpose\\(\\s*\\)|\\s*//\\s*Transpose\\b|\\.?'|ᵀ|\\^T\\b");
  private static final Pattern HARMLESS =
      Pattern.compile(
          "\\s*//\\s*(?:MatrixForm|TableForm|N)\\b|\\.(?:detach|cpu|clone|numpy|tolist|copy|float|double|contiguous)\\(\\s*\\)"
              + "|\\.requires_grad_\\(\\s*(?:True)?\\s*\\)"
              + "|\\.astype\\(\\s*['\"]?(?:np\\.|numpy\\.)?(?:float|float32|float64|double)['\"]?\\s*\\)");
  private static final Pattern REAL =
      Pattern.compile(
          "['\"]?[<>=]?(?:\\w++\\.)*+(?:b?float\\d*|double|half|single|f[248]|d|None)['\"]?");
  private static final Pattern WHOLE =
      Pattern.compile("['\"]?[<>=]?(?:\\w++\\.)*+(?:u?int\\d*|long|short|i[1248])['\"]?");

  /** Calls within calls; nobody copies more. */
  private static final int DEPTH = 3;

  /** Options of a call, or calls after a matrix; each may look at every number again. */
  private static final int MOST_OPTIONS = 20;

  /** What the end of a line is between numbers. */
  private enum LineEnd {
    BLANK,
    /** The row goes on where numbers stand beside the bracket and the next line is indented. */
    WRAP,
    ROW
  }

  private final String text;
  private int at;
  private int solid;
  private int depth;

  private BracketReader(String text) {
    this.text = text;
  }

  /** True if a text is one for this reader: it begins with a bracket, or a name before one. */
  static boolean begins(String text) {
    String begun = text.stripLeading();
    Matcher name = NAME.matcher(begun);
    return name.lookingAt()
        ? begun.startsWith("new") || opens(begun.substring(name.end()).replaceFirst("^ ++", ""))
        : opens(begun);
  }

  private static boolean opens(String text) {
    return !text.isEmpty() && isOpening(text.charAt(0));
  }

  /** Every way to read the text, the likelier first. */
  static List<Reading> read(String text) {
    BracketReader reader = new BracketReader(text);
    List<Reading> readings = reader.expression(true);
    reader.skipEnd();
    if (reader.at < text.length()) {
      throw isClosing(reader.text.charAt(reader.at))
          ? new InvalidInput("paste.brackets")
          : new InvalidInput("paste.rest", shortened(text.substring(reader.at).strip()));
    }
    return readings;
  }

  // ---- expressions

  private List<Reading> expression(boolean outermost) {
    if (depth++ > DEPTH) {
      throw new InvalidInput("paste.deep");
    }
    skipBlanks();
    if (GROUP.matcher(text).region(at, text.length()).lookingAt()) {
      return after(group());
    }
    if (isOpening(text.charAt(at))) {
      return after(brackets(outermost));
    }
    Matcher made = NEW.matcher(text).region(at, text.length());
    if (made.lookingAt()) {
      at += "new".length();
      skipBlanks();
    }
    Matcher name = NAME.matcher(text).region(at, text.length());
    if (!name.lookingAt()) {
      throw new InvalidInput("paste.unknown", shortened(text.substring(at).strip()));
    }
    at = name.end();
    Matcher dimensions = DIMENSIONS.matcher(text).region(at, text.length());
    if (dimensions.lookingAt()) {
      at = dimensions.end();
      return after(brackets(false));
    }
    skipBlanks();
    String function = name.group().substring(name.group().lastIndexOf('.') + 1);
    boolean braces = at < text.length() && text.charAt(at) == '{' && CALLS.contains(function);
    if (braces
        || (at < text.length() && text.charAt(at) == '[' && TYPES.contains(function))
        || MAT.matcher(text).region(name.start(), text.length()).lookingAt()) {
      return after(brackets(false));
    }
    if (at == text.length() || text.charAt(at) != '(' || !CALLS.contains(function)) {
      String sign = at < text.length() ? text.substring(at, at + 1) : "";
      throw new InvalidInput("paste.unknown", shortened(name.group() + sign));
    }
    at++;
    List<Reading> readings = argument();
    for (int count = 0; hasOption(); count++) {
      if (count == MOST_OPTIONS) {
        throw new InvalidInput("paste.rest", shortened(text.substring(at).strip()));
      }
      String option = option();
      if (!option.isEmpty()) {
        check(option, readings.getFirst().matrix());
      }
    }
    return after(readings);
  }

  /** A matrix with a pair of round brackets around it. */
  private List<Reading> group() {
    at++;
    List<Reading> readings = expression(false);
    skipBlanks();
    if (at == text.length() || text.charAt(at) != ')') {
      throw new InvalidInput("paste.brackets");
    }
    at++;
    return readings;
  }

  private List<Reading> argument() {
    skipBlanks();
    if (at == text.length()) {
      throw new InvalidInput("paste.brackets");
    }
    char quote = text.charAt(at);
    if (quote == '\'' || quote == '"') {
      int end = text.indexOf(quote, at + 1);
      if (end < 0) {
        throw new InvalidInput("paste.brackets");
      }
      String grid = text.substring(at + 1, end);
      at = end + 1;
      // Always rows, even where there is one number in each.
      return new BracketReader("[" + grid + "]").expression(false);
    }
    if (Character.isDigit(quote) || quote == '-' || quote == '.') {
      throw new InvalidInput("paste.unknown", shortened(text.strip()));
    }
    return expression(false);
  }

  /** True if a comma stands here; else the call has to end here, and its end is read. */
  private boolean hasOption() {
    skipBlanks();
    if (at == text.length()) {
      throw new InvalidInput("paste.brackets");
    }
    char c = text.charAt(at);
    if (c != ')' && c != ',') {
      throw new InvalidInput("paste.rest", shortened(text.substring(at).strip()));
    }
    at++;
    return c == ',';
  }

  /** The option that begins here; empty after a last comma. */
  private String option() {
    int from = at;
    int open = 0;
    for (; at < text.length(); at++) {
      char c = text.charAt(at);
      if (open == 0 && (c == ',' || c == ')')) {
        return text.substring(from, at).strip();
      }
      open += isOpening(c) || isAngle(c, '<') ? 1 : isClosing(c) || isAngle(c, '>') ? -1 : 0;
    }
    throw new InvalidInput("paste.brackets");
  }

  /** True for a bracket around a name, and not for the sign of a byte order. */
  private boolean isAngle(char c, char angle) {
    return c == angle && (at == 0 || "'\"".indexOf(text.charAt(at - 1)) < 0);
  }

  private static void check(String option, Matrix matrix) {
    Matcher named = OPTION.matcher(option);
    boolean isNamed = named.lookingAt();
    String value = isNamed ? option.substring(named.end()) : option;
    boolean type = !isNamed || named.group(1).equals("dtype");
    if (isNamed && !OPTIONS.contains(named.group(1))) {
      throw new InvalidInput("paste.option", shortened(option));
    }
    if (type && WHOLE.matcher(value).matches()) {
      for (double number : matrix.toArray()) {
        if (number != Math.rint(number)) {
          throw new InvalidInput("paste.whole", shortened(option), Numbers.exact(number));
        }
      }
    } else if (type && !REAL.matcher(value).matches()) {
      throw new InvalidInput("paste.option", shortened(option));
    }
  }

  private List<Reading> after(List<Reading> readings) {
    List<Reading> found = readings;
    for (int count = 0; count < MOST_OPTIONS; count++) {
      Matcher harmless = HARMLESS.matcher(text).region(at, text.length());
      Matcher turned = TURNED.matcher(text).region(at, text.length());
      if (harmless.lookingAt()) {
        at = harmless.end();
      } else if (turned.lookingAt()) {
        at = turned.end();
        Message because = Message.of("paste.said.turned", Quote.of(turned.group().strip()));
        found = found.stream().map(reading -> reading.turned(because)).toList();
      } else {
        return found;
      }
    }
    return found;
  }

  // ---- brackets

  private List<Reading> brackets(boolean outermost) {
    NumberRows rows = new NumberRows();
    char open = text.charAt(at);
    int start = at++;
    skipBlanks();
    if (at < text.length() && isOpening(text.charAt(at))) {
      inner(rows, closing(open));
      return List.of(rows.reading());
    }
    at = start + 1;
    boolean wrapped = numbers(rows, closing(open), open == '(' ? LineEnd.BLANK : LineEnd.WRAP);
    int end = at;
    if (outermost) {
      moreRows(rows, open);
    }
    Reading likely = rows.reading();
    if (wrapped && at == end) {
      at = start + 1;
      solid = at;
      NumberRows lines = new NumberRows();
      numbers(lines, closing(open), LineEnd.ROW);
      return other(likely, lines);
    }
    return List.of(likely);
  }

  private static List<Reading> other(Reading likely, NumberRows lines) {
    try {
      Reading other = lines.reading();
      Matrix matrix = other.matrix();
      return List.of(
          likely
              .as(Way.ONE_LONG_ROW)
              .saying(Message.of("paste.said.wrapped", matrix.rows(), matrix.columns())),
          other.as(Way.A_ROW_A_LINE).saying(Message.of("paste.said.lines")));
    } catch (InvalidInput _) {
      return List.of(likely); // lines of different lengths are no rows
    }
  }

  /** Rows in brackets of their own, up to the closing bracket. */
  private void inner(NumberRows rows, char close) {
    boolean separated = true;
    for (; ; ) {
      skipBlanks();
      if (at == text.length()) {
        throw new InvalidInput("paste.brackets");
      }
      char c = text.charAt(at);
      if (c == close) {
        at++;
        return;
      }
      if (isOpening(c)) {
        at++;
        row(rows, closing(c));
        separated = false;
      } else if ((c == ',' || c == ';') && !separated) {
        at++;
        separated = true;
      } else if (isClosing(c)) {
        throw new InvalidInput("paste.brackets");
      } else {
        throw new InvalidInput("paste.rest", shortened(text.substring(at).strip()));
      }
    }
  }

  /** Further rows without brackets around them all: {@code [1, 2] [3, 4]}. */
  private void moreRows(NumberRows rows, char open) {
    for (; ; ) {
      int before = at;
      skipBlanks();
      if (at < text.length() && text.charAt(at) == ',') {
        at++;
        skipBlanks();
      }
      if (at == text.length() || text.charAt(at) != open) {
        at = before;
        return;
      }
      at++;
      row(rows, closing(open));
    }
  }

  /** One row, on however many lines. */
  private void row(NumberRows rows, char close) {
    int before = rows.count();
    numbers(rows, close, LineEnd.BLANK);
    if (rows.count() > before + 1) {
      throw new InvalidInput("paste.deep");
    }
  }

  /**
   * Numbers up to the closing bracket.
   *
   * @return true if a line went on with a row, and could have been a row of its own
   */
  private boolean numbers(NumberRows rows, char close, LineEnd lineEnd) {
    StringBuilder entry = new StringBuilder();
    boolean firstLine = true;
    boolean besideBracket = false;
    boolean plain = true; // without commas and semicolons
    boolean comma = false;
    boolean wrapped = false;
    for (; at < text.length(); at++) {
      char c = text.charAt(at);
      if (isOpening(c)) {
        throw new InvalidInput("paste.deep");
      }
      if (!isSeparator(c)) {
        entry.append(c);
        comma = false;
        continue;
      }
      if (goesOnAsFraction(entry, c)) {
        continue;
      }
      if (!entry.isEmpty()) {
        rows.add(SUFFIX.matcher(entry).replaceFirst(""));
        entry.setLength(0);
        besideBracket |= firstLine;
      }
      switch (c) {
        case ',' -> {
          if (comma || rows.isRowEmpty()) {
            rows.add(""); // refused: a number is missing before the comma
          }
          comma = true;
          plain = false;
        }
        case ';' -> {
          rows.end();
          comma = false;
          plain = false;
        }
        case '\n' -> {
          firstLine = false;
          if (!comma && !rows.isRowEmpty() && !isEndAfterBlanks()) {
            boolean indented = isBlank(text.charAt(at + 1));
            boolean wraps = lineEnd == LineEnd.WRAP && besideBracket && indented && plain;
            if (lineEnd != LineEnd.BLANK && !wraps) {
              rows.end();
            }
            wrapped |= wraps;
          }
        }
        default -> {
          if (isClosing(c)) {
            if (c != close) {
              throw new InvalidInput("paste.brackets");
            }
            at++;
            rows.end();
            return wrapped;
          }
        }
      }
    }
    throw new InvalidInput("paste.brackets");
  }

  /** True within a fraction that is written with blanks around its line. */
  private boolean goesOnAsFraction(StringBuilder entry, char c) {
    if (entry.isEmpty() || !isBlank(c)) {
      return false;
    }
    if (entry.charAt(entry.length() - 1) == '/') {
      return true;
    }
    int next = nextSolid();
    if (next < text.length() && text.charAt(next) == '/') {
      at = next - 1;
      return true;
    }
    return false;
  }

  private boolean isEndAfterBlanks() {
    int next = nextSolid();
    return next == text.length() || isClosing(text.charAt(next));
  }

  /** Where the next sign is that is no blank; looked for once. */
  private int nextSolid() {
    if (solid < at) {
      solid = at;
      while (solid < text.length() && Character.isWhitespace(text.charAt(solid))) {
        solid++;
      }
    }
    return solid;
  }

  // ---- signs

  private void skipBlanks() {
    while (at < text.length() && Character.isWhitespace(text.charAt(at))) {
      at++;
    }
  }

  private void skipEnd() {
    while (at < text.length()
        && (Character.isWhitespace(text.charAt(at)) || ";,".indexOf(text.charAt(at)) >= 0)) {
      at++;
    }
  }

  private static boolean isSeparator(char c) {
    return Character.isWhitespace(c) || c == ',' || c == ';' || isClosing(c);
  }

  private static boolean isBlank(char c) {
    return c == ' ' || c == '\t';
  }

  private static boolean isOpening(char c) {
    return c == '[' || c == '(' || c == '{';
  }

  private static boolean isClosing(char c) {
    return c == ']' || c == ')' || c == '}';
  }

  private static char closing(char open) {
    return switch (open) {
      case '[' -> ']';
      case '(' -> ')';
      default -> '}';
    };
  }

  /** A long text cut for quoting in a sentence. */
  static String shortened(String text) {
    String line = text.lines().findFirst().orElse("").strip();
    return Quote.of(line, 24);
  }
}
