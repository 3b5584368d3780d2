package org.gradloom.text;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.StringReader;
import java.util.Collections;
import org.junit.jupiter.api.Test;

class TextsTest {

  @Test
  void putsArgumentsInTheirPlaces() throws IOException {
    Texts texts = texts("greeting={1}, {0}!");
    assertThat(texts.get("greeting", "Ada", "Hello")).isEqualTo("Hello, Ada!");
  }

  @Test
  void saysNestedMessagesFirst() throws IOException {
    Texts texts = texts("outer=It is {0}.\ninner=minus {0}");
    assertThat(texts.say(Message.of("outer", Message.of("inner", 6)))).isEqualTo("It is minus 6.");
  }

  @Test
  void choosesPluralsAndNeverGroupsDigits() throws IOException {
    Texts texts = texts("samples={0,choice,0#no samples|1#one sample|1<{0} samples} of {0}, {1}");
    assertThat(texts.get("samples", 0, 1)).isEqualTo("no samples of 0, 1");
    assertThat(texts.get("samples", 1, 2)).isEqualTo("one sample of 1, 2");
    assertThat(texts.get("samples", 60_000, 70_000)).isEqualTo("60000 samples of 60000, 70000");
  }

  @Test
  void leavesBracesInArgumentsAlone() throws IOException {
    Texts texts = texts("quoted=“{0}” is {1,choice,1#one|1<{1} of {0}}");
    assertThat(texts.get("quoted", "{1}'{", 3)).isEqualTo("“{1}'{” is 3 of {1}'{");
  }

  @Test
  void aMissingKeyIsAMistakeInTheProgram() {
    assertThatThrownBy(() -> Texts.english().get("no.such.key"))
        .isInstanceOf(IllegalStateException.class)
        .hasMessage("The texts have no key no.such.key");
  }

  @Test
  void readsTheEnglishTextsOnce() {
    assertThat(Texts.english()).isSameAs(Texts.english());
  }

  @Test
  void everyEnglishTemplateCanBeRead() {
    Texts english = Texts.english();
    Object[] arguments = Collections.nCopies(10, 2).toArray();
    assertThat(english.keys()).hasSizeGreaterThan(100);
    assertThat(english.keys())
        .allSatisfy(key ->
            assertThat(english.get(key, arguments))
                .as(key)
                .isNotBlank()
                .doesNotContain("{", "}")
                .isEqualTo(english.get(key, arguments).strip()));
  }

  @Test
  void marksInEnglishTemplatesAreClosed() {
    Texts english = Texts.english();
    Object[] arguments = Collections.nCopies(10, 2).toArray();
    assertThat(english.keys())
        .allSatisfy(key ->
            assertThat(Markup.plain(english.get(key, arguments)))
                .as(key)
                .doesNotContainPattern("</?[lrob]>"));
  }

  private static Texts texts(String properties) throws IOException {
    return Texts.read(new StringReader(properties));
  }
}
