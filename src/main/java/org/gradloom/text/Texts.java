package org.gradloom.text;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.text.Format;
import java.text.MessageFormat;
import java.util.Collections;
import java.util.Locale;
import java.util.Properties;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The words of one language. Templates are {@link MessageFormat}'s, so that a plural is a {@code
 * {0,choice,1#one sample|1<{0} samples}}; a bare number argument is printed without grouping.
 */
public final class Texts {
  private static final Pattern CHOICE = Pattern.compile("\\{(\\d+),choice,");

  private final Properties templates;
  private final ConcurrentMap<String, MessageFormat> formats = new ConcurrentHashMap<>();

  private Texts(Properties templates) {
    this.templates = templates;
  }

  /** Which language they are in, such as {@code en}: by its own code among the texts. */
  public String language() {
    return get("language");
  }

  /** Read once, when they are first asked for: that takes longer than all that is said by them. */
  private static final class English {
    private static final Texts TEXTS = load("en");
  }

  /** The English texts shipped with the app, always the same. */
  public static Texts english() {
    return English.TEXTS;
  }

  private static Texts load(String language) {
    String path = "/assets/text/" + language + ".properties";
    try (var stream = Texts.class.getResourceAsStream(path)) {
      if (stream == null) {
        throw new IllegalStateException("No texts at " + path);
      }
      return read(new InputStreamReader(stream, StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static Texts read(Reader reader) throws IOException {
    Properties templates = new Properties();
    templates.load(reader);
    return new Texts(templates);
  }

  public Set<String> keys() {
    return Collections.unmodifiableSet(templates.stringPropertyNames());
  }

  /** Whether there is a sentence with this key, where part of it comes from a document. */
  public boolean has(String key) {
    return templates.containsKey(key);
  }

  /** The sentence for a message, its nested messages said first. */
  public String say(Message message) {
    return get(message.key(), message.arguments().toArray());
  }

  /**
   * The sentence with this key.
   *
   * @throws IllegalStateException if the bundle has no such key, which is a mistake in the program
   */
  public String get(String key, Object... arguments) {
    MessageFormat format = formats.computeIfAbsent(key, this::parse);
    Format[] choices = format.getFormatsByArgumentIndex();
    Object[] said = new Object[arguments.length];
    for (int i = 0; i < arguments.length; i++) {
      boolean wantsNumber = i < choices.length && choices[i] != null;
      said[i] = wantsNumber ? arguments[i] : spoken(arguments[i]);
    }
    // MessageFormat is not safe for use by several threads at once.
    synchronized (format) {
      return format.format(said);
    }
  }

  private String spoken(Object argument) {
    return switch (argument) {
      case Message message -> say(message);
      case Localized words -> words.in(language());
      default -> Quote.visible(String.valueOf(argument));
    };
  }

  /** A number that a choice hangs on would otherwise be printed as 1,234. */
  private static String withoutGrouping(String template) {
    String changed = template;
    Matcher choices = CHOICE.matcher(template);
    while (choices.find()) {
      String index = choices.group(1);
      changed = changed.replace("{" + index + "}", "{" + index + ",number,0}");
    }
    return changed;
  }

  private MessageFormat parse(String key) {
    return new MessageFormat(withoutGrouping(template(key)), Locale.ROOT);
  }

  /** What stands in the bundle. */
  String template(String key) {
    String template = templates.getProperty(key);
    if (template == null) {
      throw new IllegalStateException("The texts have no key " + key);
    }
    return template;
  }
}
