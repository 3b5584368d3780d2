package org.gradloom.cli;

import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.gradloom.export.ExportKind;
import org.gradloom.export.ExportOrder;
import org.gradloom.export.ExportSetting;
import org.gradloom.export.Headway;
import org.gradloom.files.AtomicFile;
import org.gradloom.text.InvalidInput;
import org.gradloom.text.Message;
import org.gradloom.text.Quote;

/**
 * What {@code export} writes: a file in the form that its ending names, whole or not at all. A file
 * that is there already is left alone unless it is said that it may go: a terminal that asked would
 * hold up every script.
 *
 * @param to the file's name as it was given
 * @param replaces whether a file of this name may be replaced
 * @param said what was said of the export beside its form
 */
record Export(String to, Optional<String> as, boolean replaces, List<ExportSetting> said) {
  /**
   * Passes where a file may be written; nothing is made for a name that is taken.
   *
   * @param name as it was given
   * @param replaces whether what is there may go
   */
  static void requirePlace(Path file, String name, boolean replaces) {
    if (!replaces && Files.exists(file) && !Files.isDirectory(file)) {
      throw new InvalidInput("cli.exportExists", name, CommandLineModel.FORCE);
    }
    AtomicFile.requireWritable(file);
  }

  /** Writes it, and answers what there is to know of it. */
  List<Message> write(ExportOrder order, Headway headway) {
    if (to.isBlank()) {
      throw new InvalidInput("cli.noExport");
    }
    Path file;
    try {
      file = Path.of(to);
    } catch (InvalidPathException _) {
      throw new InvalidInput("cli.wrongPath", Quote.of(to));
    }
    ExportKind kind = ExportKind.of(to, as);
    kind.requireName(to);
    said.forEach(kind::requireHeeds);
    requirePlace(file, to, replaces);
    AtomicFile.write(file, kind.write(order, headway));
    return kind.remark(order).stream().toList();
  }
}
