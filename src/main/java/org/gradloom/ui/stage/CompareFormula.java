package org.gradloom.ui.stage;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.gradloom.derivation.Granularity;
import org.gradloom.derivation.Step;
import org.gradloom.lesson.Place;
import org.gradloom.marking.GradientComparison;
import org.gradloom.marking.Slip;
import org.gradloom.matrix.Cell;
import org.gradloom.text.Texts;
import org.gradloom.ui.control.TexLine;
import org.gradloom.ui.store.Explore;
import org.gradloom.ui.store.Yours;

/**
 * The step's formula; beside a gradient of the user's own, with the term boxed that it is about.
 */
public final class CompareFormula {
  private CompareFormula() {}

  public static List<TexLine> lines(Explore state, Texts texts) {
    List<TexLine> lines = FormulaTex.lines(state.step(), state.seen(), texts);
    return state
        .yoursHere()
        .filter(yours -> isOfOneCell(state.step(), yours))
        .map(yours -> beside(state, yours.compared(), lines, texts))
        .orElse(lines);
  }

  private static boolean isOfOneCell(Step step, Yours yours) {
    return step.granularity() == Granularity.CELL && yours.compared().isShapedAlike();
  }

  private static List<TexLine> beside(
      Explore state, GradientComparison compared, List<TexLine> lines, Texts texts) {
    Step step = state.step();
    List<TexLine> changed = new ArrayList<>(lines);
    term(compared)
        .map(term -> state.derivation().at(new Place.OfTerm(step.result(), step.cell(), term)))
        .ifPresent(boxed -> changed.set(0, FormulaTex.lines(boxed, texts).getFirst()));
    TexLine last = changed.removeLast();
    Place.OfCell inside = new Place.OfCell(step.result(), step.cell());
    Cell listed = step.lesson().convention().turned(inside).cell();
    String yours = texts.get("compare.formula", compared.yoursText(listed));
    changed.add(new TexLine(last.lead(), last.tex(), yours, (last.spoken() + " " + yours).strip()));
    return changed;
  }

  /** The term that the likeliest pattern is about. */
  private static Optional<Integer> term(GradientComparison compared) {
    return compared.likeliestTerm().map(Slip.OfTerm::which);
  }
}
