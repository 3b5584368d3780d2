package org.gradloom.ui.stage;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.DoubleConsumer;
import javafx.geometry.Dimension2D;
import javafx.geometry.Orientation;
import javafx.scene.Node;
import org.gradloom.lesson.Lesson;
import org.gradloom.matrix.Shape;
import org.gradloom.staging.StagePicture;
import org.gradloom.staging.StageSlot;
import org.gradloom.ui.control.CellSize;
import org.jspecify.annotations.Nullable;

/**
 * How large the cells on the stage are: as large as lets everything fit into the stage's share of
 * the window. Their kind is chosen as for letters of the usual size; at larger scales letters and
 * cells then grow together, as far as they have room, and where nothing fits they shrink a little.
 * A choice stays until the share changes, other matrices come, or numbers outgrow it.
 */
final class StageFit {
  /** The size of letters for which cells are chosen, in pixels. */
  private static final double USUAL_LETTERS = 13;

  /** Rather than have people scroll, letters may be so much smaller than usual. */
  private static final double LEAST_SHRINKING = 0.8;

  /** More lines are never shown whole. */
  private static final int MOST_LINES = 16;

  /** Smaller cells than these are for the matrices that need them. */
  private static final CellSize LEAST_FOR_ALL = CellSize.MEDIUM;

  private final ProductChip product;
  private final TurnedLink turned;
  private final DoubleConsumer letters;
  private final Map<Occasion, Choice> chosen = new HashMap<>();
  private final Map<Styled, Dimension2D> leastCells = new HashMap<>();

  private StageLayout.Extent room = new StageLayout.Extent(0, 0);
  private StageLayout.Extent needed = new StageLayout.Extent(0, 0);
  private StageShare share = new StageShare(room, room);
  private double wantedLetters = USUAL_LETTERS;

  /** Whether letters are as large as is wanted, and only cells are chosen. */
  private boolean firm;

  private double wornLetters;

  /** The share and the letters for which cell sizes were last chosen. */
  private @Nullable Fitted fitted;

  /** True if captions are to say less whatever room there is. */
  private boolean terse;

  /** True if captions say less and signs stand closer, because there is little room. */
  private boolean brief;

  /** The largest cells, and letters in pixels, that did for all of a walk so far. */
  private record Limit(CellSize cells, double letters) {
    static final Limit NONE = new Limit(CellSize.LARGE, Double.MAX_VALUE);

    /** Cells that had to be smaller once stay so, or they would jump from matrix to matrix. */
    Limit and(CellSize taken, double size) {
      CellSize smaller = taken.compareTo(LEAST_FOR_ALL) > 0 ? LEAST_FOR_ALL : taken;
      return new Limit(smaller.compareTo(cells) > 0 ? smaller : cells, Math.min(letters, size));
    }
  }

  /** The walk that was last seen. */
  private @Nullable Walk walk;

  private Limit limit = Limit.NONE;

  private boolean keepsForProduct = true;

  /** Room once given to the product stays, so that the stage does not move with each term. */
  private double productRoom;

  /**
   * Sizes of cells, lines shown of many, and how much a caption says; the most welcome first.
   *
   * @param across how many columns of the right operand, which those of the result are, too
   * @param product whether room is kept for the product: without, it comes where some is left
   */
  private record Fit(CellSize size, int lines, int across, boolean brief, boolean product) {
    Fit(CellSize size, int lines, boolean brief) {
      this(size, lines, lines, brief, true);
    }

    /** All lines of small matrices say more than the product, which the formula says, too. */
    static Fit withoutProduct(CellSize size) {
      return new Fit(size, MOST_LINES, MOST_LINES, true, false);
    }

    /** Its place among all, whatever has room across. */
    int index() {
      return ALL.indexOf(across(lines));
    }

    Fit across(int columns) {
      return new Fit(size, lines, columns, brief, product);
    }

    /** How many rows and columns of a matrix are shown where it sits in a product. */
    Shape most(StageSlot slot) {
      return switch (slot) {
        case RIGHT, RESULT, BIAS, MASK -> new Shape(lines, across);
        case RIGHT_ORIGIN -> new Shape(across, lines);
        case LEFT, LEFT_ORIGIN -> new Shape(lines, lines);
      };
    }

