package org.gradloom.ui.train;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.function.Predicate;
import javafx.scene.Node;
import org.gradloom.rule.LossKind;
import org.gradloom.rule.Optimizer;
import org.gradloom.rule.Reduction;
import org.gradloom.text.Texts;
import org.gradloom.training.SetupEdits;
import org.gradloom.training.TrainingSetup;
import org.gradloom.ui.control.NodeVisibility;

/**
 * The settings of the training: the optimizer, the mini-batch, how long, and what is made small.
 */
final class TrainingSettings {
  private final SettingChoice<String> optimizer;
  private final SettingField rate;
  private final SettingField momentum;
  private final SettingField batch;
  private final SettingField epochs;
  private final SettingChoice<LossKind> loss;
  private final SettingChoice<Reduction> reduction;
  private final SettingField l2;
  private final SettingField l1;
  private final SettingField dropout;

  TrainingSettings(Texts texts, SetupChanges changes) {
    optimizer =
        new SettingChoice<>(
            "optimizer",
            texts,
            Optimizer.kinds(1).stream().map(Optimizer::documentName).toList(),
            name -> texts.get("optimizer." + name),
            name ->
                changes.change(
                    setup ->
                        SetupEdits.with(setup, Optimizer.named(name, eta(setup)).orElseThrow()),
                    "train.done.optimizer"));
    rate =
        SettingField.of(
            "rate",
            5,
            texts,
            changes,
            (setup, text) ->
                SetupEdits.with(
                    setup, setup.plan().optimizer().withRate(SettingParser.rate(text))));
    momentum =
        SettingField.of(
            "momentum",
            5,
            texts,
            changes,
            (setup, text) ->
                SetupEdits.with(
                    setup, new Optimizer.Momentum(eta(setup), SettingParser.momentum(text))));
    batch =
        SettingField.of(
            "batch",
            5,
            texts,
            changes,
            (setup, text) -> SetupEdits.withBatchSize(setup, SettingParser.whole(text)));
    epochs =
        SettingField.of(
            "epochs",
            5,
            texts,
            changes,
            (setup, text) -> SetupEdits.withEpochs(setup, SettingParser.epochs(text)));
    loss =
        new SettingChoice<>(
            "loss",
            texts,
            List.of(),
            kind -> texts.get("train.loss." + kind.ownName()),
            kind ->
                changes.change(
                    setup -> SetupEdits.withLoss(setup, kind, setup.lesson().loss().reduction()),
                    "train.done.loss"));
    reduction =
        new SettingChoice<>(
            "reduction",
            texts,
            List.of(Reduction.values()),
            value -> texts.get("train.reduction." + value.documentName()),
            value ->
                changes.change(
                    setup -> SetupEdits.withLoss(setup, setup.lesson().loss().kind(), value),
                    "train.done.reduction"));
    l2 =
        SettingField.of(
            "penalty",
            5,
            texts,
            changes,
            (setup, text) -> SetupEdits.withL2(setup, SettingParser.lambda(text)));
    l1 =
        SettingField.of(
            "penalty-l1",
            5,
            texts,
            changes,
            (setup, text) -> SetupEdits.withL1(setup, SettingParser.lambda(text)));
    dropout =
        SettingField.of(
            "dropout",
            5,
            texts,
            changes,
            (setup, text) -> SetupEdits.withDropout(setup, SettingParser.number(text)));
  }

  /** What can be learnt, first the losses that give probabilities of classes. */
  private static List<LossKind> losses(Predicate<LossKind> suits) {
    return Arrays.stream(LossKind.values())
        .filter(LossKind::isLearnt)
        .filter(suits)
        .sorted(Comparator.comparing(kind -> !kind.hasProbabilities()))
        .toList();
  }

  private static double eta(TrainingSetup setup) {
    return setup.plan().optimizer().learningRate();
  }

  /** From above to below. */
  List<Node> nodes() {
    return List.of(optimizer, rate, momentum, batch, epochs, loss, reduction, l2, l1, dropout);
  }

  void show(TrainingSetup setup) {
    Optimizer rule = setup.plan().optimizer();
    optimizer.show(rule.documentName());
    rate.show(SettingParser.text(rule.learningRate()));
    NodeVisibility.set(momentum, rule instanceof Optimizer.Momentum);
    if (rule instanceof Optimizer.Momentum(_, double mu)) {
      momentum.show(SettingParser.text(mu));
    }
    batch.show(SettingParser.text(setup.plan().batchSize()));
    epochs.show(SettingParser.text(setup.plan().epochs()));
    loss.offer(losses(kind -> setup.data().map(data -> data.suits(kind)).orElse(true)));
    loss.show(setup.lesson().loss().kind());
    NodeVisibility.set(loss, setup.data().isPresent());
    reduction.show(setup.lesson().loss().reduction());
    NodeVisibility.set(reduction, setup.quantity().isPresent());
    l2.show(SettingParser.text(setup.lesson().loss().l2().lambda()));
    l1.show(SettingParser.text(setup.lesson().loss().l1().lambda()));
    dropout.show(SettingParser.text(setup.plan().dropoutRate()));
    NodeVisibility.set(dropout, setup.lesson().layers().size() > 1);
  }
}
