package org.gradloom.practice;

import java.util.Optional;
import org.gradloom.lesson.Answer;
import org.gradloom.marking.Marked;

/**
 * One try at an exercise.
 *
 * @param words what was given, as it is read
 * @param answer what it was read as; empty where it could not be read
 */
public record Attempt(String words, Optional<Answer> answer, Marked marked) {}
