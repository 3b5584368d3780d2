package org.gradloom.ui.shell;

import org.gradloom.files.BuiltInLessons;
import org.gradloom.practice.Exercise;
import org.gradloom.practice.PackResults;
import org.gradloom.practice.Session;
import org.gradloom.ui.practice.PracticeScreen;
import org.gradloom.ui.store.PausedPack;

/** What the Practice screen cannot do by itself: leading to Explore, and what lies in files. */
final class PracticeDesk implements PracticeScreen.Host {
  private final DocumentController desk;
  private final PackDesk packs;

  PracticeDesk(DocumentController desk, PackDesk packs) {
    this.desk = desk;
    this.packs = packs;
  }

  @Override
  public void openInExplore(Session session) {
    desk.openExercise(session);
  }

  @Override
  public void openLesson(Exercise.Kind kind) {
    BuiltInLessons.lessons().keySet().stream()
        .skip(kind.lesson() - 1L)
        .findFirst()
        .ifPresent(desk::openBuiltIn);
  }

  @Override
  public void saveResults(PackResults results) {
    packs.saveResults(results);
  }

  @Override
  public void leave(PausedPack pack) {
    packs.leave(pack);
  }
}
