package org.gradloom.ui.control;

import java.util.List;
import java.util.function.Consumer;
import javafx.scene.AccessibleRole;
import javafx.scene.control.Skin;
import javafx.scene.input.KeyEvent;
import org.gradloom.text.Texts;
import org.gradloom.ui.keys.OwnKeys;
import org.gradloom.ui.keys.Shortcut;

/**
 * A network as units and wires, of which those are lit that carry the present place. Units and
 * wires can be clicked; with the keyboard, the arrows walk from a unit to its wires and on to the
 * unit at their end, and Enter chooses.
 */
public final class NetworkView extends PictureControl<NetworkPicture> implements OwnKeys {
  private final Texts texts;
  private Consumer<String> onChoose = id -> {};

  public NetworkView(Texts texts) {
    super("network-view", AccessibleRole.PARENT, new NetworkPicture(List.of(), List.of()));
    this.texts = texts;
    setFocusTraversable(false);
  }

  /** Who hears of the id of the unit or wire that was chosen. */
  public void setOnChoose(Consumer<String> listener) {
    onChoose = listener;
  }

  void choose(String id) {
    onChoose.accept(id);
  }

  String hiddenUnits(int count) {
    return texts.get("control.network.hidden", count);
  }

  @Override
  String spoken() {
    return texts.get("control.network");
  }

  @Override
  public boolean owns(KeyEvent key) {
    return Shortcut.of(Shortcut.OfNetwork.values(), key).isPresent();
  }

  @Override
  protected Skin<?> createDefaultSkin() {
    return new NetworkSkin(this);
  }
}
