package org.gradloom.marking;

import java.util.List;
import org.gradloom.derivation.Formula;
import org.gradloom.derivation.Notation;
import org.gradloom.derivation.Operation;
import org.gradloom.derivation.Section;
import org.gradloom.derivation.Step;
import org.gradloom.formula.FormulaStyle;
import org.gradloom.lesson.Lesson;
import org.gradloom.lesson.Place;
import org.gradloom.lesson.Region;
import org.gradloom.matrix.Cell;
import org.gradloom.matrix.Numbers;
import org.gradloom.rule.Optimizer;
import org.gradloom.text.Message;

/** What the right answer is made of, in few words. */
final class IdeaOfRight {
  /** So that the words after it have room on the line. */
  private static final int LONGEST_SUM = 26;

  private final Asked asked;
  private final Lesson lesson;
  private final Notation notation;

  private IdeaOfRight(Asked asked) {
    this.asked = asked;
    this.lesson = asked.lesson();
    this.notation = new Notation(lesson);
  }

  static Message of(Asked asked) {
    IdeaOfRight idea = new IdeaOfRight(asked);
    return asked
        .section()
        .map(section ->
            switch (asked.region()) {
              case Place.OfTerm term -> idea.ofTerm(idea.step(term));
              case Place.OfCell cell -> idea.ofCell(section, idea.step(cell));
              case Place.OfMatrix _, Region.OfRow _, Region.OfColumn _ -> idea.ofSeveral(section);
            })
        .orElseGet(
            () -> Message.of("vote.right.input", new ReplyNames(asked, asked.first()).name()));
  }

  /** Of an expression that makes what is asked. */
  static Message ofExpression(Asked asked) {
    return Message.of("vote.right.expression", new Notation(asked.lesson()).plain(asked.operand()));
  }

  private Step step(Place place) {
    return asked.derivation().at(place);
  }

  /** Two numbers that meet. */
  private Message ofTerm(Step step) {
    List<String> factors = step.reads().stream().map(this::printed).toList();
    return factors.size() == 2
        ? Message.of(
            "vote.right.term", factors.getFirst() + "·" + Numbers.inBrackets(factors.getLast()))
        : Message.of("vote.right");
  }

  private String printed(Step.Read read) {
    Cell cell = read.cell();
    return asked
        .derivation()
        .trace()
        .matrix(read.operand())
        .entry(cell.row(), cell.column())
        .text();
  }

  /** The terms of its sum, or the numbers that it is made of. */
  private Message ofCell(Section section, Step step) {
    Formula formula = Formula.of(step);
    return switch (section.operation()) {
      case Operation.Product _ -> section.terms() == 1 ? ofTerm(step) : ofSum(section, formula);
      case Operation.BatchSum _ -> ofSeveral(section);
      case Operation.Activate _,
          Operation.ActivationGradient _,
          Operation.RowGradient _,
          Operation.Probabilities _,
          Operation.LossTotal _,
          Operation.LossGradient _,
          Operation.Update _,
          Operation.Keep _ -> {
        String numbers = formula.plain(formula.numbers());
        yield numbers.length() > WhatWasDone.LONGEST
            ? ofSeveral(section)
            : Message.of("vote.right.made", numbers);
      }
    };
  }

  private Message ofSum(Section section, Formula formula) {
    String sum =
        formula.sum().size() > 1
            ? formula.renderer(FormulaStyle.PLAIN).text(formula.sum().getFirst())
            : "";
    Message counted = Message.of("vote.count." + kind(), section.products());
    return sum.isEmpty() || sum.length() > LONGEST_SUM
        ? Message.of("vote.right.long" + endOfSum(section.operation()), counted)
        : Message.of("vote.right.sum" + endOfSum(section.operation()), sum, counted);
  }

  /** What the sum ends with, as the keys of its sentences do. */
  private static String endOfSum(Operation operation) {
    return operation instanceof Operation.Product product
        ? product.addends().stream()
            .findFirst()
            .map(addend ->
                switch (addend) {
                  case Operation.Bias _ -> "AndBias";
                  case Operation.Penalty _ -> "AndPenalty";
                })
            .orElse("")
        : "";
  }

  /** What the terms of the sum stand for. */
  private String kind() {
    return new ReplyNames(asked, asked.first()).termKind();
  }

  private Message ofSeveral(Section section) {
    return switch (section.operation()) {
      case Operation.Product(var left, var right, _) ->
          Message.of("vote.right.product." + kind(), notation.plain(left), notation.plain(right));
      case Operation.BatchSum(var summed, _) ->
          Message.of("vote.right.batch", notation.plain(summed));
      case Operation.Activate _ -> Message.of("vote.right.activation");
      case Operation.ActivationGradient(var upstream, var input, _, _) ->
          Message.of("vote.right.gate", notation.plain(upstream), notation.plain(input));
      case Operation.RowGradient _ -> Message.of("vote.right.rowGradient");
      case Operation.Probabilities(_, var rule) ->
          Message.of(
              switch (rule) {
                case SOFTMAX -> "vote.right.shares";
                case SIGMOID -> "vote.right.sigmoid";
                case NONE -> "vote.right";
              });
      case Operation.LossTotal _ -> Message.of("vote.right.loss");
      case Operation.LossGradient _ -> ofLossGradient();
      case Operation.Update(var parameter, var gradient) ->
          switch (lesson.optimizer()) {
            case Optimizer.Sgd _ ->
                Message.of("vote.right.sgd", notation.plain(parameter), notation.plain(gradient));
            case Optimizer.Momentum _, Optimizer.Adam _ -> Message.of("vote.right.step");
          };
      case Operation.Keep _ -> Message.of("vote.right.kept");
    };
  }

  private Message ofLossGradient() {
    int divisor = lesson.loss().divisor(lesson.outputs());
    if (!lesson.loss().kind().hasProbabilities()) {
      return Message.of("vote.right.slopes");
    }
    return divisor == 1
        ? Message.of("vote.right.lessLabel")
        : Message.of("vote.right.lessLabelMean", divisor);
  }
}
