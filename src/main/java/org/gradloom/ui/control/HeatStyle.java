package org.gradloom.ui.control;

import java.util.List;
import java.util.function.Function;
import javafx.css.CssMetaData;
import javafx.css.SimpleStyleableDoubleProperty;
import javafx.css.SimpleStyleableObjectProperty;
import javafx.css.Styleable;
import javafx.css.StyleableProperty;
import javafx.css.StyleablePropertyFactory;
import javafx.scene.control.Control;
import javafx.scene.paint.Color;
import org.jspecify.annotations.Nullable;

/** What the stylesheets say of a heat map: its colours, and the room for tags. */
final class HeatStyle {
  private static final StyleablePropertyFactory<HeatMap> STYLES =
      new StyleablePropertyFactory<>(Control.getClassCssMetaData());

  private final HeatMap map;
  private final StyleableProperty<Color> positive;
  private final StyleableProperty<Color> negative;
  private final StyleableProperty<Color> zero;
  private final StyleableProperty<Color> undefined;
  private final StyleableProperty<Number> rowGutter;
  private final StyleableProperty<Number> columnGutter;
  private @Nullable HeatColours colours;

  HeatStyle(HeatMap map) {
    this.map = map;
    positive = colour("positive", "-heat-positive", style -> style.positive, Color.ORANGE);
    negative = colour("negative", "-heat-negative", style -> style.negative, Color.PURPLE);
    zero = colour("zero", "-heat-zero", style -> style.zero, Color.WHITE);
    undefined = colour("undefined", "-heat-undefined", style -> style.undefined, Color.RED);
    rowGutter = length("rowGutter", "-gl-row-gutter", style -> style.rowGutter);
    columnGutter = length("columnGutter", "-gl-column-gutter", style -> style.columnGutter);
  }

  static List<CssMetaData<? extends Styleable, ?>> metaData() {
    return STYLES.getCssMetaData();
  }

  private StyleableProperty<Color> colour(
      String name,
      String css,
      Function<HeatStyle, StyleableProperty<Color>> property,
      Color initial) {
    return new SimpleStyleableObjectProperty<>(
        STYLES.createColorCssMetaData(css, styled -> property.apply(styled.style()), initial),
        map,
        name,
        initial) {
      @Override
      protected void invalidated() {
        colours = null;
        map.requestLayout();
      }
    };
  }

  private StyleableProperty<Number> length(
      String name, String css, Function<HeatStyle, StyleableProperty<Number>> property) {
    return new SimpleStyleableDoubleProperty(
        STYLES.createSizeCssMetaData(css, styled -> property.apply(styled.style()), 0),
        map,
        name,
        0.0) {
      @Override
      protected void invalidated() {
        map.requestLayout();
      }
    };
  }

  /** The same object until the theme changes. */
  HeatColours colours() {
    HeatColours known = colours;
    if (known == null) {
      known =
          new HeatColours(
              negative.getValue(), zero.getValue(), positive.getValue(), undefined.getValue());
      colours = known;
    }
    return known;
  }

  double rowGutter() {
    return rowGutter.getValue().doubleValue();
  }

  double columnGutter() {
    return columnGutter.getValue().doubleValue();
  }
}
