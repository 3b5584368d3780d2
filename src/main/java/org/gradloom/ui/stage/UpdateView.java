package org.gradloom.ui.stage;

import java.util.List;
import java.util.Optional;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;
import org.gradloom.derivation.Narration;
import org.gradloom.derivation.Notation;
import org.gradloom.derivation.Step;
import org.gradloom.derivation.ViewNames;
import org.gradloom.engine.ParameterStep;
import org.gradloom.formula.FormulaStyle;
import org.gradloom.lesson.ViewPart;
import org.gradloom.matrix.Cell;
import org.gradloom.matrix.Numbers;
import org.gradloom.matrix.Shape;
import org.gradloom.text.Texts;
import org.gradloom.typeset.TexRenderer;
import org.gradloom.ui.store.Action;
import org.gradloom.ui.store.Explore;
import org.gradloom.ui.store.Store;

/** A parameter, η times what the optimizer makes of its gradient, what is left, and what L does. */
final class UpdateView extends BandedView {
  private final Texts texts;
  private final NamedMatrix before;
  private final NamedMatrix direction;
  private final NamedMatrix after;
  private final Label minus = new Label();
  private final Label equals = new Label("=");
  private final Label numbers = new Label();
  private final NamedMatrix lossBefore;
  private final NamedMatrix lossAfter;
  private final Label losses = new Label();
  private final Label remark = new Label();
  private final ViewBand learning;
  private final ViewBand kept;
  private final ViewBand loss;
  private final StepLosses lossesOf = new StepLosses();
  private boolean frozen;

  UpdateView(Store store, Texts texts, TexRenderer renderer) {
    super("update");
    this.texts = texts;
    before = new NamedMatrix("update-before", ink(), texts, renderer);
    direction = new NamedMatrix("update-direction", ink(), texts, renderer);
    after = new NamedMatrix("update-after", ink(), texts, renderer);
    lossBefore = new NamedMatrix("update-loss-before", ink(), texts, renderer);
    lossAfter = new NamedMatrix("update-loss-after", ink(), texts, renderer);
    for (NamedMatrix matrix : List.of(before, direction, after)) {
      matrix.setOnChoose(cell -> {
        Explore state = store.state().explore();
        store.dispatch(new Action.Go(new UpdateContents(state, texts).placeOf(cell)));
      });
    }
    numbers.getStyleClass().add("view-sum");
    remark.getStyleClass().add("view-note");
    ViewWords.dress(numbers, "update-numbers");
    ViewWords.dress(losses, "update-losses");
    ViewWords.dress(remark, "update-remark");
    VBox words = new VBox(numbers);
    learning = new ViewBand(List.of(before, direction, after), List.of(minus, equals), words);
    kept = new ViewBand(List.of(before, after), List.of(equals), words);
    loss =
        new ViewBand(
            List.of(lossBefore, lossAfter), List.of(new Label("→")), new VBox(losses, remark));
    getChildren().addAll(learning.nodes());
    getChildren().addAll(loss.nodes());
  }

  @Override
  List<ViewBand> bands() {
    return List.of(frozen ? kept : learning, loss);
  }

  @Override
  void draw(Explore state) {
    Step step = state.step();
    ParameterStep update = ParameterStep.of(step.trace(), step.result());
    UpdateContents contents = new UpdateContents(state, texts);
    Notation notation = new Notation(step.lesson());
    frozen = update.isFrozen();
    direction.setVisible(!frozen);
    boolean tells = !step.cover().hides(ViewPart.SYMBOLS);
    minus.setVisible(!frozen && tells);
    equals.setVisible(tells);
    Shape shape = step.lesson().writtenShape(step.result());
    Cell here = step.writtenCell();
    before.show(
        matter(
            notation.tex(update.of()),
            notation.plain(update.of()),
            shape,
            contents.before(),
            here));
    direction.show(
        matter(
            ViewNames.direction(step.lesson(), update.of(), FormulaStyle.TEX),
            ViewNames.direction(step.lesson(), update.of(), FormulaStyle.PLAIN),
            shape,
            contents.direction(),
            here));
    after.show(
        matter(
            notation.tex(step.result()),
            notation.plain(step.result()),
            shape,
            contents.after(),
            here));
    minus.setText(
        texts.get("view.update.minus", Numbers.format(step.lesson().optimizer().learningRate())));
    ViewWords.say(numbers, tells ? contents.numbers().orElse("") : "");
    Optional<StepLosses.Both> both = lossesOf.of(step);
    UpdateContents.OfLoss ofLoss = new UpdateContents.OfLoss(step, both, texts);
    lossBefore.show(ofLoss(ofLoss.before(), "view.update.lossBefore"));
    lossAfter.show(ofLoss(ofLoss.after(), "view.update.lossAfter"));
    ViewWords.say(losses, losses(step, both).orElse(""));
    ViewWords.say(remark, remark(step, update).orElse(""));
    after.announce(texts.say(Narration.spoken(step)));
  }

  private static NamedMatrix.Matter matter(
      String tex, String plain, Shape shape, NumberContents contents, Cell here) {
    return new NamedMatrix.Matter(tex, plain, "", shape, contents, here);
  }

  private NamedMatrix.Matter ofLoss(NumberContents contents, String caption) {
    return new NamedMatrix.Matter(
        "L", "L", texts.get(caption), new Shape(1, 1), contents, new Cell(0, 0));
  }

  private Optional<String> losses(Step step, Optional<StepLosses.Both> both) {
    return StepLosses.areCovered(step)
        ? Optional.of(texts.get("view.update.lossCovered"))
        : Optional.of(
            both.map(known -> texts.get("view.update.change", Numbers.format(known.change())))
                .orElse(texts.get("view.update.tooLarge")));
  }

  private Optional<String> remark(Step step, ParameterStep update) {
    if (update.isFrozen()) {
      return Optional.of(
          texts.get("view.update.frozen", new Notation(step.lesson()).plain(update.of())));
    }
    return step.lesson().layers().size() > 1 || step.lesson().layers().getFirst().hasBias()
        ? Optional.of(texts.get("view.update.allAtOnce"))
        : Optional.empty();
  }
}
