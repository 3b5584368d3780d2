package org.gradloom.ui.practice;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import org.gradloom.lesson.Answer;
import org.gradloom.lesson.Beat;
import org.gradloom.practice.AnswerDraft;
import org.gradloom.text.Texts;
import org.gradloom.ui.control.NodeVisibility;
import org.gradloom.ui.store.PracticeState;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/** Tiles that are moved to the left and to the right. */
final class OrderedForm implements AnswerForm {
  private final List<Beat.Option> options;
  private final Texts texts;
  private final FlowPane row = new FlowPane();
  private final List<Tile> tiles = new ArrayList<>();

  /** One place in the order. */
  private record Tile(Label words, Button back, Button on) {}

  OrderedForm(
      List<Beat.Option> options,
      Supplier<AnswerDraft> draft,
      Consumer<AnswerDraft> enter,
      Texts texts) {
    this.options = options;
    this.texts = texts;
    row.getStyleClass().add("practice-tiles");
    for (int n = 0; n < options.size(); n++) {
      int place = n;
      Label words = new Label();
      words.setId("practice-tile-" + (n + 1));
      words.setMinWidth(Region.USE_PREF_SIZE);
      Button back = mover(n, "back", Feather.CHEVRON_LEFT);
      Button on = mover(n, "on", Feather.CHEVRON_RIGHT);
      back.setOnAction(event -> move(draft, enter, place, -1));
      on.setOnAction(event -> move(draft, enter, place, 1));
      back.setDisable(n == 0);
      on.setDisable(n == options.size() - 1);
      HBox tile = new HBox(back, words, on);
      tile.getStyleClass().addAll("answer-tile", "practice-tile");
      tiles.add(new Tile(words, back, on));
      row.getChildren().add(tile);
      if (n < options.size() - 1) {
        Label dot = new Label("·");
        row.getChildren().add(dot);
      }
    }
  }

  private Button mover(int n, String way, Feather icon) {
    Button button = new Button("", new FontIcon(icon));
    button.setId("practice-tile-" + (n + 1) + "-" + way);
    button.getStyleClass().addAll("flat", "icon-button");
    button.setAccessibleText(texts.get("practice.tile." + way, n + 1));
    button.setTooltip(new Tooltip(texts.get("practice.tile." + way, n + 1)));
    return button;
  }

  /** The focus goes with the tile that is moved, so that it can be moved on. */
  private void move(Supplier<AnswerDraft> draft, Consumer<AnswerDraft> enter, int place, int by) {
    AnswerForm.as(AnswerDraft.Ordered.class, draft.get())
        .ifPresent(now -> {
          enter.accept(now.moved(place, by));
          Tile there = tiles.get(Math.clamp(place + (long) by, 0, tiles.size() - 1));
          Button same = by < 0 ? there.back() : there.on();
          (same.isDisabled() ? (by < 0 ? there.on() : there.back()) : same).requestFocus();
        });
  }

  @Override
  public Optional<ExerciseGrid> matrix() {
    return Optional.empty();
  }

  @Override
  public List<Node> below() {
    return List.of(row);
  }

  @Override
  public void show(PracticeState.Work work) {
    List<Integer> order =
        work.session().shown()
                && AnswerForm.shown(work.session()).orElse(null) instanceof Answer.Order(var right)
            ? right
            : AnswerForm.as(AnswerDraft.Ordered.class, work.draft())
                .map(AnswerDraft.Ordered::options)
                .orElse(List.of());
    for (int n = 0; n < order.size(); n++) {
      Tile tile = tiles.get(n);
      tile.words().setText(options.get(order.get(n)).text().in(texts.language()));
      NodeVisibility.set(tile.back(), !work.session().isOver());
      NodeVisibility.set(tile.on(), !work.session().isOver());
    }
  }

  @Override
  public Optional<Node> first() {
    return tiles.stream()
        .map(Tile::on)
        .filter(on -> !on.isDisabled())
        .findFirst()
        .map(Node.class::cast);
  }
}
