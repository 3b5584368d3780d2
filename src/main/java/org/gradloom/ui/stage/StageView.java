package org.gradloom.ui.stage;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javafx.application.Platform;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.DoubleProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleDoubleProperty;
import javafx.geometry.BoundingBox;
import javafx.geometry.Bounds;
import javafx.geometry.Dimension2D;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Label;
import org.gradloom.derivation.Narration;
import org.gradloom.derivation.Step;
import org.gradloom.engine.Trace;
import org.gradloom.lesson.Region;
import org.gradloom.lesson.ViewPart;
import org.gradloom.matrix.Shape;
import org.gradloom.staging.StagePicture;
import org.gradloom.staging.StageSlot;
import org.gradloom.text.Texts;
import org.gradloom.typeset.TexRenderer;
import org.gradloom.ui.control.TextClipboard;
import org.gradloom.ui.store.Explore;
import org.gradloom.ui.store.Layout;
import org.gradloom.ui.store.Sides;
import org.gradloom.ui.store.Store;
import org.jspecify.annotations.Nullable;

/**
 * The matrices of the present operation. In the crossed layout the left operand stands at the left,
 * the right one above, and the result where row and column cross; otherwise all stand in a line.
 * What stands where is a {@link StagePicture}'s business, how large it is a {@link StageFit}'s.
 */
public final class StageView extends StagePane {
  private final Texts texts;
  private final BooleanProperty reducedMotion =
      new SimpleBooleanProperty(this, "reducedMotion", false);
  private final DoubleProperty letters = new SimpleDoubleProperty(this, "letters", 0);
  private final ProductChip product;
  private final TurnedLink turned;
  private final StageMatrices matrices;
  private final StageFit fit;
  private final StageMotion motion;

  private Optional<Region> asked = Optional.empty();
  private double freeAtRight;

  /** Pixels of the width that cells must leave free. */
  private double kept;

  /** What had no room beside what was to be kept free: it has all of it then. */
  private @Nullable Crowded crowded;

  /** Matrices with what is around them. */
  private record Crowded(StagePicture picture, List<Shape> shapes, Bounds room, double kept) {}

  private Bounds room = new BoundingBox(0, 0, 0, 0);
  private @Nullable Staged staged;

  /** Whether the user wants no sides around it. */
  private boolean withoutSides;

  private boolean alone;

  public StageView(Store store, Texts texts, TexRenderer renderer, TextClipboard clipboard) {
    this.texts = texts;
    this.product = new ProductChip(texts);
    this.motion = new StageMotion(this);
    this.turned = new TurnedLink(texts, () -> motion.replayTurn(store.state().explore()));
    this.matrices = new StageMatrices(store, texts, renderer, clipboard, reducedMotion, letters);
    this.fit = new StageFit(product, turned, this::wearLetters);
    setId("stage");
    getStyleClass().add("stage-matrices");
  }

  /** Without motion everything is where it ends up at once, and changed cells do not flash. */
  @Override
  public void setReducedMotion(boolean reduced) {
    reducedMotion.set(reduced);
    motion.setReduced(reduced);
  }

  /** Shows a state; one term further on, a motion may explain. */
  @Override
  public void show(Explore state) {
    withoutSides = state.view().sides() == Sides.HIDDEN;
    asked = state.inQuestion();
    Staged before = staged;
    Map<StageSlot, StageMatrix> earlier = before == null ? Map.of() : before.seated();
    Optional<StageFocus> focused = StageFocus.of(earlier);
    StagePicture picture =
        StagePicture.of(
            state.step().section(), state.lesson(), state.view().layout() == Layout.FALK);
    Map<StageSlot, StageMatrix> seated = matrices.show(picture, state);
    Staged now;
    if (before != null && picture.equals(before.picture()) && seated.equals(earlier)) {
      now = before.at(state.step());
      staged = now;
    } else {
      now = Staged.anew(picture, state.step(), seated);
      staged = now;
      rebuild(now);
      focused.ifPresent(entry -> entry.keep(now));
    }
    boolean tells = !state.step().cover().hides(ViewPart.SYMBOLS);
    now.signs().forEach(sign -> sign.setVisible(tells));
    product.show(state.step());
    turned.show(now);
    if (before != null) {
      flashChanges(before.step().trace(), now);
      announce(before.step(), now);
    }
    requestLayout();
    motion.arrived(before == null ? null : before.step(), state);
  }

  /** Chooses the cell where the walk stands, if none on the stage is chosen; false if one was. */
  @Override
  public boolean takeFocus() {
    Staged now = staged;
    boolean free = now != null && StageFocus.of(now.seated()).isEmpty();
    if (now != null && free) {
      StageFocus.begin(now);
    }
    return free;
  }

  private void flashChanges(Trace before, Staged now) {
    Trace trace = now.step().trace();
    if (!before.equals(trace)) {
      matrices.forgetAllBut(trace.lesson());
      now.seated().values().forEach(matrix -> matrix.flashChanges(before, trace));
    }
  }

