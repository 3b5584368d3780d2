package org.gradloom.lesson;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Carries out what an author does to the beats of a lesson. A beat that is in no scene speaks of
 * the lesson's present numbers: it gets the scene that has these, made where there is none, so that
 * its numbers stay known whatever is edited afterwards. A scene goes with the last beat in it.
 */
final class BeatEdits {
  private BeatEdits() {}

  /**
   * The lesson after the edit.
   *
   * @throws org.gradloom.text.InvalidInput if a beat names what its numbers do not have
   */
  static Lesson apply(Lesson lesson, Edit.OfBeats edit) {
    List<Scene> scenes = new ArrayList<>(lesson.scenes());
    List<Beat> beats = new ArrayList<>(lesson.beats());
    switch (edit) {
      case Edit.AddBeat(int at, var beat) -> beats.add(at, placed(lesson, beat, scenes));
      case Edit.ReplaceBeat(int at, var beat) -> beats.set(at, placed(lesson, beat, scenes));
      case Edit.MoveBeat(int from, int to) -> beats.add(to, beats.remove(from));
      case Edit.RemoveBeat(int at) -> beats.remove(at);
    }
    Set<String> left = names(lesson.beats());
    left.removeAll(names(beats));
    scenes.removeIf(scene -> left.contains(scene.name()));
    Lesson edited = lesson.telling(lesson.title(), lesson.outline(), scenes, beats);
    requireWhatIsNamed(edited, edit);
    return edited;
  }

  private static Set<String> names(List<Beat> beats) {
    return beats.stream()
        .flatMap(beat -> Stream.ofNullable(beat.scene()))
        .collect(Collectors.toSet());
  }

  /** The beat in a scene, which is added where there is none with the present numbers. */
  private static Beat placed(Lesson lesson, Beat beat, List<Scene> scenes) {
    if (beat.scene() != null) {
      return beat;
    }
    for (Scene scene : scenes) {
      if (lesson.in(beat.in(scene.name())).filter(lesson::hasNumbersOf).isPresent()) {
        return beat.in(scene.name());
      }
    }
    String name = freeName(scenes);
    scenes.add(new Scene(name, lesson.x(), lesson.layers(), lesson.loss(), lesson.learningRate()));
    return beat.in(name);
  }

  private static String freeName(List<Scene> scenes) {
    Set<String> taken = scenes.stream().map(Scene::name).collect(Collectors.toSet());
    int number = scenes.size() + 1;
    while (taken.contains("numbers " + number)) {
      number++;
    }
    return "numbers " + number;
  }

  private static void requireWhatIsNamed(Lesson edited, Edit.OfBeats edit) {
    switch (edit) {
      case Edit.AddBeat(int at, _) -> requireRegions(edited, at);
      case Edit.ReplaceBeat(int at, _) -> requireRegions(edited, at);
      case Edit.MoveBeat _, Edit.RemoveBeat _ -> {
        // What they name was there before.
      }
    }
  }

  private static void requireRegions(Lesson edited, int at) {
    Beat beat = edited.beats().get(at);
    Lesson numbers = edited.in(beat).orElse(edited);
    beat.regions().forEach(numbers::require);
  }
}
