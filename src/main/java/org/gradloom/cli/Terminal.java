package org.gradloom.cli;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * One of the program's two outputs as text: UTF-8, or ASCII where nothing else can be shown.
 * Control characters, which a document may hold and which command a terminal, are not passed on.
 */
final class Terminal extends Writer {
  private final Writer out;
  private final boolean ascii;

  Terminal(OutputStream out, boolean ascii) {
    this.out = new BufferedWriter(new OutputStreamWriter(out, StandardCharsets.UTF_8), 1 << 13);
    this.ascii = ascii;
  }

  private Terminal(Writer out, boolean ascii) {
    this.out = out;
    this.ascii = ascii;
  }

  /** The same output for another program, which reads UTF-8 whatever a terminal shows. */
  Terminal forPrograms() {
    return new Terminal(out, false);
  }

  /**
   * Whether only ASCII can be shown.
   *
   * @param environment says which characters the user's locale has
   * @param encoding the system property {@code stdout.encoding}
   * @param interactive whether a person reads the output as it comes; a file or another program
   *     gets UTF-8 unless the locale says otherwise
   */
  static boolean showsOnlyAscii(
      Map<String, String> environment, String encoding, boolean interactive) {
    if (isUtf8(encoding)) {
      return false;
    }
    for (String variable : List.of("LC_ALL", "LC_CTYPE", "LANG")) {
      String locale = environment.getOrDefault(variable, "");
      if (!locale.isEmpty()) {
        return !isUtf8(locale.substring(locale.indexOf('.') + 1));
      }
    }
    return interactive;
  }

  private static boolean isUtf8(String charset) {
    String name = charset.toUpperCase(Locale.ROOT);
    return name.startsWith("UTF-8") || name.startsWith("UTF8");
  }

  @Override
  public void write(char[] text, int offset, int length) throws IOException {
    String piece = new String(text, offset, length);
    out.write(clean(ascii ? Ascii.of(piece) : piece));
  }

  private static String clean(String text) {
    StringBuilder clean = new StringBuilder(text.length());
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      clean.append(Character.isISOControl(c) && c != '\n' && c != '\t' ? ' ' : c);
    }
    return clean.toString();
  }

  void line(String text) throws IOException {
    write(text + "\n");
  }

  /** Begins the present line anew: what is written next goes over what stands there. */
  void backToLineStart() throws IOException {
    // Not by way of this class's own write, which lets no control character through.
    out.write('\r');
  }

  @Override
  public void flush() throws IOException {
    out.flush();
  }

  @Override
  public void close() throws IOException {
    out.close();
  }
}
