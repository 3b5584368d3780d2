package org.gradloom.ui.stage;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.geometry.Insets;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.gradloom.derivation.Derivation;
import org.gradloom.derivation.Notation;
import org.gradloom.derivation.Step;
import org.gradloom.formula.Operand;
import org.gradloom.lesson.Place;
import org.gradloom.marking.GradientComparison;
import org.gradloom.marking.PatternSentences;
import org.gradloom.marking.Slip;
import org.gradloom.matrix.Cell;
import org.gradloom.matrix.Matrix;
import org.gradloom.matrix.Shape;
import org.gradloom.text.Texts;
import org.gradloom.typeset.TexRenderer;
import org.gradloom.ui.control.CellContents;
import org.gradloom.ui.control.CellSize;
import org.gradloom.ui.control.GridContent;
import org.gradloom.ui.control.MatrixGrid;
import org.gradloom.ui.control.NodeVisibility;
import org.gradloom.ui.control.TexLabel;
import org.gradloom.ui.control.TextClipboard;
import org.gradloom.ui.store.Action;
import org.gradloom.ui.store.Explore;
import org.gradloom.ui.store.Store;
import org.gradloom.ui.store.Yours;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/**
 * A gradient of the user's own beside the derived one, in the stage's place: which entries agree,
 * and what makes the others differ. Where the pattern is a matrix of its own it stands beside them.
 */
public final class CompareView extends VBox {
  private static final int MOST_VISIBLE = 16;

  /** Where the third matrix and its arrow begin among the others. */
  private static final int SHARE = 3;

  /** The largest cells first; where room is short, the third matrix goes before cells get small. */
  private static final List<Fit> FITS =
      List.of(
          new Fit(CellSize.NORMAL, true),
          new Fit(CellSize.MEDIUM, true),
          new Fit(CellSize.NORMAL, false),
          new Fit(CellSize.MEDIUM, false),
          new Fit(CellSize.COMPACT, false),
          new Fit(CellSize.TINY, false));

  /** Room for the halo of a ringed cell. */
  private static final double HALO = 4;

  /** A size of cells, and whether the matrix that the pattern is stands beside the two. */
  private record Fit(CellSize size, boolean withShare) {}

  private final Store store;
  private final Texts texts;
  private final TexRenderer renderer;
  private final TextClipboard clipboard;
  private final FlowPane matrices = new FlowPane();
  private final Label count = new Label();
  private final VBox sentences = new VBox();
  private final Button term;
  private final Label readAs = new Label();
  private final List<MatrixGrid> grids = new ArrayList<>();
  private Optional<Yours> shown = Optional.empty();
  private double fitted;

  public CompareView(Store store, Texts texts, TexRenderer renderer, TextClipboard clipboard) {
    this.store = store;
    this.texts = texts;
    this.renderer = renderer;
    this.clipboard = clipboard;
    this.term = new Button(texts.get("compare.showTerm"));
    setId("compare");
    getStyleClass().add("compare");
    matrices.getStyleClass().add("compare-matrices");
    count.setId("compare-count");
    count.getStyleClass().add("muted");
    Button close = new Button("", new FontIcon(Feather.X));
    close.setId("compare-close");
    close.getStyleClass().addAll("flat", "icon-button");
    close.setAccessibleText(texts.get("compare.close"));
    close.setTooltip(new Tooltip(texts.get("compare.close")));
    close.setOnAction(event -> store.dispatch(new Action.EndComparison()));
    StackPane.setAlignment(close, Pos.TOP_RIGHT);
    VBox above = new VBox(matrices, count);
    above.getStyleClass().add("compare-numbers");
    StackPane numbers = new StackPane(above, close);
    numbers.getStyleClass().addAll("card", "compare-card");
    Button another = new Button(texts.get("compare.another"));
    another.setId("compare-another");
    another.setMinWidth(USE_PREF_SIZE);
    another.setOnAction(event -> pasteAnother());
    readAs.setId("compare-read-as");
    readAs.getStyleClass().add("muted");
    readAs.setWrapText(true);
    term.setId("compare-term");
    term.setMinWidth(USE_PREF_SIZE);
    term.setOnAction(event -> showTerm());
    HBox below = new HBox(term, another, readAs);
    below.getStyleClass().add("compare-below");
    sentences.getStyleClass().add("compare-sentences");
    VBox said = new VBox(sentences, below);
    said.getStyleClass().addAll("card", "compare-card");
    numbers.setMinHeight(USE_PREF_SIZE);
    said.setMinHeight(USE_PREF_SIZE);
    setMinHeight(USE_PREF_SIZE);
    getChildren().addAll(numbers, said);
    matrices.widthProperty().subscribe(this::fit);
  }

