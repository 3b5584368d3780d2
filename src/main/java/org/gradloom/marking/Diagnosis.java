package org.gradloom.marking;

import java.util.Optional;
import org.gradloom.lesson.Misconception;
import org.gradloom.text.Message;
import org.jspecify.annotations.Nullable;

/**
 * The wrong idea that an answer shows.
 *
 * @param misconception null where what was done is recognised and belongs to none
 * @param slip what was done, where that is recognised and not only listed with the question
 * @param reply what was done and why not, and a question about the idea; never the answer
 */
public record Diagnosis(
    @Nullable Misconception misconception, Optional<Slip> slip, Message reply) {}
