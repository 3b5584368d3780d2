package org.gradloom.ui.stage;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import javafx.geometry.Bounds;
import javafx.geometry.Dimension2D;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import org.gradloom.derivation.LayerJacobian;
import org.gradloom.derivation.Narration;
import org.gradloom.derivation.Step;
import org.gradloom.derivation.ViewNames;
import org.gradloom.formula.MatrixSymbol;
import org.gradloom.formula.Operand;
import org.gradloom.lesson.ViewPart;
import org.gradloom.text.Texts;
import org.gradloom.typeset.TexRenderer;
import org.gradloom.ui.control.CellMetrics;
import org.gradloom.ui.control.DotMap;
import org.gradloom.ui.control.NodeVisibility;
import org.gradloom.ui.store.Action;
import org.gradloom.ui.store.Explore;
import org.gradloom.ui.store.Store;

/**
 * dZ/dW or dZ/dX of the present layer, which nobody builds, contracted with dL/dZ: the lit column
 * stands beside dL/dZ, and below it stands what is left. Where it is too large for numbers it is a
 * map of dots, where it is too large for that only counts.
 */
final class JacobianView extends OtherView {
  private static final int DIGITS = 4;
  private static final int MOST_ROWS = 12;
  private static final int MOST_COLUMNS = 24;
  private static final long MOST_DOTS = 1_000_000;

  /** The width of the cards with figures. */
  private static final double FIGURES = 20.5;

  /** Where words below the entries begin, in pixels. */
  private static final double SAID_AT = 4;

  /** Between the entries and the figures, where there is more room than both need. */
  private static final double APART = 3;

  /** What both cards are high, one below the other, and what the one of this layer is. */
  private static final double BOTH_HIGH = 30;

  private static final double HERE_HIGH = 10;

  private static final double USUAL_HIGH = 19.5;

  /** What words need that stand for the cards. */
  private static final double WORDS_HIGH = 3.4;

  private final Store store;
  private final Texts texts;
  private final JacobianBlock block;
  private final DotMap dots;
  private final Region ring = new Region();
  private final ToggleButton byWeights = new ToggleButton();
  private final ToggleButton byInputs = new ToggleButton();
  private final HBox choice = new HBox(byWeights, byInputs);
  private final Label caption = new Label();
  private final Label said = new Label();
  private final Label brief = new Label();
  private final JacobianFigures figures;

  /** Where the figures will stand: what asks for them stands beyond it already. */
  private final Region kept = new Region();

  /** The least width of a map of dots. */
  private static final double LEAST_MAP = 18;

  /** How the entries are drawn. */
  private enum Drawing {
    NUMBERS,
    DOTS,
    NONE
  }

  JacobianView(Store store, Texts texts, TexRenderer renderer) {
    super("jacobian-view");
    this.store = store;
    this.texts = texts;
    this.block = new JacobianBlock(ink(), renderer, texts, this::choose);
    this.dots = new DotMap("jacobian-dots", ink());
    this.figures = new JacobianFigures(texts);
    ring.getStyleClass().add("view-ring");
    ring.setMouseTransparent(true);
    kept.setMouseTransparent(true);
    caption.setId("jacobian-caption");
    caption.getStyleClass().add("matrix-caption");
    said.setId("jacobian-said");
    said.getStyleClass().add("view-note");
    said.setWrapText(true);
    brief.setId("jacobian-brief");
    brief.setWrapText(true);
    choice.getStyleClass().add("segmented");
    ToggleGroup group = new ToggleGroup();
    dress(byWeights, group, "jacobian-by-weights", MatrixSymbol.DW);
    dress(byInputs, group, "jacobian-by-inputs", MatrixSymbol.DX);
    dots.setOnChoose(entry -> choose(places -> places.ofEntry(entry)));
    for (Node node :
        List.of(
            choice,
            caption,
            block,
            dots,
            ring,
            said,
            brief,
            kept,
            figures.here(),
            figures.usual())) {
      node.setManaged(false);
      getChildren().add(node);
    }
  }

