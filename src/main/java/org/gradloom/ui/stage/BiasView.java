package org.gradloom.ui.stage;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;
import org.gradloom.derivation.BiasAsWeight;
import org.gradloom.derivation.Bordered;
import org.gradloom.derivation.MatrixFormula;
import org.gradloom.derivation.Narration;
import org.gradloom.derivation.Notation;
import org.gradloom.derivation.Operation;
import org.gradloom.derivation.Step;
import org.gradloom.derivation.ViewNames;
import org.gradloom.formula.FormulaStyle;
import org.gradloom.formula.MatrixSymbol;
import org.gradloom.formula.Operand;
import org.gradloom.lesson.Edit;
import org.gradloom.lesson.Place;
import org.gradloom.lesson.ViewPart;
import org.gradloom.matrix.Cell;
import org.gradloom.rule.WeightPenalty;
import org.gradloom.text.Texts;
import org.gradloom.typeset.TexRenderer;
import org.gradloom.ui.store.Action;
import org.gradloom.ui.store.Explore;
import org.gradloom.ui.store.Store;

/** A layer whose bias is the weight on one more input that is always 1. */
final class BiasView extends BandedView {
  private final Store store;
  private final Texts texts;
  private final NamedMatrix left;
  private final NamedMatrix right;
  private final NamedMatrix result;
  private final Label numbers = new Label();
  private final Label note = new Label();
  private final Label none = new Label();
  private final Button give;
  private final ViewBand product;
  private final ViewBand without;
  private boolean hasBias;

  BiasView(Store store, Texts texts, TexRenderer renderer) {
    super("bias-view");
    this.store = store;
    this.texts = texts;
    left = new NamedMatrix("bias-left", ink(), texts, renderer);
    right = new NamedMatrix("bias-right", ink(), texts, renderer);
    result = new NamedMatrix("bias-result", ink(), texts, renderer);
    left.setOnChoose(cell ->
        go(contents ->
            contents.placeOf(new Cell(cell.row(), contents.current().column()), cell.column())));
    right.setOnChoose(cell ->
        go(contents ->
            contents.placeOf(new Cell(contents.current().row(), cell.column()), cell.row())));
    result.setOnChoose(cell -> go(contents -> contents.placeOf(cell)));
    numbers.getStyleClass().add("view-sum");
    note.getStyleClass().add("view-note");
    ViewWords.dress(numbers, "bias-numbers");
    ViewWords.dress(note, "bias-note");
    ViewWords.dress(none, "bias-none");
    give = new Button(texts.get("view.bias.give"));
    give.setId("bias-give");
    give.setOnAction(event ->
        store.dispatch(
            new Action.Apply(
                new Edit.SetBias(store.state().explore().step().result().layer(), true))));
    product =
        new ViewBand(
            List.of(left, right, result),
            List.of(new Label("·"), new Label("=")),
            new VBox(numbers, note));
    without = new ViewBand(List.of(), List.of(), new VBox(none, give));
    getChildren().addAll(product.nodes());
    getChildren().addAll(without.nodes());
  }

  /** Where a click leads, by what is shown. */
  @FunctionalInterface
  private interface Leads {
    Place to(BiasContents contents);
  }

  private void go(Leads leads) {
    Explore state = store.state().explore();
    BiasAsWeight.of(state.step())
        .map(shown -> new BiasContents(state, shown, texts))
        .ifPresent(contents -> store.dispatch(new Action.Go(leads.to(contents))));
  }

  @Override
  List<ViewBand> bands() {
    return List.of(hasBias ? product : without);
  }

  @Override
  void draw(Explore state) {
    Optional<BiasAsWeight> shown = BiasAsWeight.of(state.step());
    hasBias = shown.isPresent();
    product.nodes().forEach(node -> node.setVisible(hasBias));
    without.nodes().forEach(node -> node.setVisible(!hasBias));
    shown.ifPresent(bordered -> draw(state, bordered));
    none.setText(
        texts.get(
            state.lesson().layers().size() == 1 ? "view.bias.none" : "view.bias.noneOf",
            state.step().result().layer() + 1));
  }

  private void draw(Explore state, BiasAsWeight shown) {
    Step step = state.step();
    BiasContents contents = new BiasContents(state, shown, texts);
    Cell here = contents.current();
    int term = Math.min(step.term(), shown.terms() - 1);
    left.show(
        matter(
            shown.left(), contents.left(), new Cell(here.row(), term), NamedMatrix.Terms.COLUMNS));
    right.show(
        matter(
            shown.right(),
            contents.right(),
            new Cell(term, here.column()),
            NamedMatrix.Terms.ROWS));
    result.show(matter(shown.result(), contents.result(), here, NamedMatrix.Terms.NONE));
    ViewWords.say(numbers, contents.numbers().orElse(""));
    ViewWords.say(note, note(step).orElse(""));
    result.announce(texts.say(Narration.spoken(step)));
  }

  /** True while what the bias is the weight on must not be seen. */
  private boolean coversOnes() {
    return store.state().explore().derivation().cover().hides(ViewPart.ONES);
  }

  private String said(Bordered matrix) {
    return switch (matrix.border()) {
      case null -> "";
      case Bordered.Ones _ when coversOnes() ->
          texts.get(matrix.below() ? "view.bias.rowBelow" : "view.bias.columnBeside");
      case Bordered.Ones _ ->
          texts.get(matrix.below() ? "view.bias.onesBelow" : "view.bias.onesBeside");
      case Bordered.OfBias(var bias) ->
          texts.get(
              matrix.below() ? "view.bias.below" : "view.bias.beside",
              new Notation(matrix.lesson()).plain(bias.operand()));
    };
  }

  private NamedMatrix.Matter matter(
      Bordered matrix, NumberContents contents, Cell current, NamedMatrix.Terms terms) {
    return new NamedMatrix.Matter(
        ViewNames.bordered(matrix, coversOnes(), FormulaStyle.TEX),
        ViewNames.bordered(matrix, coversOnes(), FormulaStyle.PLAIN),
        said(matrix),
        matrix.shape(),
        contents,
        current,
        terms);
  }

  private Optional<String> note(Step step) {
    if (step.cover().hides(ViewPart.ONES)) {
      return Optional.of(texts.get("view.bias.onesCovered"));
    }
    Notation notation = new Notation(step.lesson());
    int layer = step.result().layer();
    List<WeightPenalty> penalties =
        step.result().quantity() == MatrixSymbol.Z ? List.of() : step.lesson().loss().penalties();
    return Optional.of(
        texts.get("view.bias.note", notation.plain(new Operand(layer, MatrixSymbol.B)))
            + (penalties.isEmpty()
                ? ""
                : " " + texts.get("view.bias.penalty", penalties(step, layer, penalties))));
  }

  private static String penalties(Step step, int layer, List<WeightPenalty> penalties) {
    MatrixFormula rules = new MatrixFormula(step.lesson());
    return penalties.stream()
        .map(rule -> rules.sign(new Operation.Penalty(new Operand(layer, MatrixSymbol.W), rule)))
        .collect(Collectors.joining(" + "));
  }
}
