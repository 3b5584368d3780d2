package org.gradloom.export.handout;

import java.util.List;

/** A piece of a handout, whatever it is written in. Sentences carry the marks of a markup. */
public sealed interface Block {
  /** Whether a block reads on in the next one, so that no page should end between them. */
  static boolean isWithNext(List<Block> blocks, int index) {
    if (index + 1 == blocks.size()) {
      return false;
    }
    return switch (blocks.get(index)) {
      case Heading _ -> true;
      case Equation _ -> blocks.get(index + 1) instanceof Block.Matrices;
      case Title _, Apart _, Text _, Matrices _, Exercise _, Answered _ -> false;
    };
  }

  /** The name of it all, and what stands below it. */
  record Title(String text, List<String> below) implements Block {
    public Title {
      below = List.copyOf(below);
    }
  }

  /** Begins a part. */
  record Heading(String text) implements Block {}

  /** Begins what is on pages of its own, as the key to the exercises is. */
  record Apart(String text) implements Block {}

  /** A sentence or several. */
  record Text(String text) implements Block {}

  /**
   * A formula, in TeX without colours.
   *
   * @param sides the left side, then each further one with the sign before it
   */
  record Equation(List<String> sides) implements Block {
    public Equation {
      sides = List.copyOf(sides);
    }

    /** All of it in one line. */
    public String tex() {
      return String.join(" ", sides);
    }
  }

  /** Matrices in a row. */
  record Matrices(List<Numbered> matrices) implements Block {
    public Matrices {
      matrices = List.copyOf(matrices);
    }
  }

  /**
   * A matrix.
   *
   * @param tex its name in TeX
   * @param plain its name
   * @param caption its shape and what it is
   * @param cells its numbers as they are printed, row by row; empty texts where room is left
   */
  record Numbered(String tex, String plain, String caption, List<List<String>> cells) {
    public Numbered {
      cells = cells.stream().map(List::copyOf).toList();
    }
  }

  /**
   * A question to answer on paper.
   *
   * @param number from 1
   * @param options what there is to choose from, with their letters
   */
  record Exercise(int number, List<String> lines, List<String> options, String room)
      implements Block {
    public Exercise {
      lines = List.copyOf(lines);
      options = List.copyOf(options);
    }
  }

  /** What answers an exercise. */
  record Answered(int number, String answer) implements Block {}
}
