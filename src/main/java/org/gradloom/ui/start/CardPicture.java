package org.gradloom.ui.start;

import java.util.Optional;
import javafx.scene.AccessibleRole;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.GridPane;
import org.gradloom.derivation.Derivation;
import org.gradloom.derivation.Operation;
import org.gradloom.derivation.Step;
import org.gradloom.lesson.Beat;
import org.gradloom.lesson.Lesson;
import org.gradloom.lesson.Place;
import org.gradloom.matrix.Cell;
import org.gradloom.matrix.Numbers;
import org.gradloom.text.InvalidInput;
import org.gradloom.text.Texts;
import org.jspecify.annotations.Nullable;

/**
 * A lesson's first product in small: the row that meets the columns, and a question mark where the
 * first beat stands.
 */
final class CardPicture {
  /** A taller one would push the path out of sight. */
  private static final int MOST_TERMS = 3;

  private static final int MOST_COLUMNS = 3;

  private CardPicture() {}

  /** Nothing where the first beat stands at no cell of a product, or at one of a large product. */
  static Optional<Node> of(Lesson lesson, Texts texts) {
    Lesson whole = lesson.withEveryBeatInAScene();
    Beat first = whole.beats().getFirst();
    return whole.in(first).flatMap(scene -> picture(Derivation.of(scene), first, texts));
  }

  private static Optional<Node> picture(Derivation derivation, Beat first, Texts texts) {
    return cellOf(first.at())
        .flatMap(at -> step(derivation, at))
        .flatMap(step -> {
          int columns = step.trace().matrix(step.result()).columns();
          boolean isSmall = step.terms() <= MOST_TERMS && columns <= MOST_COLUMNS;
          boolean isPlain =
              step.operation() instanceof Operation.Product && !step.isAddend(step.terms() - 1);
          return isSmall && isPlain && !step.lesson().convention().samplesAreColumns()
              ? Optional.of(picture(derivation, step, columns, texts))
              : Optional.empty();
        });
  }

  private static Optional<Place.OfCell> cellOf(@Nullable Place at) {
    return switch (at) {
      case null -> Optional.empty();
      case Place.OfMatrix _ -> Optional.empty();
      case Place.OfCell cell -> Optional.of(cell);
      case Place.OfTerm(var operand, var cell, _) -> Optional.of(new Place.OfCell(operand, cell));
    };
  }

  private static Optional<Step> step(Derivation derivation, Place at) {
    try {
      return Optional.of(derivation.at(at));
    } catch (InvalidInput _) {
      return Optional.empty();
    }
  }

  private static Node picture(Derivation derivation, Step step, int columns, Texts texts) {
    GridPane cells = new GridPane();
    cells.getStyleClass().add("card-picture");
    int terms = step.terms();
    int chosen = step.cell().column();
    for (int t = 0; t < terms; t++) {
      cells.add(cell(Numbers.format(step.value(step.left(t).orElseThrow())), "left"), t, terms + 1);
      for (int j = 0; j < columns; j++) {
        Step beside =
            derivation.at(new Place.OfCell(step.result(), new Cell(step.cell().row(), j)));
        String number = Numbers.format(beside.value(beside.right(t).orElseThrow()));
        cells.add(cell(number, j == chosen ? "right" : "plain"), terms + 1 + j, t);
      }
    }
    for (int j = 0; j < columns; j++) {
      cells.add(j == chosen ? cell("?", "asked") : cell("", "covered"), terms + 1 + j, terms + 1);
    }
    Label corner = new Label();
    corner.getStyleClass().add("card-picture-gap");
    cells.add(corner, terms, terms);
    cells.setAccessibleRole(AccessibleRole.IMAGE_VIEW);
    cells.setAccessibleText(texts.get("start.picture"));
    return cells;
  }

  private static Label cell(String number, String look) {
    Label cell = new Label(number);
    cell.getStyleClass().addAll("card-cell", look);
    return cell;
  }
}