  private void dress(ToggleButton button, ToggleGroup group, String id, MatrixSymbol gradient) {
    button.setId(id);
    button.setToggleGroup(group);
    button.setMinWidth(USE_PREF_SIZE);
    button.setOnAction(event -> {
      // One of them is always chosen.
      button.setSelected(true);
      JacobianPlaces.other(store.state().explore().step(), gradient).ifPresent(store::dispatch);
    });
  }

  // ---- what is clicked

  private Optional<LayerJacobian> jacobian(Step step) {
    return LayerJacobian.behind(step.trace(), step.result());
  }

  /** Does what an entry of the present Jacobian, or one of its lines, leads to. */
  private void choose(Function<JacobianPlaces, Action> way) {
    Explore state = store.state().explore();
    jacobian(state.step())
        .map(jacobian -> way.apply(new JacobianPlaces(state, jacobian)))
        .ifPresent(store::dispatch);
  }

  // ---- what is shown

  @Override
  void draw(Explore state) {
    Step step = state.step();
    jacobian(step)
        .ifPresent(jacobian -> {
          int layer = step.result().layer();
          byWeights.setText(
              ViewNames.slopes(state.lesson(), jacobian.z(), new Operand(layer, MatrixSymbol.W)));
          byInputs.setText(
              ViewNames.slopes(state.lesson(), jacobian.z(), new Operand(layer, MatrixSymbol.X)));
          boolean weights = jacobian.counts().byWeights();
          byWeights.setSelected(weights);
          byInputs.setSelected(!weights);
          caption.setText(
              // How many there are may be what is asked.
              step.cover().hides(ViewPart.GRID) && state.isAsking()
                  ? texts.get("view.jacobian.covered")
                  : texts.get(
                      "view.jacobian.caption",
                      jacobian.rows(),
                      jacobian.columns(),
                      ViewNames.any(state.lesson(), jacobian.z()),
                      ViewNames.any(state.lesson(), jacobian.variable())));
          block.name(state, jacobian);
          dots.announce(texts.say(Narration.spoken(step)));
        });
  }

  private static Drawing drawing(LayerJacobian jacobian) {
    if (jacobian.rows() <= MOST_ROWS && jacobian.columns() <= MOST_COLUMNS) {
      return Drawing.NUMBERS;
    }
    return jacobian.counts().entries() <= MOST_DOTS ? Drawing.DOTS : Drawing.NONE;
  }

  @Override
  Optional<Bounds> keptInSight() {
    return block.isVisible() ? block.lit().map(block::localToParent) : Optional.empty();
  }

  @Override
  StageLayout.Extent arrange(Explore state, StageLayout.Extent area, StageLayout.Extent whole) {
    return jacobian(state.step())
        .map(jacobian -> arrange(state, jacobian, area, whole))
        .orElse(new StageLayout.Extent(0, 0));
  }

