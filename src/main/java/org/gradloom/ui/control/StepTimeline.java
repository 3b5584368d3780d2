package org.gradloom.ui.control;

import java.util.List;
import java.util.OptionalLong;
import java.util.function.LongConsumer;
import java.util.function.LongFunction;
import javafx.beans.property.LongProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleLongProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.scene.AccessibleAction;
import javafx.scene.AccessibleAttribute;
import javafx.scene.AccessibleRole;
import javafx.scene.control.Control;
import javafx.scene.control.Skin;
import org.gradloom.text.Texts;
import org.jspecify.annotations.Nullable;

/**
 * A walk as bars, with a knob at the present place. A gesture only asks, through {@link
 * #setOnSeek}; whoever answers sets the position, so that knob and everything else move together.
 */
public final class StepTimeline extends Control {
  private final Texts texts;
  private final ObjectProperty<StepTimelineModel> model =
      new SimpleObjectProperty<>(this, "model", new StepTimelineModel(List.of()));
  private final LongProperty mark = new SimpleLongProperty(this, "mark", -1);
  private final LongProperty position = new SimpleLongProperty(this, "position");
  private final ObjectProperty<LongFunction<String>> describer =
      new SimpleObjectProperty<>(this, "describer", tick -> "");
  private LongConsumer onSeek = tick -> {};

  public StepTimeline(Texts texts) {
    this.texts = texts;
    getStyleClass().add("timeline");
    setAccessibleRole(AccessibleRole.SLIDER);
    setAccessibleText(texts.get("control.timeline"));
    setFocusTraversable(true);
    position.subscribe(() -> {
      notifyAccessibleAttributeChanged(AccessibleAttribute.VALUE);
      notifyAccessibleAttributeChanged(AccessibleAttribute.VALUE_STRING);
    });
  }

  public ObjectProperty<StepTimelineModel> modelProperty() {
    return model;
  }

  public StepTimelineModel getModel() {
    return model.get();
  }

  public void setModel(StepTimelineModel shown) {
    model.set(shown);
  }

  /** The present tick over all segments. */
  public LongProperty positionProperty() {
    return position;
  }

  public long getPosition() {
    return position.get();
  }

  public void setPosition(long tick) {
    position.set(tick);
  }

  /** The tick that a mark stands over; none where it is negative. */
  public LongProperty markProperty() {
    return mark;
  }

  /** Puts a mark over a tick: where one can come back to. */
  public void setMark(OptionalLong tick) {
    mark.set(tick.orElse(-1));
  }

  /** What a tick is, in words: for the hover text and for a screen reader. */
  public void setDescriber(LongFunction<String> words) {
    describer.set(words);
  }

  /** Who hears of the tick that a click, a drag or a screen reader asks for. */
  public void setOnSeek(LongConsumer listener) {
    onSeek = listener;
  }

  /** Asks for a tick, unless it is the present one; one that there is not becomes the nearest. */
  void seek(long tick) {
    long wanted = getModel().clamp(tick);
    if (wanted != getPosition()) {
      onSeek.accept(wanted);
    }
  }

  /** Asks for the beginning of this segment or of one before it, or of one after it. */
  void seekSegment(int direction) {
    StepTimelineModel walk = getModel();
    int index = walk.segmentAt(getPosition());
    if (direction < 0 && getPosition() > walk.segments().get(index).firstTick()) {
      seek(walk.segments().get(index).firstTick());
    } else if (index + direction >= walk.segments().size()) {
      seek(walk.size() - 1);
    } else {
      seek(walk.segments().get(Math.max(0, index + direction)).firstTick());
    }
  }

  String hoverText(long tick) {
    StepTimelineModel walk = getModel();
    String name = walk.segments().get(walk.segmentAt(tick)).hoverText();
    String words = describer.get().apply(tick);
    return (name + "\n" + words).strip();
  }

  private String value() {
    StepTimelineModel walk = getModel();
    if (walk.size() == 0) {
      return "";
    }
    long tick = walk.clamp(getPosition());
    String words = describer.get().apply(tick);
    String name = walk.segments().get(walk.segmentAt(tick)).hoverText();
    return texts.get(
        "control.timeline.value", tick + 1, walk.size(), words.isEmpty() ? name : words);
  }

  @Override
  protected Skin<?> createDefaultSkin() {
    return new StepTimelineSkin(this);
  }

  @Override
  public @Nullable Object queryAccessibleAttribute(
      AccessibleAttribute attribute, Object... parameters) {
    // The toolkit's enum grows; whatever is not a slider's own is for the parent to answer.
    if (attribute == AccessibleAttribute.VALUE) {
      return (double) getPosition();
    } else if (attribute == AccessibleAttribute.MIN_VALUE) {
      return 0.0;
    } else if (attribute == AccessibleAttribute.MAX_VALUE) {
      return (double) Math.max(0, getModel().size() - 1);
    } else if (attribute == AccessibleAttribute.VALUE_STRING) {
      return value();
    }
    return super.queryAccessibleAttribute(attribute, parameters);
  }

  @Override
  public void executeAccessibleAction(AccessibleAction action, Object... parameters) {
    if (action == AccessibleAction.INCREMENT) {
      seek(getPosition() + 1);
    } else if (action == AccessibleAction.DECREMENT) {
      seek(getPosition() - 1);
    } else if (action == AccessibleAction.BLOCK_INCREMENT) {
      seekSegment(1);
    } else if (action == AccessibleAction.BLOCK_DECREMENT) {
      seekSegment(-1);
    } else if (action == AccessibleAction.SET_VALUE && parameters[0] instanceof Double value) {
      seek(Math.round(value));
    } else {
      super.executeAccessibleAction(action, parameters);
    }
  }
}
