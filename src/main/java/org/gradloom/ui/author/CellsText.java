package org.gradloom.ui.author;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.gradloom.formula.MatrixSymbol;
import org.gradloom.formula.Operand;
import org.gradloom.lesson.Lesson;
import org.gradloom.lesson.Place;
import org.gradloom.matrix.Cell;
import org.gradloom.matrix.Shape;
import org.gradloom.text.InvalidInput;

/** Cells of a lesson as an author writes them, and those of which one can be chosen. */
final class CellsText {
  /** More entries are no list to choose from. */
  private static final int MOST = 64;

  private static final Pattern BETWEEN = Pattern.compile("[\\s;]+");

  private CellsText() {}

  /** As its convention writes them: {@code layer1/z/2,1 layer1/z/2,2}. */
  static String of(List<Place.OfCell> cells, Lesson lesson) {
    return cells.stream()
        .map(cell -> lesson.convention().turned(cell).toString())
        .collect(Collectors.joining(" "));
  }

  /**
   * The cells that a text names, as they are inside.
   *
   * @throws InvalidInput if one is no cell, or the lesson has none such
   */
  static List<Place.OfCell> read(String text, Lesson lesson) {
    Set<Place.OfCell> cells = new LinkedHashSet<>();
    List<String> words = BETWEEN.splitAsStream(text).filter(word -> !word.isEmpty()).toList();
    for (String word : words) {
      if (!(Place.parse(word) instanceof Place.OfCell written)) {
        throw new InvalidInput("author.noCell", word);
      }
      Place.OfCell cell = lesson.convention().turned(written);
      lesson.require(cell);
      cells.add(cell);
    }
    return List.copyOf(cells);
  }

  /** The inputs that a learner could move, one by one: of each layer, as many as fit a list. */
  static List<Place> movable(Lesson lesson) {
    List<Place> entries = new ArrayList<>();
    Stream<Operand> inputs =
        Stream.concat(
            Stream.of(new Operand(0, MatrixSymbol.X)),
            Stream.iterate(0, layer -> layer <= lesson.lastLayer(), layer -> layer + 1)
                .flatMap(layer ->
                    Stream.of(
                        new Operand(layer, MatrixSymbol.W), new Operand(layer, MatrixSymbol.B))));
    inputs
        .filter(lesson::has)
        .forEach(operand -> {
          Shape shape = lesson.shape(operand);
          for (int n = 0; n < shape.size() && entries.size() < MOST; n++) {
            entries.add(
                new Place.OfCell(operand, new Cell(n / shape.columns(), n % shape.columns())));
          }
        });
    return entries;
  }
}
