package org.gradloom.derivation;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What is computed at a step, from the general rule to the numbers.
 *
 * @param result the entry that is being made, as an equation's left side
 * @param general the rule with letters for indices
 * @param symbols this cell's terms in symbols; of a long sum only those near the active one
 * @param numbers the terms added so far in numbers
 * @param sum what they add up to so far
 * @param ahead how many terms are still to come
 */
public record Formula(
    List<Part> result,
    List<Part> general,
    List<Part> symbols,
    List<Part> numbers,
    List<Part> sum,
    int ahead) {

  /** What a piece stands for. */
  public enum Role {
    PLAIN,
    LEFT,
    RIGHT,
    RESULT
  }

  /** How far the walk has come with a part. */
  public enum State {
    /** Not a term: an equals sign, a factor before the sum. */
    FIXED,
    DONE,
    ACTIVE,
    AHEAD
  }

  /** A run of symbols of one role, in TeX and in plain text. */
  public record Piece(String tex, String plain, Role role) {}

  /** A term with its pieces, or what stands between terms. */
  public record Part(State state, List<Piece> pieces) {
    public Part {
      pieces = List.copyOf(pieces);
    }

    String plain() {
      return pieces.stream().map(Piece::plain).collect(Collectors.joining());
    }
  }

  /** The formula of a step. */
  public static Formula of(Step step) {
    return new FormulaWriter(step, new Notation(step.lesson())).write();
  }

  /** Parts as one line of plain text. */
  public static String plain(List<Part> parts) {
    return parts.stream().map(Part::plain).collect(Collectors.joining());
  }

  /** All of it as one line of plain text, as a screen reader or a terminal gives it. */
  public String plain() {
    return Stream.of(result, general, symbols, numbers, sum)
        .filter(parts -> !parts.isEmpty())
        .map(Formula::plain)
        .collect(Collectors.joining(" = "));
  }
}