  private void pasteAnother() {
    shown.ifPresent(
        yours -> Comparing.withClipboard(store, clipboard, yours.compared().gradient()));
  }

  /** Goes to the term that the pattern is about; the next step leads back to its cell. */
  private void showTerm() {
    Step at = store.state().explore().step();
    shown
        .flatMap(yours -> yours.compared().likeliestTerm())
        .ifPresent(one ->
            store.dispatch(new Action.Go(new Place.OfTerm(at.result(), at.cell(), one.which()))));
  }

  /** Shows a comparison, with the walk's cell ringed. */
  public void show(Explore state, Yours yours) {
    GradientComparison compared = yours.compared();
    if (!shown.equals(Optional.of(yours))) {
      shown = Optional.of(yours);
      build(state, yours);
    }
    CompareContents contents =
        new CompareContents(state.derivation(), compared, state.step(), texts);
    grids.get(0).setContent(new GridContent(compared.yours().shape(), contents.yours()));
    grids.get(1).setContent(new GridContent(compared.derived().shape(), contents.derived()));
    NodeVisibility.set(term, compared.likeliestTerm().isPresent());
    say(state.derivation(), yours);
  }

  // ---- the matrices

  private void build(Explore state, Yours yours) {
    GradientComparison compared = yours.compared();
    Notation notation = new Notation(state.lesson());
    CompareContents contents =
        new CompareContents(state.derivation(), compared, state.step(), texts);
    grids.clear();
    matrices.getChildren().clear();
    Operand gradient = compared.gradient();
    TexLabel name = name(notation, gradient);
    add("yours", name, "compare.yours", compared.yours().shape(), contents.yours());
    matrices.getChildren().add(arrow("compare.against"));
    add(
        "engine",
        name(notation, gradient),
        "compare.engines",
        compared.derived().shape(),
        contents.derived());
    if (compared.isShapedAlike()) {
      grids.forEach(grid -> grid.setOnChoose(cell -> choose(gradient, cell)));
    }
    if (!state.derivation().cover().hidesSomeOf(gradient)) {
      share(compared)
          .ifPresent(share -> {
            matrices.getChildren().add(arrow("compare.differBy"));
            Label caption = new Label(shareOf(state.derivation(), compared));
            add("share", caption, share.shape(), CompareContents.of(share));
          });
    }
    fitted = 0;
    fit(matrices.getWidth());
  }

  private void choose(Operand gradient, Cell listed) {
    Place.OfCell place = new Place.OfCell(gradient, listed);
    store.dispatch(
        new Action.Choose(
            gradient, store.state().explore().lesson().convention().turned(place).cell()));
  }

  private TexLabel name(Notation notation, Operand gradient) {
    return new TexLabel(renderer, notation.tex(gradient), notation.plain(gradient));
  }

  private void add(String id, Node name, String caption, Shape shape, CellContents contents) {
    Label words = new Label(texts.get(caption));
    words.getStyleClass().add("matrix-caption");
    HBox heading = new HBox(name, words);
    heading.getStyleClass().add("compare-heading");
    add(id, heading, shape, contents);
  }

  private void add(String id, Region heading, Shape shape, CellContents contents) {
    MatrixGrid grid =
        new MatrixGrid("compare-" + id, new GridContent(shape, contents), texts, clipboard);
    grid.setMostVisible(new Shape(MOST_VISIBLE, MOST_VISIBLE));
    heading.setMinWidth(USE_PREF_SIZE);
    grids.add(grid);
    VBox block = new VBox(heading, grid);
    block.getStyleClass().add("compare-block");
    matrices.getChildren().add(block);
  }

