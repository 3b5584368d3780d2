package org.gradloom.ui.practice;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.OptionalInt;
import org.gradloom.text.Message;
import org.gradloom.text.Texts;
import org.junit.jupiter.api.Test;

class PointedErrorTest {
  private static final Texts TEXTS = Texts.english();

  private static Message product() {
    return Message.of(
        "expression.product",
        3,
        Message.of("expression.aMatrix", 4, 3),
        Message.of("expression.aMatrix", 4, 2),
        3,
        4);
  }

  @Test
  void theSizesThatDoNotMeetAreBold() {
    PointedError error = PointedError.of(product());
    assertThat(error.character()).hasValue(3);
    assertThat(TEXTS.say(error.said()))
        .isEqualTo(
            "Character 3: 4×3 @ 4×2 does not fit: rows of <b>3</b> meet columns of <b>4</b>.");
  }

  @Test
  void itIsFoundWithinWhatIsSaidOfTheSizesThatWereTried() {
    PointedError error = PointedError.of(Message.of("mark.triedWith", product(), "4×3", "3×2"));
    assertThat(error.character()).hasValue(3);
    assertThat(TEXTS.say(error.said())).contains("<b>3</b>").endsWith("with X 4×3 and W 3×2.");
  }

  @Test
  void whatIsAboutTheWholeLineHasNoCharacter() {
    assertThat(PointedError.of(Message.of("expression.tooLong", 500)).character())
        .isEqualTo(OptionalInt.empty());
    assertThat(PointedError.of(Message.of("expression.empty")).character()).isEmpty();
    assertThat(PointedError.of(Message.of("mark.unknown.expression")).character()).isEmpty();
  }
}
