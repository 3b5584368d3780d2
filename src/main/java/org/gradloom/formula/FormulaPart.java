package org.gradloom.formula;

import java.util.List;
import java.util.stream.Collectors;

/** A term with its pieces, or what stands between terms. */
public record FormulaPart(Expr.State state, List<Piece> pieces) {
  public FormulaPart {
    pieces = List.copyOf(pieces);
  }

  /** All of it, whatever its roles. */
  public String text() {
    return pieces.stream().map(Piece::text).collect(Collectors.joining());
  }
}
