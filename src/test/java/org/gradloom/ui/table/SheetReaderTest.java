package org.gradloom.ui.table;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import org.gradloom.data.TableOutcome;
import org.gradloom.lesson.DataSource;
import org.gradloom.lesson.TableChoices;
import org.gradloom.text.Message;
import org.gradloom.training.PreparedData;
import org.gradloom.training.Preset;
import org.gradloom.ui.store.Background;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What was asked for last counts. */
class SheetReaderTest {
  @TempDir private Path folder;
  private final Deque<Runnable> away = new ArrayDeque<>();
  private final SheetReader reader =
      new SheetReader(
          new Background(away::add, Runnable::run, failure -> Message.of("table.stopped")));
  private final List<TableOutcome> read = new ArrayList<>();

  private void work() {
    while (!away.isEmpty()) {
      away.removeFirst().run();
    }
  }

  private Path large() throws IOException {
    StringBuilder lines = new StringBuilder("size,class\n");
    for (int i = 0; i < 60_000; i++) {
      lines.append(i).append(i % 2 == 0 ? ",a\n" : ",b\n");
    }
    return Files.writeString(folder.resolve("large.csv"), lines.toString());
  }

  @Test
  void onlyTheNewestReadingIsHeardOf() throws IOException {
    Path file = FerryTable.in(folder);
    reader.read(file, TableChoices.NONE, _ -> {}, read::add);
    reader.read(file, TableChoices.NONE.withTarget("rescued"), _ -> {}, read::add);
    work();
    assertThat(read)
        .singleElement()
        .isInstanceOfSatisfying(
            TableOutcome.Read.class,
            outcome -> assertThat(outcome.reading().target()).isEqualTo(4));
  }

  @Test
  void tellsHowFarItIsAndEndsAsSoonAsItIsStopped() throws IOException {
    Path file = large();
    List<Double> shares = new ArrayList<>();
    reader.read(file, TableChoices.NONE, shares::add, read::add);
    work();
    assertThat(shares).isSorted().hasSizeBetween(10, 50);
    assertThat(read).hasSize(1);
    List<Double> fewer = new ArrayList<>();
    reader.read(
        file,
        TableChoices.NONE,
        share -> {
          fewer.add(share);
          reader.stop();
        },
        read::add);
    work();
    assertThat(fewer).hasSize(1);
    assertThat(read).hasSize(1);
  }

  @Test
  void takingSamplesTellsHowFarItIsAndEndsTheSameWay() throws IOException {
    DataSource source = Preset.table(new DataSource.Table(large().toString()));
    List<PreparedData> taken = new ArrayList<>();
    List<Message> refused = new ArrayList<>();
    List<Double> shares = new ArrayList<>();
    reader.prepare(source, shares::add, taken::add, refused::add);
    work();
    assertThat(shares).isSorted().hasSizeBetween(10, 50);
    assertThat(taken).hasSize(1);
    reader.prepare(source, _ -> reader.stop(), taken::add, refused::add);
    work();
    assertThat(taken).hasSize(1);
    assertThat(refused).isEmpty();
  }

  @Test
  void whatFailsIsASentenceOfTheSheet() {
    reader.read(folder.resolve("none.csv"), TableChoices.NONE, _ -> {}, read::add);
    work();
    assertThat(read).singleElement().isInstanceOf(TableOutcome.Refused.class);
  }
}
