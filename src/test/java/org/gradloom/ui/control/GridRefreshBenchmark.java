package org.gradloom.ui.control;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import javafx.animation.AnimationTimer;
import javafx.application.Platform;
import javafx.scene.Scene;
import javafx.scene.layout.HBox;
import javafx.stage.Stage;
import org.gradloom.matrix.Cell;
import org.gradloom.matrix.Matrix;
import org.gradloom.matrix.Numbers;
import org.gradloom.matrix.Shape;
import org.gradloom.text.Texts;
import org.gradloom.ui.theme.Appearance;
import org.gradloom.ui.theme.Fonts;

/**
 * What a step costs the window's thread on three grids of 16×16: the refresh alone, and with the
 * CSS and layout that it causes. A program of its own, because JMH has no window's thread.
 */
public final class GridRefreshBenchmark {
  private static final int SIDE = 16;
  private static final int ROUNDS = 400;
  private static final int WARM_UP = 300;
  private static final Shape SHAPE = new Shape(SIDE, SIDE);

  /** What a frame changes. */
  private enum Walk {
    NOTHING,
    TERMS,
    CELLS
  }

  private final List<MatrixGrid> grids = new ArrayList<>();
  private final Matrix matrix;
  private final CountDownLatch done = new CountDownLatch(1);
  private final long[] refresh = new long[ROUNDS];
  private final long[] pulse = new long[ROUNDS];
  private int round;
  private long start;
  private long refreshed;

  private GridRefreshBenchmark() {
    Random random = new Random(1);
    matrix = Matrix.numbers(SHAPE, (i, j) -> random.nextInt(19) - 9);
  }

  public static void main(String[] arguments) throws InterruptedException {
    GridRefreshBenchmark benchmark = new GridRefreshBenchmark();
    Platform.startup(benchmark::show);
    if (!benchmark.done.await(2, TimeUnit.MINUTES)) {
      System.out.println("Gave up after two minutes");
    }
    Platform.exit();
  }

  private void show() {
    Fonts.load();
    for (String id : List.of("A", "B", "C")) {
      MatrixGrid grid =
          new MatrixGrid(
              id, new SampleFaces(id, matrix).content(), Texts.english(), new MemoryClipboard());
      grid.setCellSize(CellSize.TINY);
      grids.add(grid);
    }
    HBox root = new HBox(10);
    root.getChildren().addAll(grids);
    Stage stage = new Stage();
    Scene scene = new Scene(root, 990, 600);
    stage.setScene(scene);
    Appearance.usual().applyTo(scene);
    stage.show();
    // In the frame itself, so that what is measured is the toolkit's own work on what has changed.
    scene.addPreLayoutPulseListener(this::step);
    scene.addPostLayoutPulseListener(this::frameLaidOut);
    new AnimationTimer() {
      @Override
      public void handle(long now) {
        Platform.requestNextPulse();
      }
    }.start();
  }

  private int perWalk() {
    return WARM_UP + ROUNDS;
  }

  private Walk walk() {
    return Walk.values()[round / perWalk()];
  }

  private void step() {
    if (round >= Walk.values().length * perWalk()) {
      return;
    }
    int step =
        switch (walk()) {
          case NOTHING -> 0;
          case TERMS -> round;
          case CELLS -> round;
        };
    int cell = walk() == Walk.CELLS ? step % SHAPE.size() : 3;
    int row = cell / SIDE;
    int column = cell % SIDE;
    int term = step % SIDE;
    List<GridContent> contents =
        List.of(
            content(new Lit(matrix, row, -1, row, term, CellState.LEFT, 0)),
            content(new Lit(matrix, -1, column, term, column, CellState.RIGHT, 0)),
            content(new Lit(matrix, -1, -1, row, column, CellState.RESULT, step)));
    start = System.nanoTime();
    for (int g = 0; g < grids.size(); g++) {
      grids.get(g).setContent(contents.get(g));
    }
    refreshed = System.nanoTime();
  }

  private void frameLaidOut() {
    if (round >= Walk.values().length * perWalk()) {
      return;
    }
    int measured = round % perWalk() - WARM_UP;
    if (measured >= 0) {
      refresh[measured] = refreshed - start;
      pulse[measured] = System.nanoTime() - start;
    }
    if (measured == ROUNDS - 1) {
      System.out.printf(
          "%-8s refresh %s, with CSS and layout %s%n", walk(), spread(refresh), spread(pulse));
    }
    round++;
    if (round == Walk.values().length * perWalk()) {
      done.countDown();
    }
  }

  private static String spread(long[] nanos) {
    Arrays.sort(nanos);
    return "%.3f ms (95 %%: %.3f)"
        .formatted(nanos[nanos.length / 2] / 1e6, nanos[nanos.length * 95 / 100] / 1e6);
  }

  private static GridContent content(Lit faces) {
    return new GridContent(
        SHAPE,
        faces,
        faces.litRow < 0
            ? Optional.empty()
            : Optional.of(new LineTag(faces.litRow, "i = " + (faces.litRow + 1), CellState.LEFT)),
        faces.litColumn < 0
            ? Optional.empty()
            : Optional.of(
                new LineTag(faces.litColumn, "j = " + (faces.litColumn + 1), CellState.RIGHT)),
        Optional.of(new Cell(faces.activeRow, faces.activeColumn)));
  }

  /** A lit line, and one cell of it active. */
  private record Lit(
      Matrix matrix,
      int litRow,
      int litColumn,
      int activeRow,
      int activeColumn,
      CellState role,
      int sum)
      implements CellContents {
    private static final Set<CellState> NONE = Set.of();

    @Override
    public String text(int row, int column) {
      return Numbers.format(isActive(row, column) ? sum % 97 : matrix.get(row, column));
    }

    @Override
    public Set<CellState> marks(int row, int column) {
      if (isActive(row, column)) {
        return EnumSet.of(role, CellState.ACTIVE);
      }
      return row == litRow || column == litColumn ? EnumSet.of(role) : NONE;
    }

    private boolean isActive(int row, int column) {
      return row == activeRow && column == activeColumn;
    }

    @Override
    public String spoken(int row, int column) {
      return "row " + (row + 1) + ", column " + (column + 1) + ": " + text(row, column);
    }
  }
}
