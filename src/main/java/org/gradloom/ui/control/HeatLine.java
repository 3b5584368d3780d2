package org.gradloom.ui.control;

/**
 * A row or a column of a heat map that stands out.
 *
 * @param tag the letter beside it, which may be empty, and its role
 * @param framed whether it is lit as a whole, or only named
 */
public record HeatLine(LineTag tag, boolean framed) {}
