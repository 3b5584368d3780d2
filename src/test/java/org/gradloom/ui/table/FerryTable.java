package org.gradloom.ui.table;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;

/**
 * A table as people keep them: the class in the middle, names and tickets that are texts, cabins
 * that are mostly missing, ages of which every fifth is, and one harbour that is also spelt
 * otherwise.
 */
public final class FerryTable {
  public static final int LINES = 60;

  private FerryTable() {}

  /** Writes it into a folder. */
  public static Path in(Path folder) throws IOException {
    StringBuilder lines = new StringBuilder("no;name;deck;age;rescued;fare;cabin;port\n");
    for (int i = 1; i <= LINES; i++) {
      boolean upper = i % 3 == 0;
      lines.append(
          String.format(
              Locale.ROOT,
              "%d;Passenger %d of %d;%s;%s;%s;%s;%s;%s%n",
              i,
              i,
              i * i,
              upper ? "1st" : "3rd",
              i % 5 == 0 ? "" : 20 + i % 40,
              upper == (i % 10 != 0) ? "yes" : "no",
              i + ",5",
              i % 5 > 2 ? "C" + i : "",
              i % 4 == 1 ? "Sund" : i == 7 ? "holm" : "Holm"));
    }
    return Files.writeString(folder.resolve("ferry.csv"), lines.toString().replace("\r", ""));
  }
}
