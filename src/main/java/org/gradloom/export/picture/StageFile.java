package org.gradloom.export.picture;

import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.DoubleConsumer;
import java.util.stream.IntStream;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageTypeSpecifier;
import javax.imageio.ImageWriter;
import javax.imageio.metadata.IIOMetadata;
import javax.imageio.metadata.IIOMetadataNode;
import javax.imageio.stream.ImageOutputStream;
import org.gradloom.derivation.Derivation;
import org.gradloom.derivation.Granularity;
import org.gradloom.derivation.Narration;
import org.gradloom.derivation.SampleCards;
import org.gradloom.derivation.Step;
import org.gradloom.export.Tokens;
import org.gradloom.export.handout.Handout;
import org.gradloom.formula.MatrixSymbol;
import org.gradloom.formula.Operand;
import org.gradloom.lesson.Lesson;
import org.gradloom.lesson.Place;
import org.gradloom.matrix.Cell;
import org.gradloom.text.InvalidInput;
import org.gradloom.text.Markup;
import org.gradloom.text.Texts;

/** The stage at a place as a picture, or all steps of its matrix as one that moves. */
public final class StageFile {
  /** The greatest width of a picture, in pixels: no slide and no screen shows more. */
  public static final int WIDEST = 4000;

  private static final double SCALE = 2;

  /** Up to this width a picture that moves has twice the pixels too; nobody sends larger ones. */
  private static final double WIDEST_MOVING = 2600;

  /** The longer side of a card of which sixteen are still read beside each other. */
  private static final int LARGEST_CARD = 8;

  /** So many steps are watched; more go from cell to cell. */
  private static final int MOST_FRAMES = 60;

  private static final int HUNDREDTHS = 90;
  private static final int LAST_HUNDREDTHS = 300;

  private final Derivation derivation;
  private final Texts texts;
  private final Brush brush;
  private final StepPainter painter;

  /**
   * Ready to write.
   *
   * @param colours those of a theme
   * @throws InvalidInput if a matrix is too large to be read
   */
  public StageFile(Lesson lesson, Tokens colours, Texts texts) {
    Handout.requireReadable(lesson);
    this.derivation = Derivation.of(lesson);
    this.texts = texts;
    this.brush = new Brush(colours);
    this.painter = new StagePainter(derivation, texts, brush);
  }

  /** The step at a place, or the end of the first layer's dL/dW where none is named. */
  private Step step(Optional<Place> at) {
    Operand dW = new Operand(0, MatrixSymbol.DW);
    var shape = derivation.lesson().shape(dW);
    return derivation.at(
        at.orElse(
            new Place.OfTerm(
                dW,
                new Cell(shape.rows() - 1, shape.columns() - 1),
                derivation.lesson().samples() - 1)));
  }

  /**
   * As paths, which stay sharp at any size.
   *
   * @param headway is told the part that is done
   */
  public byte[] svg(Optional<Place> at, DoubleConsumer headway) {
    Step step = step(at);
    SvgInk ink = new SvgInk();
    StepPainter.Extent extent = painter.extent(step);
    brush.ground(extent, ink);
    painter.draw(step, ink, headway);
    String title = Markup.plain(texts.say(Narration.of(step).where()));
    return ink.file(extent, title).getBytes(StandardCharsets.UTF_8);
  }

  /** Whether a picture at a place has fewer pixels than twice the window's, for its width. */
  public boolean isNarrowed(Optional<Place> at) {
    return SCALE * painter.extent(step(at)).width() > WIDEST;
  }