  private void announce(Step before, Staged now) {
    Step step = now.step();
    if (!before.place().equals(step.place()) || !before.cover().equals(step.cover())) {
      now.at(StageSlot.RESULT)
          .ifPresent(result -> result.control().announce(texts.say(Narration.spoken(step))));
    }
  }

  private void rebuild(Staged next) {
    List<Node> children = new ArrayList<>(next.signs());
    for (StagePicture.Placed placed : next.picture().matrices()) {
      next.at(placed.seat())
          .ifPresent(matrix -> {
            children.add(matrix.heading());
            children.add(matrix.control());
          });
    }
    children.add(turned);
    children.add(product);
    // What stays is not taken out, or hundreds of cells would be styled anew.
    getChildren().retainAll(children);
    getChildren().forEach(children::remove);
    getChildren().addAll(children);
    turned.toFront();
    product.toFront();
    fit.forget();
    shareRoom();
  }

  // ---- for the motions

  Optional<StageMatrix> at(StageSlot slot) {
    return staged == null ? Optional.empty() : staged.at(slot);
  }

  Label product() {
    return product;
  }

  /** Puts a number on the stage that is on its way from one matrix to another. */
  void addTraveller(Node traveller) {
    getChildren().add(traveller);
  }

  void removeTraveller(Node traveller) {
    getChildren().remove(traveller);
  }

  void showResultUpTo(Explore state, int lastTerm) {
    at(StageSlot.RESULT).ifPresent(result -> result.show(state, lastTerm));
  }

  // ---- layout

  /** How large the user wants letters to be, in pixels; the stage may have room for less. */
  @Override
  public void setLetters(double wanted) {
    letters.set(wanted);
    fit.setLetters(wanted);
    requestLayout();
  }

  @Override
  public void setAlone(boolean wanted) {
    alone = wanted;
    fit.setFirm(wanted);
    turned.setWanted(!wanted);
    fit.setTerse(wanted || kept > 0);
    shareRoom();
  }

  private void wearLetters(double size) {
    setStyle("-fx-font-size: " + size + "px");
    applyCss();
  }

  /** How large the window lets the stage be; cells are chosen to fit in there. */
  @Override
  public void setRoom(Bounds viewport) {
    room = viewport;
    shareRoom();
  }

  private void shareRoom() {
    Scene scene = getScene();
    if (scene != null) {
      // What stands beside takes no more than half: then it has to stand elsewhere.
      boolean elsewhere = kept > room.getWidth() / 2 || isCrowded();
      double width = room.getWidth() - (elsewhere ? 0 : kept);
      StageLayout.Extent left =
          new StageLayout.Extent(Math.floor(width), Math.floor(room.getHeight()));
      Dimension2D windowSize = new Dimension2D(scene.getWidth(), scene.getHeight());
      fit.setShare(
          alone ? new StageShare(left, left) : StageShare.of(windowSize, left, withoutSides));
      requestLayout();
    }
  }

  private boolean isCrowded() {
    return staged != null && crowding(staged).equals(crowded);
  }

  private Crowded crowding(Staged shown) {
    return new Crowded(shown.picture(), shown.shapes(), room, kept);
  }

  /**
   * Keeps a width free beside the matrices, in pixels: cells are chosen for what is left, and
   * captions say less.
   */
  @Override
  public void keepFree(double width) {
    if (width != kept) {
      kept = width;
      fit.setTerse(alone || width > 0);
      shareRoom();
    }
  }

  /** Pixels of the width at the right that the matrices leave to something else. */
  @Override
  public void setFreeAtRight(double width) {
    if (width != freeAtRight) {
      freeAtRight = width;
      requestLayout();
    }
  }

  /** Only another choice of sizes changes how much room the stage needs. */
  @Override
  public void requestLayout() {
    setNeedsLayout(true);
  }

  @Override
  protected double computeMinWidth(double height) {
    return fit.needed().width();
  }

  @Override
  protected double computeMinHeight(double width) {
    return fit.needed().height();
  }

  @Override
  protected double computePrefWidth(double height) {
    return fit.needed().width();
  }

  @Override
  protected double computePrefHeight(double width) {
    return fit.needed().height();
  }

  @Override
  protected void layoutChildren() {
    Staged shown = staged;
    if (shown == null || getWidth() <= 0 || getHeight() <= 0) {
      return;
    }
    boolean chosen = fit.fit(shown);
    if (kept > 0 && !isCrowded() && fit.needed().width() > room.getWidth() - kept) {
      // What was to stand beside stands elsewhere, so nothing is won by small cells.
      crowded = crowding(shown);
      shareRoom();
      chosen |= fit.fit(shown);
    }
    if (chosen) {
      // The scroll pane around asks how small this can be.
      Platform.runLater(super::requestLayout);
    }
    double spare = Math.max(0, getWidth() - fit.needed().width());
    double taken = Math.min(freeAtRight, spare);
    fit.place(shown, new StageLayout.Extent(getWidth() - taken, getHeight()));
    product.place(shown, getWidth() - taken);
    setBeside(spare);
    setInQuestion(asked.flatMap(shown::boundsOf));
  }
}