  private StageLayout.Extent arrange(
      Explore state, LayerJacobian jacobian, StageLayout.Extent area, StageLayout.Extent whole) {
    JacobianContents contents = new JacobianContents(state, jacobian, DIGITS, texts);
    double em = em();
    boolean hidesNumbers = state.derivation().cover().hidesSomeOf(jacobian.repeated());
    Drawing drawing = drawing(jacobian);
    boolean counted = !contents.isCovered();
    if (counted) {
      figures.show(state.lesson(), jacobian, hidesNumbers, em);
    }
    boolean withUsual = !state.willAskAbout(ViewPart.GRID);
    block.setVisible(drawing == Drawing.NUMBERS);
    dots.setVisible(drawing == Drawing.DOTS);
    ring.setVisible(contents.traces() && !contents.isCovered() && drawing == Drawing.DOTS);
    choice.autosize();
    choice.relocate(0, CellMetrics.HALO);
    caption.autosize();
    caption.relocate(
        choice.getWidth() + 1.2 * em,
        Math.rint(CellMetrics.HALO + (choice.getHeight() - caption.getHeight()) / 2));
    choice.setVisible(!isAlone());
    caption.setVisible(!isAlone());
    double top = isAlone() ? CellMetrics.HALO : choice.getHeight() + 0.9 * em;
    // The figures come with the answer: nothing moves then, so their place is kept before.
    boolean wide = isWideEnough(contents, jacobian, top, area);
    StageLayout.Extent room = wide ? area : whole;
    boolean beside = isWideEnough(contents, jacobian, top, room);
    boolean high = room.height() >= (withUsual ? BOTH_HIGH : HERE_HIGH) * em;
    // Before a class nothing may have to be scrolled to.
    boolean inWords = isAlone() && !(high && beside);
    boolean usualBeside = inWords && beside && withUsual && room.height() >= USUAL_HIGH * em;
    NodeVisibility.set(figures.here(), counted && !inWords);
    NodeVisibility.set(figures.usual(), counted && withUsual && (!inWords || usualBeside));
    figures.here().setManaged(false);
    figures.usual().setManaged(false);
    brief.setVisible(counted && inWords);
    block.setSaysSums(!inWords);
    StageLayout.Extent forEntries =
        inWords ? new StageLayout.Extent(room.width(), room.height() - WORDS_HIGH * em) : room;
    StageLayout.Extent drawn =
        switch (drawing) {
          case NUMBERS -> numbers(contents, top, forEntries);
          case DOTS -> dots(contents, jacobian, top, forEntries);
          case NONE -> none(top, forEntries);
        };
    kept.setVisible(!counted && !inWords && wide);
    if (!counted) {
      kept.resizeRelocate(Math.rint(leftOfFigures(drawn, room, FIGURES * em)), 0, FIGURES * em, 1);
      return new StageLayout.Extent(room.width(), drawn.height());
    }
    return inWords
        ? brief(figures.brief(state.lesson(), jacobian, withUsual && !usualBeside), drawn, room)
        : figures(drawn, room, drawing != Drawing.NONE);
  }

  /** In words below the entries. */
  private StageLayout.Extent brief(
      String words, StageLayout.Extent drawn, StageLayout.Extent room) {
    double card = FIGURES * em();
    double width =
        room.width() - (figures.usual().isVisible() ? card + 0.7 * em() : 0) - CellMetrics.HALO;
    brief.setText(words);
    double height = Math.ceil(brief.prefHeight(width));
    double top = Math.rint(drawn.height() + 0.3 * em());
    brief.resizeRelocate(CellMetrics.HALO, top, width, height);
    figures
        .usual()
        .resizeRelocate(
            Math.rint(room.width() - card), 0, card, Math.ceil(figures.usual().prefHeight(card)));
    return new StageLayout.Extent(Math.max(room.width(), drawn.width()), top + height);
  }

  /** True if the entries and the figures have room side by side. */
  private boolean isWideEnough(
      JacobianContents contents, LayerJacobian jacobian, double top, StageLayout.Extent area) {
    return switch (drawing(jacobian)) {
      case NUMBERS ->
          block.fits(contents, em(), area.width() - FIGURES * em(), area.height() - top);
      case DOTS -> area.width() >= (LEAST_MAP + FIGURES) * em();
      case NONE -> area.width() >= 2 * FIGURES * em();
    };
  }

  // ---- as numbers

  private StageLayout.Extent numbers(
      JacobianContents contents, double top, StageLayout.Extent area) {
    double em = em();
    double height = area.height() - top;
    block.show(contents, em, area.width() - (FIGURES + 1.1) * em, area.width(), height);
    block.autosize();
    block.relocate(0, top);
    block.layout();
    said.setVisible(false);
    return new StageLayout.Extent(
        Math.ceil(Math.max(block.getWidth(), captionEnd())), Math.ceil(top + block.getHeight()));
  }

  // ---- as dots

