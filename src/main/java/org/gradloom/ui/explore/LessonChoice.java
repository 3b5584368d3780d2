package org.gradloom.ui.explore;

/** A built-in lesson to open. */
public record LessonChoice(String id, String title, Runnable open) {}
