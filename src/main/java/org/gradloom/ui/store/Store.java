package org.gradloom.ui.store;

import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.util.Subscription;
import org.gradloom.text.InvalidInput;
import org.gradloom.text.Message;

/** Holds the one state and lets actions change it. On the toolkit's thread only. */
public final class Store {
  private final ObjectProperty<AppState> state;

  public Store(AppState first) {
    this.state = new SimpleObjectProperty<>(first);
  }

  public AppState state() {
    return state.get();
  }

  /**
   * Draws a part of the state: at once, and again whenever that part is no longer equal to what was
   * drawn. What changes elsewhere costs no more than a comparison.
   *
   * @param slice what {@code draw} depends on, and no more than that
   */
  public <T> Subscription select(Function<AppState, T> slice, Consumer<T> draw) {
    return state.map(slice).subscribe(draw);
  }

  /**
   * Carries an action out.
   *
   * @return what was wrong with it, in which case nothing changed; whoever asked shows it where it
   *     happened
   */
  public Optional<Message> dispatch(Action action) {
    try {
      state.set(Reducer.reduce(state.get(), action));
      return Optional.empty();
    } catch (InvalidInput refused) {
      return Optional.of(refused.said());
    }
  }
}
