package org.gradloom.ui.control;

/** An entry of the menu of a matrix. */
public sealed interface GridEntry permits GridAction, GridSubmenu {}