    static final List<Fit> ALL =
        List.of(
            new Fit(CellSize.LARGE, 16, false),
            new Fit(CellSize.NORMAL, 16, false),
            new Fit(CellSize.MEDIUM, 16, false),
            new Fit(CellSize.COMPACT, 16, false),
            new Fit(CellSize.COMPACT, 16, true),
            new Fit(CellSize.TINY, 16, false),
            new Fit(CellSize.TINY, 16, true),
            withoutProduct(CellSize.COMPACT),
            withoutProduct(CellSize.TINY),
            new Fit(CellSize.COMPACT, 9, true),
            new Fit(CellSize.TINY, 9, true),
            new Fit(CellSize.COMPACT, 7, true),
            new Fit(CellSize.TINY, 7, true),
            new Fit(CellSize.COMPACT, 5, true),
            new Fit(CellSize.TINY, 5, true),
            new Fit(CellSize.TINY, 4, true),
            new Fit(CellSize.TINY, 3, true),
            new Fit(CellSize.TINY, 2, true));
  }

  /** A size of cells in a window of some size of letters. */
  private record Styled(CellSize size, double em) {}

  /** What a choice of sizes depends on, but for the lengths of numbers. */
  private record Occasion(
      StagePicture picture,
      List<Shape> shapes,
      StageShare share,
      double wantedLetters,
      Limit limit) {}

  /** Where one size is to do for all that stands on the stage, one after the other. */
  private record Walk(List<Shape> inputs, StageShare share, double wantedLetters) {}

  private record Fitted(StageShare share, double letters) {}

  /** What was taken, by how much that is too large, and the size of letters, in pixels. */
  private record Choice(Fit fit, double excess, double letters) {}

  /**
   * A fit of nothing yet.
   *
   * @param letters gives everything on the stage letters of a size in pixels, at once
   */
  StageFit(ProductChip product, TurnedLink turned, DoubleConsumer letters) {
    this.product = product;
    this.turned = turned;
    this.letters = letters;
  }

  /** How much of the window is the stage's. */
  void setShare(StageShare next) {
    share = next;
  }

  /** Whether captions are to say less whatever room there is, since something stands beside. */
  void setTerse(boolean wanted) {
    if (wanted != terse) {
      terse = wanted;
      chosen.clear();
      forget();
    }
  }

  /** How large letters are to be, where there is room, in pixels. */
  void setLetters(double wanted) {
    wantedLetters = wanted;
  }

  /** What everything needs with the sizes chosen last. */
  StageLayout.Extent needed() {
    return needed;
  }

  /** Other matrices stand on the stage: sizes are chosen anew. */
  void forget() {
    fitted = null;
    productRoom = 0;
  }

  /** Chooses sizes if those there are do not fit; false if they stay. */
  boolean fit(Staged staged) {
    staged.align();
    Fitted now = new Fitted(share, wantedLetters);
    if (now.equals(fitted) && !hasOutgrown(staged)) {
      return false;
    }
    if (staged.hasColours()) {
      wear(base());
      chooseForColours(staged);
    } else {
      chooseForNumbers(staged);
    }
    fitted = now;
    return true;
  }

  /** Lets letters be as large as is wanted, whatever room there is: people sit far away. */
  void setFirm(boolean wanted) {
    firm = wanted;
    forget();
  }

  /** The letters for which cells are chosen. */
  private double base() {
    return firm ? wantedLetters : Math.min(USUAL_LETTERS, wantedLetters);
  }

  private void wear(double size) {
    // With smaller letters, all is as it is with the usual ones, but smaller.
    room = firm || size > base() ? share.most() : scaled(share.room(), base() / USUAL_LETTERS);
    if (size != wornLetters) {
      wornLetters = size;
      letters.accept(size);
    }
  }

