package org.gradloom.ui.stage;

import java.util.List;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;
import javafx.geometry.Dimension2D;
import org.gradloom.matrix.Shape;
import org.gradloom.ui.control.CellMetrics;
import org.gradloom.ui.control.CellSize;
import org.gradloom.ui.store.Explore;

/**
 * A view of matrices in bands below each other. The largest cells are chosen with which all have
 * room; where not even the smallest do, each matrix shows what is around the present cell.
 */
abstract class BandedView extends OtherView {
  /** How many rows or columns are in sight at most. */
  private static final int MOST = NamedMatrix.AROUND.rows();

  private static final int LEAST_ROWS = 4;

  /** Fewer than of rows: a matrix that is cut at the right is worse than a narrow one. */
  private static final int LEAST_COLUMNS = 2;

  private static final double GAP = 1.1;

  private static final List<CellSize> SIZES =
      List.of(CellSize.LARGE, CellSize.NORMAL, CellSize.MEDIUM, CellSize.COMPACT, CellSize.TINY);

  /** A size of cells, and how many rows and columns of a matrix are in sight. */
  private record Fit(ViewSize size, Shape most) {}

  BandedView(String id) {
    super(id);
  }

  /** The bands that are shown, from the top. */
  abstract List<ViewBand> bands();

  @Override
  final StageLayout.Extent arrange(
      Explore state, StageLayout.Extent area, StageLayout.Extent whole) {
    boolean beside = fits(new Fit(size(CellSize.TINY), all()), area);
    StageLayout.Extent room =
        beside || !fits(new Fit(size(CellSize.TINY), all()), whole) ? area : whole;
    Fit fit = best(room);
    boolean wide =
        bands().stream().anyMatch(band -> band.hasWordsBelow(room.width(), fit.size(), fit.most()));
    double left = wide ? 0 : Math.max(0, Math.rint((room.width() - width(fit, room.width())) / 2));
    double y = CellMetrics.HALO;
    for (ViewBand band : bands()) {
      y = band.place(left, y, room.width(), fit.size(), fit.most()) + GAP * em();
    }
    return new StageLayout.Extent(
        Math.ceil(width(fit, room.width())), Math.ceil(Math.max(0, y - GAP * em())));
  }

  private static Shape all() {
    return NamedMatrix.AROUND;
  }

  private ViewSize size(CellSize cells) {
    return new ViewSize(cells, em());
  }

  private Fit best(StageLayout.Extent room) {
    return SIZES.stream()
        .map(cells -> new Fit(size(cells), all()))
        .filter(fit -> fits(fit, room))
        .findFirst()
        .orElseGet(() -> part(room));
  }

  /** Cells that can be read rather than as many as there can be. */
  private Fit part(StageLayout.Extent room) {
    ViewSize size = size(CellSize.COMPACT);
    int columns =
        most(
            LEAST_COLUMNS,
            n -> width(new Fit(size, new Shape(MOST, n)), room.width()) <= room.width());
    int rows =
        most(
            LEAST_ROWS,
            n -> height(new Fit(size, new Shape(n, columns)), room.width()) <= room.height());
    return new Fit(size, new Shape(rows, columns));
  }

  private static int most(int least, IntPredicate fits) {
    return IntStream.iterate(MOST, n -> n > least, n -> n - 1)
        .filter(fits)
        .findFirst()
        .orElse(least);
  }

  private boolean fits(Fit fit, StageLayout.Extent room) {
    return width(fit, room.width()) <= room.width() && height(fit, room.width()) <= room.height();
  }

  private double width(Fit fit, double room) {
    return bands().stream()
        .map(band -> band.extent(room, fit.size(), fit.most()))
        .mapToDouble(Dimension2D::getWidth)
        .max()
        .orElse(0);
  }

  private double height(Fit fit, double room) {
    List<ViewBand> bands = bands();
    return CellMetrics.HALO
        + bands.stream()
            .map(band -> band.extent(room, fit.size(), fit.most()))
            .mapToDouble(Dimension2D::getHeight)
            .sum()
        + GAP * em() * (bands.size() - 1);
  }
}
