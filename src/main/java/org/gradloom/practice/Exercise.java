package org.gradloom.practice;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.gradloom.derivation.Derivation;
import org.gradloom.lesson.Beat;
import org.gradloom.lesson.Lesson;
import org.gradloom.lesson.Region;
import org.gradloom.lesson.Wording;
import org.gradloom.marking.Marker;
import org.gradloom.marking.WrongAnswers;
import org.gradloom.text.Message;

/**
 * One exercise: a lesson of one beat, which asks for something that it covers.
 *
 * @param lesson with its one beat, so that Explore can open it
 * @param given the matrices that are shown with the question
 */
public record Exercise(Draw draw, Lesson lesson, List<Given> given) {
  public Exercise {
    given = List.copyOf(given);
    if (lesson.beats().size() != 1 || lesson.beats().getFirst().ask() == null) {
      throw new IllegalArgumentException("An exercise is one beat that asks");
    }
  }

  /** The numbers alone, of which nothing is asked or covered. */
  public Lesson numbers() {
    return lesson.withoutBeats();
  }

  /** The one beat. */
  public Beat beat() {
    return lesson.beats().getFirst();
  }

  /** What it asks. */
  public Beat.Ask ask() {
    Beat.Ask ask = beat().ask();
    if (ask == null) {
      throw new IllegalStateException("An exercise is one beat that asks");
    }
    return ask;
  }

  /** Three, each telling more. */
  public List<Wording> hints() {
    return beat().hints();
  }

  /** Marks answers to it. */
  public Marker marker() {
    return new Marker(Derivation.of(lesson), ask());
  }

  /** The same with another headline. */
  public Exercise asking(Wording question) {
    Beat beat = beat();
    Beat.Ask ask = ask();
    Beat other =
        new Beat(
            beat.scene(),
            beat.screen(),
            beat.at(),
            question,
            beat.say(),
            beat.cover(),
            new Beat.Ask(
                ask.kind(),
                ask.of(),
                question,
                ask.options(),
                ask.wrong(),
                ask.answer(),
                ask.measured()),
            beat.view(),
            beat.nudge(),
            beat.notes(),
            beat.show(),
            beat.hints(),
            beat.sizes());
    return new Exercise(
        draw,
        new Lesson(
            lesson.title(),
            lesson.convention(),
            lesson.x(),
            lesson.layers(),
            lesson.loss(),
            lesson.learningRate(),
            lesson.training(),
            lesson.scenes(),
            List.of(other)),
        given);
  }

  /** The wrong answers that a marker knows the idea behind, each with its idea. */
  public List<Beat.Wrong> wrongAnswers() {
    return new WrongAnswers(Derivation.of(lesson), ask()).list();
  }

  /** Where the answer is the value, if it is the value at a place. */
  public Optional<Region> place() {
    return switch (ask().kind()) {
      case NUMBER, ROW, MATRIX -> Optional.ofNullable(ask().of());
      case SHAPE, CHOICE, CHOICES, ORDER, LINES, CELLS, EXPRESSION, PARTS -> Optional.empty();
    };
  }

  /** The kinds of exercises, in the order of the course. */
  public enum Kind {
    Z_CELL("z-cell", Group.FORWARD, 2, 1, new LayerRecipes.OfZ()),
    MEETING_LINES("meeting-lines", Group.FORWARD, 2, 1, new MeetingLinesRecipe()),
    INFLUENCE("influence", Group.FORWARD, 1, 1, new InfluenceRecipe()),
    SHAPES("shapes", Group.FORWARD, 2, 6, new ShapesRecipe()),
    LEGAL_PRODUCTS("legal-products", Group.FORWARD, 2, 6, new LegalProductsRecipe()),
    ONE_SAMPLE_DW("one-sample-dw", Group.WEIGHTS, 4, 4, new LayerRecipes.OfOneSample()),
    DW_CELL("dw-cell", Group.WEIGHTS, 2, 5, new LayerRecipes.OfWeights()),
    DB("db", Group.WEIGHTS, 3, 10, new LayerRecipes.OfBias()),
    REDUCTION("reduction", Group.WEIGHTS, 2, 7, new LayerRecipes.OfMean()),
    DX_ROW("dx-row", Group.INPUTS, 3, 8, new LayerRecipes.OfInputs()),
    ORDER_FACTORS("order-factors", Group.WEIGHTS, 2, 6, new OrderFactorsRecipe()),
    PLANTED_MISTAKE("planted-mistake", Group.CODE, 2, 5, new PlantedMistakeRecipe()),
    EXPRESSION("expression", Group.CODE, 2, 10, new ExpressionRecipe()),
    SGD_STEP("sgd-step", Group.WEIGHTS, 2, 3, new LayerRecipes.OfStep()),
    GATE("gate", Group.INPUTS, 2, 11, new NetworkRecipes.OfGate()),
    CONVENTION("convention", Group.INPUTS, 4, 6, new LayerRecipes.OfOtherConvention()),
    TWO_LAYERS("two-layers", Group.INPUTS, 2, 12, new NetworkRecipes.OfTwoLayers()),
    SOFTMAX_ROW("softmax-row", Group.INPUTS, 3, 13, new NetworkRecipes.OfSoftmax()),
    GRADIENT_CHECK("gradient-check", Group.CODE, 2, 14, new GradientCheckRecipe()),
    JACOBIAN_COUNT("jacobian-count", Group.CODE, 1, 9, new JacobianCountRecipe()),
    LIVE_LAYER("live-layer", Group.CODE, 2, 14, new NetworkRecipes.OfLiveLayer());

    /** What kinds of exercises are about. */
    public enum Group {
      FORWARD,
      WEIGHTS,
      INPUTS,
      CODE;

      /** Its heading. */
      public Message title() {
        return Message.of("practice.group." + name());
      }

      /** Its kinds, in the order of the course. */
      public List<Kind> kinds() {
        return Arrays.stream(Kind.values()).filter(kind -> kind.group() == this).toList();
      }
    }

    /** The level of a row. */
    private static final int ROW = 3;

    private final String documentName;
    private final Group group;
    private final int ownLevel;
    private final int lesson;

    @SuppressWarnings("ImmutableEnumChecker") // a recipe holds nothing
    private final Recipe recipe;

    Kind(String documentName, Group group, int ownLevel, int lesson, Recipe recipe) {
      this.documentName = documentName;
      this.group = group;
      this.ownLevel = ownLevel;
      this.lesson = lesson;
      this.recipe = recipe;
    }

    /** The kind with this name, as packs and commands write it. */
    public static Optional<Kind> of(String documentName) {
      return Arrays.stream(values())
          .filter(kind -> kind.documentName.equals(documentName))
          .findFirst();
    }

    /** As packs and commands write it. */
    public String documentName() {
      return documentName;
    }

    public Group group() {
      return group;
    }

    /**
     * The level at which a learner begins. Of a row or a matrix the worked example shows all but
     * the last entry, so nothing easier need come before; any other kind begins with one term.
     */
    public int firstLevel() {
      return ownLevel >= ROW ? ROW : 1;
    }

    /** The level it is drawn at where none is asked for. */
    public int ownLevel() {
      return ownLevel;
    }

    /** The number of the built-in lesson that explains it. */
    public int lesson() {
      return lesson;
    }

    /** Its name in a list. */
    public Message title() {
      return Message.of("practice.kind." + documentName);
    }

    /** What it asks, in one sentence. */
    public Message asks() {
      return Message.of("practice.asks." + documentName);
    }

    Recipe recipe() {
      return recipe;
    }
  }
}
