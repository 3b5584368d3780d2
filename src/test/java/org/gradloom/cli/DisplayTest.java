package org.gradloom.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.gradloom.cli.Display.Available;
import org.gradloom.cli.Display.MissingLibraries;
import org.gradloom.cli.Display.NoDisplay;
import org.gradloom.text.Message;
import org.gradloom.text.Texts;
import org.junit.jupiter.api.Test;

class DisplayTest {
  private static final Map<String, String> X11 = Map.of("DISPLAY", ":0");

  @Test
  void linuxWithoutDisplayHasNone() {
    assertThat(on("Linux", Map.of())).isInstanceOf(NoDisplay.class);
    assertThat(on("Linux", Map.of("DISPLAY", ""))).isInstanceOf(NoDisplay.class);
  }

  @Test
  void waylandNeedsItsXServer() {
    assertThat(on("Linux", Map.of("WAYLAND_DISPLAY", "wayland-0")))
        .isInstanceOfSatisfying(
            NoDisplay.class, none -> assertThat(say(none.message())).contains("XWayland"));
    assertThat(on("Linux", Map.of("WAYLAND_DISPLAY", "wayland-0", "DISPLAY", ":0")))
        .isEqualTo(new Available(true));
  }

  @Test
  void otherSystemsAlwaysHaveADisplay() {
    assertThat(on("Mac OS X", Map.of())).isEqualTo(new Available(true));
    assertThat(on("Windows 11", Map.of())).isEqualTo(new Available(true));
  }

  @Test
  void javafxHeadlessNeedsNoDisplay() {
    Map<String, String> properties = Map.of("glass.platform", "Headless");
    assertThat(Display.find("Linux", Map.of(), properties::get, library -> false, card -> true))
        .isEqualTo(new Available(true));
  }

  @Test
  void aMissingLibraryIsNamedWithItsPackages() {
    assertThat(withLibraries("libGL.so.1", "libXxf86vm.so.1", "libXtst.so.6"))
        .isInstanceOfSatisfying(
            MissingLibraries.class,
            missing ->
                assertThat(say(missing.message()))
                    .contains("libgtk-3.so.0", "libgtk-3-0", "gtk3")
                    .doesNotContain("libXtst", "\n"));
  }

  @Test
  void withoutGraphicsLibrariesTheWindowIsDrawnBySoftware() {
    assertThat(withLibraries("libgtk-3.so.0", "libXtst.so.6", "libGL.so.1"))
        .isEqualTo(new Available(false));
  }

  @Test
  void withoutAGraphicsCardNobodyLooksForItsLibraries() {
    List<String> loaded = new ArrayList<>();
    assertThat(Display.find("Linux", X11, property -> null, loaded::add, card -> false))
        .isEqualTo(new Available(false));
    assertThat(loaded).containsExactly("libgtk-3.so.0", "libXtst.so.6");

    for (String card : List.of("/dev/dri", "/dev/nvidiactl", "/dev/dxg")) {
      assertThat(Display.find("Linux", X11, property -> null, library -> true, card::equals))
          .isEqualTo(new Available(true));
    }
  }

  @Test
  void refusalsOfJavafxAreUnderstood() {
    assertThat(Display.refused(new UnsupportedOperationException("Unable to open DISPLAY")))
        .isInstanceOf(NoDisplay.class);
    assertThat(
            Display.refused(new UnsupportedOperationException("Unable to load glass GTK library.")))
        .isInstanceOf(MissingLibraries.class);
  }

  private static String say(Message message) {
    return Texts.english().say(message);
  }

  private static Display on(String osName, Map<String, String> environment) {
    return Display.find(osName, environment, property -> null, library -> true, card -> true);
  }

  private static Display withLibraries(String... present) {
    return Display.find("Linux", X11, property -> null, List.of(present)::contains, card -> true);
  }
}