  /**
   * Makes letters as large as is wanted and has room, and cells with them.
   *
   * @param fit what fits with the letters that are worn now
   */
  private double grow(Fit fit, Staged staged) {
    double wanted =
        firm || wantedLetters < USUAL_LETTERS ? base() : growth(fit.size()) * wantedLetters;
    double most = Math.min(wanted, limit.letters());
    double fitting =
        base()
            * Math.min(
                share.most().width() / needed.width(), share.most().height() / needed.height());
    double size = Math.max(base(), Math.floor(2 * Math.min(most, fitting)) / 2);
    wear(size);
    while (excessOf(fit, staged) > 0 && size > base()) {
      size = Math.max(base(), size - 0.5);
      wear(size);
    }
    return size;
  }

  /** Makes letters just so small that what does not fit does, or leaves them if they cannot be. */
  private Choice shrink(Choice tight, Staged staged) {
    double fitting =
        base() * Math.min(room.width() / needed.width(), room.height() / needed.height());
    for (double size = Math.floor(2 * fitting) / 2; size >= LEAST_SHRINKING * base(); size -= 0.5) {
      wear(size);
      if (excessOf(tight.fit(), staged) == 0) {
        return new Choice(tight.fit(), 0, size);
      }
    }
    wear(base());
    return new Choice(tight.fit(), excessOf(tight.fit(), staged), base());
  }

  /** Where there is room, cells may grow until they are nearly of the next size. */
  private static double growth(CellSize size) {
    return switch (size) {
      case LARGE -> 1;
      case NORMAL -> 1.4;
      case MEDIUM, COMPACT, TINY -> 1.2;
    };
  }

  private static StageLayout.Extent scaled(StageLayout.Extent extent, double factor) {
    return new StageLayout.Extent(
        Math.floor(extent.width() * factor), Math.floor(extent.height() * factor));
  }

  /** Puts everything where it belongs in an area, with the sizes there are. */
  void place(Staged staged, StageLayout.Extent area) {
    arrange(staged, area, true);
  }

  private StageLayout.Extent arrange(Staged staged, StageLayout.Extent area, boolean place) {
    StageLayout layout =
        staged.crossed()
            ? new CrossedLayout(staged, turned, productRoom)
            : new LineLayout(staged, turned, brief);
    return layout.arrange(area, place);
  }

  private double keptForProduct(Staged staged) {
    return keepsForProduct ? product.wantedRoom(staged) : 0;
  }

  /** True if numbers have come that are longer than those for which sizes were chosen. */
  private boolean hasOutgrown(Staged staged) {
    productRoom = Math.max(productRoom, keptForProduct(staged));
    return arrange(staged, room, false).excessOver(room) > needed.excessOver(room);
  }

  /** Another walk, or the same in another window, begins with the largest cells again. */
  private void follow(Staged staged) {
    Lesson lesson = staged.step().lesson();
    Walk now = new Walk(lesson.inputs().stream().map(lesson::shape).toList(), share, wantedLetters);
    if (!now.equals(walk)) {
      walk = now;
      limit = Limit.NONE;
    }
  }

  private static int firstOf(CellSize size) {
    int first = 0;
    while (Fit.ALL.get(first).size() != size) {
      first++;
    }
    return first;
  }

  /** Takes the first that lets everything fit, or the one that comes nearest. */
  private void chooseForNumbers(Staged staged) {
    follow(staged);
    Occasion occasion =
        new Occasion(staged.picture(), staged.shapes(), share, wantedLetters, limit);
    Choice before = chosen.get(occasion);
    if (before != null) {
      wear(before.letters());
      if (excessOf(before.fit(), staged) <= before.excess()) {
        return;
      }
    }
    wear(base());
    // Where numbers have grown since, nothing larger will fit.
    Choice fit = nearest(staged, before == null ? firstOf(limit.cells()) : before.fit().index());
    Choice grown =
        fit.excess() > 0
            ? shrink(fit, staged)
            : new Choice(fit.fit(), fit.excess(), grow(fit.fit(), staged));
    chosen.put(occasion, grown);
    limit = limit.and(grown.fit().size(), grown.letters());
  }

