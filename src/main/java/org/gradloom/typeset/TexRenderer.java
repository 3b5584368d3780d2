package org.gradloom.typeset;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import org.scilab.forge.jlatexmath.ParseException;
import org.scilab.forge.jlatexmath.TeXConstants;
import org.scilab.forge.jlatexmath.TeXFormula;

/**
 * Sets TeX as outlines and remembers the formulas set last. An outline knows no size: the same one
 * serves every font size and every zoom.
 *
 * <p>Beside TeX's commands it understands the roles of {@link TexRole} as colours, {@code \boxed}
 * for the active term (which takes no room, so that a formula stands still while the box wanders
 * from term to term; leave {@code \;} at either side of every term that can be boxed), and the
 * signs that numbers are printed with.
 */
public final class TexRenderer {
  private static final int REMEMBERED = 512;

  /** Held while the library works, which was not made for two threads at once. */
  private static final Object LIBRARY = new Object();

  /**
   * Lengths come in em whatever this is, all but the space after scripts, which TeX counts in
   * points.
   */
  private static final float POINTS = 20;

  private final Map<String, TexPicture> pictures =
      new LinkedHashMap<>(64, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, TexPicture> eldest) {
          return size() > REMEMBERED;
        }
      };

  /** A few hundred signs at most, and the slowest part to make. */
  private final Map<TexRecorder.Glyphs, String> glyphs = new HashMap<>();

  /**
   * The outlines of some TeX; may be called on any thread.
   *
   * @throws IllegalArgumentException if it cannot be set whole
   */
  public TexPicture picture(String tex) {
    synchronized (pictures) {
      TexPicture known = pictures.get(tex);
      if (known != null) {
        return known;
      }
      TexPicture drawn = draw(tex);
      pictures.put(tex, drawn);
      return drawn;
    }
  }

  /**
   * Loads the fonts of the first formulas, which takes half a second: call it once at start, away
   * from the window's thread.
   */
  public void warmUp() {
    picture(
        "\\frac{\\partial L}{\\partial \\textcolor{result}{\\boldsymbol{w_{32}}}}=\\sum_{k}"
            + "\\textcolor{left}{x_{k3}}\\cdot\\boxed{\\textcolor{right}{dz_{k2}}}"
            + "\\odot\\mathrm{e}(-1.5)\\text{max}\\bigl(0\\bigr)\\sqrt{X^{T}}'");
  }

  private TexPicture draw(String tex) {
    String checked = TexSyntax.forLibrary(tex);
    synchronized (LIBRARY) {
      try {
        var box =
            new TeXFormula(checked).createTeXIcon(TeXConstants.STYLE_DISPLAY, POINTS).getBox();
        return new TexRecorder(glyphs).record(box);
      } catch (ParseException | UnsupportedOperationException e) {
        throw new IllegalArgumentException(e.getMessage() + " in: " + tex, e);
      }
    }
  }
}