  private StageLayout.Extent dots(
      JacobianContents contents, LayerJacobian jacobian, double top, StageLayout.Extent area) {
    double em = em();
    double beside = area.width() - (FIGURES + 2) * em;
    double width = beside >= LEAST_MAP * em ? beside : area.width();
    double height = Math.max(12 * em, area.height() - top - 4 * em);
    double cell = Math.min(width / jacobian.columns(), height / jacobian.rows());
    Dimension2D pixels =
        new Dimension2D(
            Math.rint(Math.clamp(cell * jacobian.columns(), width / 3, width)),
            Math.rint(Math.clamp(cell * jacobian.rows(), height / 3, height)));
    dots.show(contents.dots(), pixels);
    dots.autosize();
    dots.relocate(4, top);
    double one = pixels.getWidth() / jacobian.columns();
    ring.resizeRelocate(
        Math.rint(4 + contents.column() * one) - 3,
        top - 3,
        Math.max(1, Math.rint(one)) + 6,
        pixels.getHeight() + 6);
    double below = top + pixels.getHeight() + 0.5 * em;
    if (contents.isCovered()) {
      said.setVisible(false);
      return new StageLayout.Extent(
          Math.ceil(Math.max(pixels.getWidth() + SAID_AT, captionEnd())), Math.ceil(below));
    }
    return said("view.jacobian.map", below, Math.max(pixels.getWidth(), 18 * em));
  }

  private StageLayout.Extent none(double top, StageLayout.Extent area) {
    return said("view.jacobian.tooLarge", top, Math.min(area.width(), 26 * em()));
  }

  private StageLayout.Extent said(String key, double top, double width) {
    said.setVisible(true);
    said.setText(texts.get(key));
    double height = Math.ceil(said.prefHeight(width));
    said.resizeRelocate(SAID_AT, Math.rint(top), width, height);
    return new StageLayout.Extent(
        Math.ceil(Math.max(width + SAID_AT, captionEnd())), Math.ceil(top + height));
  }

  /** Before a class there is no caption, and it takes no room. */
  private double captionEnd() {
    return caption.isVisible() ? caption.getLayoutX() + caption.getWidth() : 0;
  }

  // ---- the figures

  /** Close to the entries, as far as they leave room. */
  private double leftOfFigures(StageLayout.Extent block, StageLayout.Extent area, double width) {
    return Math.min(area.width() - width, block.width() + APART * em());
  }

  /** Beside the entries, or below where they leave no room or there are none. */
  private StageLayout.Extent figures(
      StageLayout.Extent block, StageLayout.Extent area, boolean drawn) {
    double em = em();
    double gap = 0.7 * em;
    double width = Math.max(FIGURES * em, Math.ceil(figures.here().prefWidth(-1)));
    double x = leftOfFigures(block, area, width);
    boolean beside = drawn && x >= block.width() + gap;
    double hereHeight = Math.ceil(figures.here().prefHeight(width));
    double usualHeight =
        figures.usual().isVisible() ? Math.ceil(figures.usual().prefHeight(width)) : 0;
    if (beside) {
      figures.here().resizeRelocate(Math.rint(x), 0, width, hereHeight);
      figures.usual().resizeRelocate(Math.rint(x), Math.rint(hereHeight + gap), width, usualHeight);
      return new StageLayout.Extent(
          area.width(), Math.max(block.height(), hereHeight + gap + usualHeight));
    }
    double top = Math.rint(block.height() + gap);
    boolean both = area.width() >= 2 * width + gap;
    figures.here().resizeRelocate(0, top, width, hereHeight);
    figures
        .usual()
        .resizeRelocate(
            both ? width + gap : 0,
            both ? top : Math.rint(top + hereHeight + gap),
            width,
            usualHeight);
    return new StageLayout.Extent(
        Math.max(block.width(), both ? 2 * width + gap : width),
        top + (both ? Math.max(hereHeight, usualHeight) : hereHeight + gap + usualHeight));
  }
}