  /**
   * As pixels, twice as many each way as the window has, or as its width allows.
   *
   * @param headway is told the part that is done
   */
  public byte[] png(Optional<Place> at, DoubleConsumer headway) {
    Step step = step(at);
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try {
      StepPainter.Extent extent = painter.extent(step);
      double scale = Math.min(SCALE, WIDEST / extent.width());
      ImageIO.write(image(painter, step, extent, scale, headway), "png", bytes);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return bytes.toByteArray();
  }

  private BufferedImage image(
      StepPainter drawing,
      Step step,
      StepPainter.Extent extent,
      double scale,
      DoubleConsumer headway) {
    BufferedImage image =
        new BufferedImage(
            (int) Math.rint(extent.width() * scale),
            (int) Math.rint(extent.height() * scale),
            BufferedImage.TYPE_INT_RGB);
    Graphics2D on = image.createGraphics();
    on.scale(scale, scale);
    PaintedInk ink = new PaintedInk(on);
    brush.ground(extent, ink);
    drawing.draw(step, ink, headway);
    on.dispose();
    return image;
  }

  // ---- moving

  /** The steps that make the matrix of a place, as fine as they can be watched. */
  private List<Step> frames(Step of) {
    for (Granularity finest : List.of(Granularity.TERM, Granularity.CELL)) {
      Step last = derivation.at(new Place.OfMatrix(of.result()));
      long end = derivation.indexOf(finest, last);
      long count =
          finest == Granularity.TERM
              ? of.section().cells() * of.section().terms()
              : of.section().cells();
      if (count <= MOST_FRAMES) {
        List<Step> steps = new ArrayList<>();
        for (long i = end - count + 1; i <= end; i++) {
          steps.add(derivation.at(finest, i));
        }
        return steps;
      }
    }
    return rows(of);
  }

  /** The last cell of each row. */
  private List<Step> rows(Step of) {
    List<Step> steps = new ArrayList<>();
    var shape = of.section().shape();
    for (int i = 0; i < shape.rows(); i++) {
      steps.add(derivation.at(new Place.OfCell(of.result(), new Cell(i, shape.columns() - 1))));
    }
    return steps;
  }

  /**
   * The steps of a place's matrix, one after the other, for ever.
   *
   * @param headway is told the part that is done
   */
  public byte[] gif(Optional<Place> at, DoubleConsumer headway) {
    return moving(painter, frames(step(at)), headway);
  }

  /**
   * The cards that add up to dL/dW, dealt one after the other, for ever.
   *
   * @param at the gradient that they make, the first layer's where none is named; one cell of it is
   *     traced through them
   * @param headway is told the part that is done
   * @throws InvalidInput if a place is of no dL/dW, or its cards are too large, with what would fit
   */
  public byte[] cards(Optional<Place> at, DoubleConsumer headway) {
    List<Step> deals = deals(at.orElse(new Place.OfMatrix(new Operand(0, MatrixSymbol.DW))));
    return moving(new CardsPainter(derivation, deals, texts, brush), deals, headway);
  }

  private List<Step> deals(Place at) {
    Step step = derivation.at(at);
    SampleCards cards =
        SampleCards.at(derivation, step)
            .orElseThrow(
                () -> new InvalidInput("export.cardsOfWeights", new Operand(0, MatrixSymbol.DW)));
    if (Math.max(cards.shape().rows(), cards.shape().columns()) > LARGEST_CARD) {
      throw new InvalidInput("export.cardsTooLarge", cards.shape(), LARGEST_CARD);
    }
    Step end = derivation.at(new Place.OfMatrix(step.result()));
    long first = derivation.indexOf(Granularity.SAMPLE, end) - cards.size() + 1;
    return IntStream.range(0, cards.size())
        .mapToObj(card ->
            switch (at) {
              case Place.OfMatrix _ -> derivation.at(Granularity.SAMPLE, first + card);
              case Place.OfCell _, Place.OfTerm _ ->
                  derivation.at(new Place.OfTerm(step.result(), step.cell(), card));
            })
        .toList();
  }

  private byte[] moving(StepPainter drawing, List<Step> frames, DoubleConsumer headway) {
    StepPainter.Extent extent =
        frames.stream().map(drawing::extent).reduce(StepPainter.Extent::union).orElseThrow();
    double scale =
        Math.min(WIDEST / extent.width(), Math.clamp(WIDEST_MOVING / extent.width(), 1, SCALE));
    int parts = 2 * frames.size();
    List<Runs> images = new ArrayList<>();
    for (Step step : frames) {
      int painted = images.size();
      images.add(
          Runs.of(
              image(
                  drawing, step, extent, scale, part -> headway.accept((painted + part) / parts))));
    }
    Palette palette = Palette.of(images);
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    ImageWriter writer = ImageIO.getImageWritersByFormatName("gif").next();
    try (ImageOutputStream out = ImageIO.createImageOutputStream(bytes)) {
      writer.setOutput(out);
      writer.prepareWriteSequence(null);
      for (int i = 0; i < frames.size(); i++) {
        BufferedImage image = palette.of(images.get(i));
        boolean last = i == frames.size() - 1;
        writer.writeToSequence(
            new IIOImage(
                image, null, timed(writer, image, last ? LAST_HUNDREDTHS : HUNDREDTHS, i == 0)),
            null);
        headway.accept((frames.size() + i + 1.0) / parts);
      }
      writer.endWriteSequence();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } finally {
      writer.dispose();
    }
    return bytes.toByteArray();
  }

  /** What goes before a frame: how long it stays, and before the first that it all comes again. */
  private static IIOMetadata timed(
      ImageWriter writer, BufferedImage image, int hundredths, boolean first) throws IOException {
    IIOMetadata data = writer.getDefaultImageMetadata(new ImageTypeSpecifier(image), null);
    String format = data.getNativeMetadataFormatName();
    IIOMetadataNode root = (IIOMetadataNode) data.getAsTree(format);
    IIOMetadataNode control = new IIOMetadataNode("GraphicControlExtension");
    control.setAttribute("disposalMethod", "none");
    control.setAttribute("userInputFlag", "FALSE");
    control.setAttribute("transparentColorFlag", "FALSE");
    control.setAttribute("transparentColorIndex", "0");
    control.setAttribute("delayTime", Integer.toString(hundredths));
    root.appendChild(control);
    if (first) {
      IIOMetadataNode extensions = new IIOMetadataNode("ApplicationExtensions");
      IIOMetadataNode loop = new IIOMetadataNode("ApplicationExtension");
      loop.setAttribute("applicationID", "NETSCAPE");
      loop.setAttribute("authenticationCode", "2.0");
      loop.setUserObject(new byte[] {1, 0, 0});
      extensions.appendChild(loop);
      root.appendChild(extensions);
    }
    data.setFromTree(format, root);
    return data;
  }
}
