package org.gradloom.ui.control;

/**
 * The letter beside a lit line, since colour alone tells nobody enough.
 *
 * @param index which row or column, from 0
 * @param text short, such as {@code i = 3}
 * @param role the mark whose colour it takes: left, right or result
 */
public record LineTag(int index, String text, CellState role) {}
