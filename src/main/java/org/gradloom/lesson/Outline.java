package org.gradloom.lesson;

/**
 * What makes a document a lesson in the list of lessons.
 *
 * @param chapter the heading that it stands under
 * @param number its place in the list, from 1
 * @param aha what is understood at its end, in one line
 * @param card what it is about, for the card of the next lesson
 * @param minutes how long it takes, at least 1
 */
public record Outline(Wording chapter, int number, Wording aha, Wording card, int minutes) {}
