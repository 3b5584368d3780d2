package org.gradloom.marking;

import java.util.function.Supplier;
import org.gradloom.lesson.Misconception;
import org.jspecify.annotations.Nullable;

/**
 * A way to go wrong with one matrix: the walk's own way with one thing changed.
 *
 * @param slip what is changed, made only once it is found: a share may be a large matrix
 * @param misconception the idea behind it, or null where it belongs to none
 * @param result what it gives, as the lesson's convention lists the matrix; its shape may be
 *     another one
 */
record WrongMethod(Supplier<Slip> slip, @Nullable Misconception misconception, LazyMatrix result) {
  static WrongMethod of(Slip slip, @Nullable Misconception misconception, LazyMatrix result) {
    return new WrongMethod(() -> slip, misconception, result);
  }
}