  /** Captions say less where their words would leave too little room for colours. */
  private void chooseForColours(Staged staged) {
    HeatFit fit = new HeatFit(staged.seated(), staged.crossed(), product.em());
    for (Fit words : List.of(Fit.ALL.getFirst(), Fit.ALL.getLast())) {
      excessOf(words, staged);
      double width = fit.fit(room, () -> arrange(staged, room, false));
      needed = arrange(staged, room, false);
      if (width >= room.width() / 2 && needed.excessOver(room) == 0) {
        return;
      }
    }
  }

  private Choice nearest(Staged staged, int from) {
    Fit nearest = Fit.ALL.getLast();
    double least = Double.MAX_VALUE;
    for (Fit fit : Fit.ALL.subList(from, Fit.ALL.size())) {
      if (isHopeless(fit, staged)) {
        continue;
      }
      double excess = excessOf(fit, staged);
      if (excess < least) {
        nearest = fit;
        least = excess;
      }
      if (excess == 0) {
        return new Choice(widest(fit, staged), 0, base());
      }
    }
    return new Choice(nearest, excessOf(nearest, staged), base());
  }

  /** With as many columns of the right operand and the result as have room beside the left one. */
  private Fit widest(Fit fit, Staged staged) {
    StageMatrix right = staged.seated().get(StageSlot.RIGHT);
    int all = staged.crossed() && right != null ? right.shape().columns() : 0;
    for (int across = Math.min(all, MOST_LINES); across > fit.lines(); across--) {
      Fit wider = fit.across(across);
      if (excessOf(wider, staged) == 0) {
        return wider;
      }
    }
    excessOf(fit, staged);
    return fit;
  }

  /** True if the cells alone leave the room: that is known without styling hundreds of them. */
  private boolean isHopeless(Fit fit, Staged staged) {
    Dimension2D cell = leastCells.get(new Styled(fit.size(), product.em()));
    StageMatrix leftMatrix = staged.seated().get(StageSlot.LEFT);
    StageMatrix rightMatrix = staged.seated().get(StageSlot.RIGHT);
    if (cell == null || !staged.crossed() || leftMatrix == null || rightMatrix == null) {
      return false;
    }
    Shape left = leftMatrix.shape();
    Shape right = rightMatrix.shape();
    int down = Math.min(left.rows(), fit.lines()) + Math.min(right.rows(), fit.lines());
    int across = Math.min(left.columns(), fit.lines()) + Math.min(right.columns(), fit.lines());
    return down * cell.getHeight() > room.height() || across * cell.getWidth() > room.width();
  }

  /** Gives everything a size; by how much that is too large. */
  private double excessOf(Fit fit, Staged staged) {
    brief = fit.brief() || terse;
    for (StageMatrix matrix : staged.seated().values()) {
      boolean origin = matrix.placed().seat().isOrigin();
      matrix.setBrief(brief);
      matrix
          .numbers()
          .ifPresent(grid ->
              grid.setNeighbourAtLeft(
                  staged.crossed() && matrix.placed().seat() == StageSlot.RESULT));
      matrix.setCellSize(
          origin ? ofOrigin(fit.size()) : fit.size(), fit.most(matrix.placed().seat()));
      matrix
          .heading()
          .setOrientation(staged.crossed() || firm ? Orientation.HORIZONTAL : Orientation.VERTICAL);
      matrix.heading().applyCss();
      matrix.control().applyCss();
    }
    staged.signs().forEach(Node::applyCss);
    staged.align();
    staged
        .at(StageSlot.RESULT)
        .flatMap(StageMatrix::numbers)
        .ifPresent(
            result -> leastCells.put(new Styled(fit.size(), product.em()), result.leastCell()));
    keepsForProduct = fit.product();
    productRoom = keptForProduct(staged);
    needed = arrange(staged, room, false);
    return needed.excessOver(room);
  }

  /** An origin stands back behind the matrix made from it. */
  private static CellSize ofOrigin(CellSize size) {
    return switch (size) {
      case LARGE -> CellSize.MEDIUM;
      case NORMAL, MEDIUM, COMPACT -> CellSize.COMPACT;
      case TINY -> CellSize.TINY;
    };
  }
}
