package org.gradloom.ui.keys;

/** A line of the sheet of keys: what its keys do, and where. */
public enum KeyRow {
  COURSE("course"),
  PLAY("play"),
  STEP("step"),
  COARSER("coarser"),
  ENDS("ends"),
  PHASES("phases"),
  BEATS("beats"),
  NUDGE("nudge"),
  LECTURE("lecture"),
  REVEAL("reveal"),
  LECTURE_STEP("lectureStep"),
  BLANK("blank"),
  JUMP("jump"),
  LECTURE_ZOOM("lectureZoom"),
  SPOTLIGHT("spotlight"),
  COVER("cover"),
  VOTE("vote"),
  LEAVE_LECTURE("leaveLecture"),
  IN_GRID("inGrid"),
  HEAT("heat"),
  TYPE("type"),
  COMMIT("commit"),
  RESTORE("restore"),
  GIVE_BACK("giveBack"),
  MENU("menu"),
  COPY_PASTE("copyPaste"),
  COMPARE("compare"),
  SCREENS("screens"),
  TRAIN("train"),
  ONE_BATCH("oneBatch"),
  CHECK("check"),
  PRACTICE_HELP("practiceHelp"),
  PRACTICE_EXPLORE("practiceExplore"),
  NETWORK("network"),
  POINTS("points"),
  SHEET("sheet"),
  UNDO("undo"),
  FILE("file"),
  ZOOM("zoom"),
  SIDES("sides"),
  THEME("theme"),
  NOTICE("notice"),
  HELP("help");

  private final String id;

  KeyRow(String id) {
    this.id = id;
  }

  /** Its name in the bundle of texts. */
  public String id() {
    return id;
  }
}
