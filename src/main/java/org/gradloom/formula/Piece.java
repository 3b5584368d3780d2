package org.gradloom.formula;

/** A run of written symbols of one role. */
public record Piece(String text, Expr.Role role) {}