  private Label arrow(String key) {
    Label arrow = new Label(texts.get(key) + "\n⟶");
    arrow.getStyleClass().addAll("muted", "compare-arrow");
    return arrow;
  }

  /** The matrix that the pattern is, if it is one. */
  private static Optional<Matrix> share(GradientComparison compared) {
    return compared.slips().stream().findFirst().flatMap(CompareView::share);
  }

  private static Optional<Matrix> share(Slip slip) {
    return switch (slip) {
      case Slip.MissingTerm(_, var share) -> Optional.of(share);
      case Slip.RepeatedTerm(_, var share) -> Optional.of(share);
      case Slip.OnlyTerm _, Slip.OfEntries _, Slip.Otherwise _ -> Optional.empty();
    };
  }

  private String shareOf(Derivation derivation, GradientComparison compared) {
    return PatternSentences.of(derivation, compared).getFirst().of().map(texts::say).orElse("");
  }

  /** Chooses how large cells are, so that all stand in one line where they can. */
  private void fit(Number width) {
    double room = width.doubleValue();
    if (room <= 0 || room == fitted || grids.isEmpty()) {
      return;
    }
    fitted = room;
    for (Fit fit : FITS) {
      grids.forEach(grid -> grid.setCellSize(fit.size()));
      List<Node> children = matrices.getChildren();
      for (int i = SHARE; i < children.size(); i++) {
        NodeVisibility.set(children.get(i), fit.withShare());
      }
      matrices.applyCss();
      grids.forEach(CompareView::closeUp);
      List<Node> there = children.stream().filter(Node::isManaged).toList();
      double needed =
          there.stream().mapToDouble(node -> node.prefWidth(-1)).sum()
              + matrices.getHgap() * (there.size() - 1);
      if (needed <= room) {
        return;
      }
    }
  }

  /** Takes away the room that a grid has for tags and handles, which it does not have here. */
  private static void closeUp(MatrixGrid grid) {
    Insets margins = grid.margins();
    VBox.setMargin(
        grid,
        new Insets(
            HALO - margins.getTop(),
            HALO - margins.getRight(),
            HALO - margins.getBottom(),
            -margins.getLeft()));
  }

  // ---- the words

  private void say(Derivation derivation, Yours yours) {
    GradientComparison compared = yours.compared();
    int entries = compared.derived().shape().size();
    boolean all = compared.differing().isEmpty();
    count.setText(
        all
            ? texts.get("compare.allAgree", entries)
            : texts.get("compare.agree", compared.agreeing(), entries));
    sentences.getChildren().clear();
    List<PatternSentences.Said> said = PatternSentences.of(derivation, compared);
    for (int i = 0; i < said.size(); i++) {
      String sentence = texts.say(said.get(i).sentence());
      add(i == 0 ? sentence : texts.get("compare.or", sentence), "compare-sentence");
      said.get(i).remarks().forEach(remark -> add(texts.say(remark), "muted"));
    }
    if (said.isEmpty()) {
      add(
          all
              ? texts.get("compare.allAgree", entries)
              : texts.get("compare.none", place(derivation, compared)),
          "compare-sentence");
    }
    String decided =
        yours.reading().said().stream().map(texts::say).reduce((a, b) -> a + " " + b).orElse("");
    readAs.setText(
        texts.get("compare.readAs", yours.reading().matrix().shape().toString(), decided).strip());
  }

  private static String place(Derivation derivation, GradientComparison compared) {
    Place.OfCell furthest = new Place.OfCell(compared.gradient(), compared.furthest());
    return new Notation(derivation.lesson())
        .result(compared.gradient(), derivation.lesson().convention().turned(furthest).cell());
  }

  private void add(String words, String styleClass) {
    Label label = new Label(words);
    label.setWrapText(true);
    label.setMinHeight(USE_PREF_SIZE);
    label.getStyleClass().add(styleClass);
    sentences.getChildren().add(label);
  }
}
