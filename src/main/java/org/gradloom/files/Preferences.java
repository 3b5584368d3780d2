package org.gradloom.files;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * What the app remembers of one user between two starts. Whatever it is made of, it holds only what
 * can be: anything else counts as not remembered, or as the nearest that can be.
 *
 * @param theme the name of a theme, such as {@code light} or {@code dark}
 * @param window empty until a window was closed
 * @param scale 1 for the size that the screen asks for
 * @param lastDocument a file's absolute path, or the id of a built-in lesson
 * @param training the id of the built-in setup that was trained last; empty for a file's or none
 * @param screen the name of the screen that was left, such as {@code start}
 * @param layout {@code falk} or {@code inline}
 * @param codeLanguage the language of the code panel; empty for the first
 * @param foldedPanels ids of the panels folded away
 * @param recentFiles absolute paths, the last opened first
 * @param opened when each of these was opened, where that is known
 * @param lessMotion whether the user wants less motion than the system asks for
 * @param trainsOnBlas whether training takes the products of the machine's BLAS where it has one
 */
public record Preferences(
    String theme,
    Optional<Window> window,
    double scale,
    Optional<String> lastDocument,
    Optional<String> training,
    Optional<String> screen,
    String layout,
    Optional<String> codeLanguage,
    List<String> foldedPanels,
    List<String> recentFiles,
    Map<String, Instant> opened,
    boolean lessMotion,
    boolean trainsOnBlas) {

  /** As many recent files as a menu shows. */
  public static final int MOST_RECENT_FILES = 10;

  private static final String USUAL_THEME = "light";
  private static final List<String> LAYOUTS = List.of("falk", "inline");

  /** In characters: more than any system lets a path have. */
  private static final int LONGEST_PATH = 1 << 15;

  private static final int MOST_PANELS = 100;
  private static final double SMALLEST_SCALE = 0.25;
  private static final double LARGEST_SCALE = 8;
  private static final Pattern NAME = Pattern.compile("[A-Za-z0-9_-]{1,40}");

  /** Where the window was, in pixels of the screen. Far outside any screen becomes its edge. */
  public record Window(double x, double y, double width, double height, boolean maximized) {
    /** Where desktops stop counting. */
    private static final double FARTHEST = 32_767;

    public Window {
      x = Math.clamp(x, -FARTHEST, FARTHEST);
      y = Math.clamp(y, -FARTHEST, FARTHEST);
      width = Math.clamp(width, 1, FARTHEST);
      height = Math.clamp(height, 1, FARTHEST);
    }

    /** False for a window that never had a place, as one that was never shown. */
    private boolean isSomewhere() {
      return !Double.isNaN(x + y + width + height);
    }
  }

  public Preferences {
    theme = isName(theme) ? theme : USUAL_THEME;
    window = window.filter(Window::isSomewhere);
    scale = scale >= SMALLEST_SCALE && scale <= LARGEST_SCALE ? scale : 1;
    lastDocument = lastDocument.filter(Preferences::isPath);
    training = training.filter(Preferences::isName);
    screen = screen.filter(Preferences::isName);
    layout = LAYOUTS.contains(layout) ? layout : LAYOUTS.getFirst();
    codeLanguage = codeLanguage.filter(Preferences::isName);
    foldedPanels =
        foldedPanels.stream().filter(Preferences::isName).distinct().limit(MOST_PANELS).toList();
    recentFiles =
        recentFiles.stream()
            .filter(Preferences::isPath)
            .distinct()
            .limit(MOST_RECENT_FILES)
            .toList();
    Map<String, Instant> known = new HashMap<>(opened);
    known.keySet().retainAll(recentFiles);
    opened = Map.copyOf(known);
  }

  private static boolean isName(String text) {
    return NAME.matcher(text).matches();
  }

  /** Whether a file can be called so; the name of a built-in lesson can be a file's too. */
  private static boolean isPath(String text) {
    try {
      return !text.isBlank()
          && text.length() <= LONGEST_PATH
          && !Path.of(text).toString().isEmpty();
    } catch (InvalidPathException _) {
      return false;
    }
  }

  /** What holds until the user chose otherwise. */
  public static Preferences defaults() {
    return new Preferences(
        USUAL_THEME,
        Optional.empty(),
        1,
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        LAYOUTS.getFirst(),
        Optional.empty(),
        List.of(),
        List.of(),
        Map.of(),
        false,
        false);
  }

  public Preferences withTheme(String wanted) {
    return changed(next -> next.theme = wanted);
  }

  public Preferences withWindow(Window left) {
    return changed(next -> next.window = Optional.of(left));
  }

  public Preferences withScale(double wanted) {
    return changed(next -> next.scale = wanted);
  }

  public Preferences withLayout(String wanted) {
    return changed(next -> next.layout = wanted);
  }

  public Preferences withCodeLanguage(String shown) {
    return changed(next -> next.codeLanguage = Optional.of(shown));
  }

  public Preferences withFoldedPanels(List<String> ids) {
    return changed(next -> next.foldedPanels = ids);
  }

  public Preferences withLessMotion(boolean wanted) {
    return changed(next -> next.lessMotion = wanted);
  }

  public Preferences withTrainsOnBlas(boolean wanted) {
    return changed(next -> next.trainsOnBlas = wanted);
  }

  public Preferences withScreen(String shown) {
    return changed(next -> next.screen = Optional.of(shown));
  }

  /** After a built-in setup was trained, or another one, which its own file remembers. */
  public Preferences withTraining(Optional<String> preset) {
    return changed(next -> next.training = preset);
  }

  /** After a built-in lesson was opened. */
  public Preferences withLesson(String id) {
    return changed(next -> next.lastDocument = Optional.of(id));
  }

  /**
   * After a file was opened or saved: the last document, and the first of the recent files.
   *
   * @param now when it was
   */
  public Preferences withFile(String path, Instant now) {
    List<String> recent = new ArrayList<>(recentFiles);
    recent.remove(path);
    recent.addFirst(path);
    Map<String, Instant> when = new HashMap<>(opened);
    when.put(path, now);
    return changed(next -> {
      next.lastDocument = Optional.of(path);
      next.recentFiles = recent;
      next.opened = when;
    });
  }

  /**
   * The same with files that were not opened yet before the recent ones, as many as there may be.
   */
  public Preferences withWaiting(List<String> paths) {
    return changed(next ->
        next.recentFiles = Stream.concat(paths.stream(), recentFiles.stream()).distinct().toList());
  }

  private Preferences changed(Consumer<Copy> change) {
    Copy copy = new Copy(this);
    change.accept(copy);
    return copy.made();
  }

  /** Preferences that are being changed, so that each change names what it changes alone. */
  private static final class Copy {
    private String theme;
    private Optional<Window> window;
    private double scale;
    private Optional<String> lastDocument;
    private Optional<String> training;
    private Optional<String> screen;
    private String layout;
    private Optional<String> codeLanguage;
    private List<String> foldedPanels;
    private List<String> recentFiles;
    private Map<String, Instant> opened;
    private boolean lessMotion;
    private boolean trainsOnBlas;

    Copy(Preferences of) {
      theme = of.theme;
      window = of.window;
      scale = of.scale;
      lastDocument = of.lastDocument;
      training = of.training;
      screen = of.screen;
      layout = of.layout;
      codeLanguage = of.codeLanguage;
      foldedPanels = of.foldedPanels;
      recentFiles = of.recentFiles;
      opened = of.opened;
      lessMotion = of.lessMotion;
      trainsOnBlas = of.trainsOnBlas;
    }

    Preferences made() {
      return new Preferences(
          theme,
          window,
          scale,
          lastDocument,
          training,
          screen,
          layout,
          codeLanguage,
          foldedPanels,
          recentFiles,
          opened,
          lessMotion,
          trainsOnBlas);
    }
  }
}
