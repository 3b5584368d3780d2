package org.gradloom.ui.store;

import java.util.Optional;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.gradloom.text.InvalidInput;
import org.gradloom.text.Message;

/** Holds the one state and lets actions change it. On the toolkit's thread only. */
public final class Store {
  private final ReadOnlyObjectWrapper<AppState> state;

  public Store(AppState first) {
    this.state = new ReadOnlyObjectWrapper<>(first);
  }

  public AppState state() {
    return state.get();
  }

  public ReadOnlyObjectProperty<AppState> stateProperty() {
    return state.getReadOnlyProperty();
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
