package org.gradloom.files;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What the app remembers of one user between two starts.
 *
 * @param theme {@code light} or {@code dark}
 * @param window empty until a window was closed
 * @param scale 1 for the size that the screen asks for
 * @param lastDocument a file's absolute path, or the id of a built-in lesson
 * @param layout {@code falk} or {@code inline}
 * @param codeLanguage the language of the code panel; empty for the first
 * @param foldedPanels ids of the panels folded away
 * @param recentFiles absolute paths, the last opened first
 */
public record Preferences(
    String theme,
    Optional<Window> window,
    double scale,
    Optional<String> lastDocument,
    String layout,
    Optional<String> codeLanguage,
    List<String> foldedPanels,
    List<String> recentFiles) {

  /** As many recent files as a menu shows. */
  public static final int MOST_RECENT_FILES = 10;

  /** Where the window was, in pixels of the screen. */
  public record Window(double x, double y, double width, double height, boolean maximized) {}

  public Preferences {
    foldedPanels = List.copyOf(foldedPanels);
    recentFiles = recentFiles.stream().limit(MOST_RECENT_FILES).toList();
  }

  /** What holds until the user chose otherwise. */
  public static Preferences defaults() {
    return new Preferences(
        "light",
        Optional.empty(),
        1,
        Optional.empty(),
        "falk",
        Optional.empty(),
        List.of(),
        List.of());
  }

  public Preferences withTheme(String theme) {
    return new Preferences(
        theme, window, scale, lastDocument, layout, codeLanguage, foldedPanels, recentFiles);
  }

  public Preferences withWindow(Window window) {
    return new Preferences(
        theme,
        Optional.of(window),
        scale,
        lastDocument,
        layout,
        codeLanguage,
        foldedPanels,
        recentFiles);
  }

  public Preferences withScale(double scale) {
    return new Preferences(
        theme, window, scale, lastDocument, layout, codeLanguage, foldedPanels, recentFiles);
  }

  public Preferences withLayout(String layout) {
    return new Preferences(
        theme, window, scale, lastDocument, layout, codeLanguage, foldedPanels, recentFiles);
  }

  public Preferences withCodeLanguage(String codeLanguage) {
    return new Preferences(
        theme,
        window,
        scale,
        lastDocument,
        layout,
        Optional.of(codeLanguage),
        foldedPanels,
        recentFiles);
  }

  public Preferences withFoldedPanels(List<String> foldedPanels) {
    return new Preferences(
        theme, window, scale, lastDocument, layout, codeLanguage, foldedPanels, recentFiles);
  }

  /** After a built-in lesson was opened. */
  public Preferences withLesson(String id) {
    return new Preferences(
        theme, window, scale, Optional.of(id), layout, codeLanguage, foldedPanels, recentFiles);
  }

  /** After a file was opened or saved: the last document, and the first of the recent files. */
  public Preferences withFile(String path) {
    List<String> recent = new ArrayList<>(recentFiles);
    recent.remove(path);
    recent.addFirst(path);
    return new Preferences(
        theme, window, scale, Optional.of(path), layout, codeLanguage, foldedPanels, recent);
  }
}
