package org.gradloom.lesson;

/** What can be hidden until a prediction is made: numbers of the lesson, or what a view adds. */
public sealed interface Coverable permits Region, ViewPart {}
