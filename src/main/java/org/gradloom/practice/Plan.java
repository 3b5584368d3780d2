package org.gradloom.practice;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.gradloom.lesson.Convention;
import org.gradloom.lesson.Misconception;
import org.gradloom.practice.Exercise.Kind;
import org.gradloom.text.Message;

/** What is practised in one go. */
public sealed interface Plan {
  /** How many exercises it has. */
  int length();

  /** What it is called. */
  Message title();

  /** Kinds in turn, those first that are due. */
  record Mixed() implements Plan {
    private static final int LENGTH = 12;

    @Override
    public int length() {
      return LENGTH;
    }

    @Override
    public Message title() {
      return Message.of("practice.mixed");
    }
  }

  /** One kind. */
  record OfKind(Kind kind) implements Plan {
    @Override
    public int length() {
      return Mastery.LOOKED_AT;
    }

    @Override
    public Message title() {
      return kind.title();
    }
  }

  /** The kinds in which an idea shows. */
  record OfIdea(Misconception idea) implements Plan {
    private static final int LENGTH = 6;

    @Override
    public int length() {
      return LENGTH;
    }

    @Override
    public Message title() {
      return Message.of("mark.name." + idea.code());
    }
  }

  /**
   * Exercises that somebody put together.
   *
   * @param convention the learner's when it was opened
   * @param order which of the orders, where they are shuffled
   * @param begun when
   * @param exercises as they are drawn from all that
   */
  record OfPack(
      Pack pack, Convention convention, long order, Instant begun, List<Exercise> exercises)
      implements Plan {
    public OfPack {
      exercises = List.copyOf(exercises);
    }

    /**
     * All of a pack, drawn.
     *
     * @throws org.gradloom.text.InvalidInput if own numbers have nothing that their kind asks for
     */
    public static OfPack of(
        Pack pack, Exercises from, Convention convention, long order, Instant begun) {
      return new OfPack(pack, convention, order, begun, pack.exercises(from, convention, order));
    }

    @Override
    public int length() {
      return exercises.size();
    }

    @Override
    public Message title() {
      return Message.of("practice.pack", pack.title());
    }
  }

  /** The kinds in which an idea shows, the clearest first. */
  static List<Kind> kinds(Misconception idea) {
    return switch (idea) {
      case M1 -> List.of(Kind.LEGAL_PRODUCTS, Kind.EXPRESSION, Kind.ORDER_FACTORS);
      case M2 -> List.of(Kind.CONVENTION, Kind.EXPRESSION);
      case M3 -> List.of(Kind.REDUCTION, Kind.DW_CELL, Kind.DB);
      case M4 -> List.of(Kind.ONE_SAMPLE_DW, Kind.DW_CELL);
      case M5 -> List.of(Kind.DB, Kind.DW_CELL);
      case M6 -> List.of(Kind.GATE, Kind.TWO_LAYERS);
      case M7 -> List.of(Kind.DW_CELL, Kind.GATE);
      case M8 -> List.of(Kind.GATE, Kind.TWO_LAYERS);
      case M9 -> List.of(Kind.JACOBIAN_COUNT);
      case M10 -> List.of(Kind.SHAPES, Kind.ONE_SAMPLE_DW);
      case M11 -> List.of(Kind.DX_ROW, Kind.INFLUENCE);
      case M12 -> List.of(Kind.SGD_STEP, Kind.DW_CELL);
      case M13 -> List.of(Kind.DX_ROW, Kind.SGD_STEP);
      case M14 -> List.of(Kind.SOFTMAX_ROW);
      case M15 -> List.of(Kind.GRADIENT_CHECK);
      case M16 -> List.of(Kind.MEETING_LINES, Kind.DW_CELL, Kind.Z_CELL);
      case M17 -> List.of(Kind.DW_CELL, Kind.DX_ROW, Kind.SHAPES);
      case M18 -> List.of(Kind.SGD_STEP, Kind.DW_CELL);
    };
  }

  /** The same once more. */
  default Plan again(Instant now) {
    return switch (this) {
      case OfPack(var pack, var convention, long order, _, var exercises) ->
          new OfPack(pack, convention, order, now, exercises);
      case Mixed _, OfKind _, OfIdea _ -> this;
    };
  }

  /** The kind that is said to a learner, where it is one alone. */
  default Optional<Kind> single() {
    return switch (this) {
      case OfKind(var kind) -> Optional.of(kind);
      case Mixed _, OfIdea _, OfPack _ -> Optional.empty();
    };
  }
}
