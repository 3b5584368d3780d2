package org.gradloom.ui.stage;

import java.util.EnumMap;
import java.util.Map;
import java.util.function.Consumer;
import javafx.geometry.BoundingBox;
import javafx.geometry.Bounds;
import org.gradloom.lesson.Perspective;
import org.gradloom.text.Texts;
import org.gradloom.typeset.TexRenderer;
import org.gradloom.ui.control.TextClipboard;
import org.gradloom.ui.store.Explore;
import org.gradloom.ui.store.Store;

/** The views of the stage, each made when it is first seen. Only the one that is seen is drawn. */
public final class StageViews {
  private final Store store;
  private final Texts texts;
  private final TexRenderer renderer;
  private final TextClipboard clipboard;
  private final Map<Perspective, StagePane> made = new EnumMap<>(Perspective.class);
  private double letters;
  private boolean reducedMotion;
  private boolean alone;
  private Bounds room = new BoundingBox(0, 0, 0, 0);

  public StageViews(Store store, Texts texts, TexRenderer renderer, TextClipboard clipboard) {
    this.store = store;
    this.texts = texts;
    this.renderer = renderer;
    this.clipboard = clipboard;
  }

  /** The view that is seen in a state, which shows it. */
  public StagePane show(Explore state) {
    StagePane pane = made.computeIfAbsent(state.seen(), this::make);
    pane.show(state);
    return pane;
  }

  private StagePane make(Perspective perspective) {
    StagePane pane =
        switch (perspective) {
          case PRODUCT -> new StageView(store, texts, renderer, clipboard);
          case CARDS -> new CardsView(store, texts, renderer);
          case STACK -> new StackView(store, texts, renderer);
          case JACOBIAN -> new JacobianView(store, texts, renderer);
          case NUDGE -> new NudgeView(store, texts, renderer);
          case BIAS -> new BiasView(store, texts, renderer);
          case UPDATE -> new UpdateView(store, texts, renderer);
        };
    pane.setReducedMotion(reducedMotion);
    pane.setAlone(alone);
    pane.setLetters(letters);
    pane.setRoom(room);
    return pane;
  }

  /** Without motion everything is where it ends up at once. */
  public void setReducedMotion(boolean reduced) {
    reducedMotion = reduced;
    each(pane -> pane.setReducedMotion(reduced));
  }

  /** Whether nothing stands beside the stage at any time, so that it has the whole width. */
  public void setAlone(boolean wanted) {
    alone = wanted;
    each(pane -> pane.setAlone(wanted));
  }

  /** How large the user wants letters to be, in pixels. */
  public void setLetters(double wanted) {
    letters = wanted;
    each(pane -> pane.setLetters(wanted));
  }

  /** How large the window lets a view be. */
  public void setRoom(Bounds viewport) {
    room = viewport;
    each(pane -> pane.setRoom(viewport));
  }

  private void each(Consumer<StagePane> action) {
    made.values().forEach(action);
  }
}
