package org.gradloom.staging;

import org.gradloom.derivation.Captions;
import org.gradloom.derivation.Notation;
import org.gradloom.formula.Expr;
import org.gradloom.formula.FormulaStyle;
import org.gradloom.lesson.Lesson;
import org.gradloom.matrix.Shape;
import org.gradloom.text.Message;
import org.gradloom.text.Texts;

/** What a matrix on the stage is called, and what stands below its name. */
public record ShownWords(Lesson lesson) {

  /** Its name in TeX: {@code X^{T}}. */
  public String tex(Shown shown) {
    Notation notation = new Notation(lesson);
    return switch (shown) {
      case Shown.Whole(var operand, boolean transposed, _) ->
          notation.name(new Expr.Whole(operand, transposed), FormulaStyle.TEX);
      case Shown.Slopes(var input, _, _) -> "g'(" + notation.tex(input) + ")";
      case Shown.OneHot(var labels, _) -> "1_{" + notation.tex(labels) + "}";
      case Shown.Ones ones -> ones.turned() ? "1" : "1^{T}";
    };
  }

  /** Its name as it is read aloud. */
  public String spoken(Shown shown, Texts texts) {
    Notation notation = new Notation(lesson);
    return switch (shown) {
      case Shown.Whole(var operand, boolean transposed, _) ->
          transposed
              ? texts.get("say.transposed", notation.plain(operand))
              : notation.plain(operand);
      case Shown.Slopes(var input, _, _) -> texts.get("say.slopes", notation.plain(input));
      case Shown.OneHot _ -> texts.get("say.oneHot", line(shown));
      case Shown.Ones _ -> texts.get("say.ones", line(shown));
    };
  }

  /** Its shape and what its rows and columns are. */
  public Message caption(Shown shown) {
    Shape shape = shown.shape(lesson);
    return switch (shown) {
      case Shown.Whole(var operand, boolean transposed, _) ->
          new Captions(lesson).caption(operand, transposed);
      case Shown.Slopes _ ->
          Message.of("caption", shape.rows(), shape.columns(), Message.of("caption.slopes"));
      case Shown.OneHot _ ->
          Message.of("caption", shape.rows(), shape.columns(), Message.of("caption.oneHot"));
      case Shown.Ones _ ->
          Message.of("caption", shape.rows(), shape.columns(), Message.of("say.ones", line(shown)));
    };
  }

  /** What the row of a matrix is as it is drawn. */
  private static Message line(Shown shown) {
    return Message.of(shown.turned() ? "noun.column" : "noun.row");
  }
}
