package org.gradloom.files;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import org.gradloom.practice.Pack;

/** Writes packs as {@link PackReader} reads them back. */
public final class PackWriter {
  private PackWriter() {}

  /**
   * Saves a pack, whole or not at all.
   *
   * @throws org.gradloom.text.InvalidInput if it cannot be saved there; what was there remains
   */
  public static void save(Pack pack, Path file) {
    AtomicFile.write(file, target -> JsonWriter.write(target, json -> write(pack, json)));
  }

  /** Writes one where a value stands. */
  static void write(Pack pack, JsonWriter json) {
    new Writing(json).pack(pack);
  }

  private record Writing(JsonWriter json) {
    void pack(Pack pack) {
      json.startObject();
      json.whole(PackReader.MARK, PackReader.VERSION);
      json.text("title", pack.title());
      if (!pack.intro().isEmpty()) {
        json.text("intro", pack.intro());
      }
      json.startList("items");
      pack.items().forEach(this::item);
      json.endList();
      if (pack.shuffle()) {
        json.truth("shuffle", true);
      }
      json.endObject();
    }

    private void item(Pack.Item item) {
      json.startObject();
      json.text("kind", item.kind().documentName());
      seeds(item.seeds());
      item.sizes()
          .ifPresent(sizes -> {
            json.startObject("sizes");
            json.whole("N", sizes.samples());
            json.whole("D", sizes.features());
            json.whole("M", sizes.neurons());
            json.endObject();
          });
      item.numbers()
          .ifPresent(own -> {
            json.name("lesson");
            LessonWriter.write(own, json);
          });
      item.question().ifPresent(words -> new BeatWriter(json).wording("question", words));
      json.endObject();
    }

    private void seeds(List<Long> seeds) {
      boolean row =
          IntStream.range(0, seeds.size()).allMatch(n -> seeds.get(n) == seeds.getFirst() + n);
      if (!row) {
        json.startList("seeds");
        seeds.forEach(json::whole);
        json.endList();
        return;
      }
      json.whole("seed", seeds.getFirst());
      if (seeds.size() > 1) {
        json.whole("count", seeds.size());
      }
    }
  }
}
