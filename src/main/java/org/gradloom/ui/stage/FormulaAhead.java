package org.gradloom.ui.stage;

import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicReference;
import org.gradloom.derivation.Derivation;
import org.gradloom.derivation.Granularity;
import org.gradloom.derivation.Perspectives;
import org.gradloom.derivation.Step;
import org.gradloom.lesson.Perspective;
import org.gradloom.text.Texts;
import org.gradloom.typeset.TexRenderer;
import org.gradloom.ui.store.Explore;
import org.jspecify.annotations.Nullable;

/**
 * Sets the formulas of the steps before and after the present one away from the window's thread, so
 * that they are known when the learner gets there. Where he hurries on, only his last place counts.
 */
public final class FormulaAhead {
  private final TexRenderer renderer;
  private final Texts texts;
  private final Executor away;
  private final AtomicReference<@Nullable Explore> wanted = new AtomicReference<>();

  public FormulaAhead(TexRenderer renderer, Texts texts, Executor away) {
    this.renderer = renderer;
    this.texts = texts;
    this.away = away;
  }

  public void prepare(Explore state) {
    if (wanted.getAndSet(state) == null) {
      away.execute(this::set);
    }
  }

  private void set() {
    Explore state = wanted.getAndSet(null);
    if (state == null) {
      return;
    }
    Derivation derivation = state.derivation();
    Granularity by = state.granularity();
    long index = derivation.indexOf(by, state.step());
    for (long near : new long[] {index + 1, index - 1}) {
      if (near >= 0 && near < derivation.size(by)) {
        set(derivation.at(by, near), state.perspective());
      }
    }
  }

  private void set(Step step, Perspective wanted) {
    Perspective seen = Perspectives.shows(wanted, step) ? wanted : Perspective.PRODUCT;
    FormulaTex.lines(step, seen, texts).forEach(line -> renderer.picture(line.tex()));
  }
}
