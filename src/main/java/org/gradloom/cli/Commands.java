package org.gradloom.cli;

import java.io.Console;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.gradloom.blas.Blas;
import org.gradloom.blas.BlasSearch;
import org.gradloom.blas.MachineBlas;
import org.gradloom.data.ReadingProgress;
import org.gradloom.data.TableReader;
import org.gradloom.data.TableReading;
import org.gradloom.derivation.Derivation;
import org.gradloom.engine.Trace;
import org.gradloom.export.ExportOrder;
import org.gradloom.export.ExportSetting;
import org.gradloom.export.LessonText;
import org.gradloom.export.Tokens;
import org.gradloom.files.Documents;
import org.gradloom.files.LessonReader;
import org.gradloom.files.LessonWriter;
import org.gradloom.files.PackReader;
import org.gradloom.files.Submission;
import org.gradloom.formula.Operand;
import org.gradloom.lesson.Lesson;
import org.gradloom.lesson.Place;
import org.gradloom.lesson.TableChoices;
import org.gradloom.marking.GradientComparison;
import org.gradloom.paste.MatrixReader;
import org.gradloom.paste.Reading;
import org.gradloom.practice.Exercise;
import org.gradloom.practice.Exercises;
import org.gradloom.speed.Bench;
import org.gradloom.speed.SpeedPlan;
import org.gradloom.speed.SpeedWords;
import org.gradloom.speed.Timings;
import org.gradloom.text.InvalidInput;
import org.gradloom.text.Message;
import org.gradloom.text.Texts;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;

/** The commands of the program. */
public final class Commands {
  /** Done. */
  static final int DONE = 0;

  /** What was not foreseen, and a check that fails. */
  static final int FAILED = 1;

  /** Input that cannot be used; one line on stderr says which and why. */
  static final int BAD_INPUT = 2;

  private final Texts texts;
  private final Terminal out;
  private final CommandStreams streams;
  private final Arguments arguments;
  private final WindowOrText window;
  private final Supplier<Bench> bench;
  private final @Nullable String version;

  /**
   * Commands that talk to these.
   *
   * @param interactive whether a person reads both outputs as they come
   * @param bench where things are timed, asked for only by what times
   * @param version null where the program was not packaged
   */
  Commands(
      Texts texts,
      InputStream in,
      Terminal out,
      Terminal err,
      boolean interactive,
      WindowOpener window,
      Supplier<Bench> bench,
      @Nullable String version) {
    this.texts = texts;
    this.out = out;
    this.streams = new CommandStreams(texts, out, err, interactive);
    this.arguments = new Arguments(in);
    this.window = new WindowOrText(window, streams);
    this.bench = bench;
    this.version = version;
  }

  /** Commands on the streams of this process. */
  public static Commands ofProcess(Texts texts, WindowOpener window) {
    boolean interactive =
        Optional.ofNullable(System.console()).map(Console::isTerminal).orElse(false);
    boolean ascii =
        Terminal.showsOnlyAscii(
            System.getenv(), System.getProperty("stdout.encoding", ""), interactive);
    return new Commands(
        texts,
        System.in,
        new Terminal(new FileOutputStream(FileDescriptor.out), ascii),
        new Terminal(new FileOutputStream(FileDescriptor.err), ascii),
        interactive,
        window,
        () -> Bench.ofThisMachine(MachineBlas.ofSystem()),
        Commands.class.getPackage().getImplementationVersion());
  }

  /** Carries out a command line and returns the exit code; nothing is thrown. */
  public int run(String... words) {
    try {
      int code = outcome(words);
      out.flush();
      return code;
    } catch (IOException e) {
      return streams.outputFailed(e);
    }
  }

  private int outcome(String... words) throws IOException {
    try {
      // The usual start need not wait for the model of all commands.
      return words.length == 0
          ? window.open(new WindowOpener.Last())
          : execute(new CommandLineModel(texts).parse(words));
    } catch (ParameterException e) {
      return streams.refuse(BAD_INPUT, CommandLineModel.explain(e));
    } catch (InvalidInput e) {
      return streams.refuse(BAD_INPUT, e.said());
    } catch (OutOfMemoryError _) {
      return streams.refuse(FAILED, Message.of("cli.memory"));
    } catch (RuntimeException e) {
      return streams.refuse(FAILED, Message.of("cli.unforeseen", e.toString()));
    }
  }

  private int execute(ParseResult parsed) throws IOException {
    ParseResult command = parsed.hasSubcommand() ? parsed.subcommand() : parsed;
    if (command.isUsageHelpRequested()) {
      out.write(
          command
              .commandSpec()
              .commandLine()
              .getUsageMessage(CommandLine.Help.Ansi.OFF)
              .replace("\r\n", "\n"));
      return DONE;
    }
    if (command.isVersionHelpRequested()) {
      out.line(
          version == null ? texts.get("cli.versionUnknown") : texts.get("cli.version", version));
      return DONE;
    }
    return switch (command.commandSpec().name()) {
      case CommandLineModel.EXPLAIN -> explain(command);
      case CommandLineModel.LESSON -> lesson(command);
      case CommandLineModel.COMPUTE -> compute(command);
      case CommandLineModel.TRAIN -> train(command);
      case CommandLineModel.CHECK -> check(command);
      case CommandLineModel.MARK -> mark(command);
      case CommandLineModel.MATRIX -> matrix(command);
      case CommandLineModel.DATA -> data(command);
      case CommandLineModel.PRACTICE -> practice(command);
      case CommandLineModel.SPEED -> speed(command);
      case CommandLineModel.WORKSHEET -> worksheet(command);
      case CommandLineModel.EXPORT -> export(command);
      default -> window.open(StartArguments.of(command));
    };
  }

  private int explain(ParseResult command) throws IOException {
    new Explain(texts, out)
        .write(Derivation.of(LessonReader.read(Arguments.file(command))), Arguments.step(command));
    return DONE;
  }

  private int lesson(ParseResult command) throws IOException {
    Lesson lesson = Arguments.lesson(command.matchedPositionalValue(0, ""));
    // By the names of their scenes: comparing lessons compares all their beats.
    Set<Optional<String>> scenes = new HashSet<>();
    lesson.beats().stream()
        .filter(beat -> scenes.add(Optional.ofNullable(beat.scene())))
        .flatMap(beat -> lesson.in(beat).stream())
        .map(Trace::of)
        .forEach(FiniteTrace::require);
    LessonText.write(
        lesson, command.matchedOptionValue(CommandLineModel.ANSWERS, false), texts, out);
    return DONE;
  }

  private int compute(ParseResult command) throws IOException {
    Documents documents = LessonReader.readAll(Arguments.file(command));
    List<Trace> traces = new ArrayList<>();
    for (Lesson lesson : documents.lessons()) {
      try {
        traces.add(FiniteTrace.of(lesson));
      } catch (InvalidInput e) {
        throw new InvalidInput(documents.within(traces.size(), e.said()));
      }
    }
    streams.remark(documents);
    if (command.matchedOptionValue(CommandLineModel.JSON, false)) {
      JsonAnswer.write(traces, documents.array(), out);
      return DONE;
    }
    new Compute(texts, out).write(traces, documents.array());
    return DONE;
  }

  private int train(ParseResult command) throws IOException {
    Documents documents = LessonReader.readAll(Arguments.file(command));
    Train train = new Train(documents);
    streams.remark(documents);
    Optional<Blas> blas =
        command.matchedOptionValue(CommandLineModel.BLAS, false)
            ? blas(bench.get().blas())
            : Optional.empty();
    Optional<Path> target = target(command, train);
    boolean json = command.matchedOptionValue(CommandLineModel.JSON, false);
    // What is reached until Ctrl C comes out before the process ends.
    try (Interruption interruption = new Interruption()) {
      Optional<Message> failure = train.run(blas, interruption::isAsked, json, streams.progress());
      if (failure.isPresent()) {
        return streams.refuse(FAILED, failure.get());
      }
      streams.say(train.stopped().stream().toList());
      target.ifPresent(file -> LessonWriter.save(train.saved(), file));
      if (json) {
        train.writeJson(out);
      } else {
        train.writeText(texts, out);
      }
      out.flush();
    }
    return DONE;
  }

  /** Where a trained document goes; nothing is trained for a place that takes none. */
  private static Optional<Path> target(ParseResult command, Train train) {
    String name = command.matchedOptionValue(CommandLineModel.SAVE, null);
    if (name == null) {
      return Optional.empty();
    }
    train.requireOne();
    Path file = Arguments.file(name);
    Export.requirePlace(file, name, command.matchedOptionValue(CommandLineModel.FORCE, false));
    return Optional.of(file);
  }

  /** The machine's BLAS, or none; either is said, since the numbers show it in their last bits. */
  private Optional<Blas> blas(MachineBlas machine) throws IOException {
    switch (machine.search()) {
      case BlasSearch.Found(Blas library) ->
          streams.say(List.of(Message.of("cli.blas", library.name())));
      case BlasSearch.None(var passedOver) -> {
        streams.say(passedOver);
        streams.say(List.of(Message.of("cli.noBlas")));
      }
    }
    return machine.blas();
  }

  private int check(ParseResult command) throws IOException {
    String at = command.matchedOptionValue(CommandLineModel.AT, null);
    String against = command.matchedOptionValue(CommandLineModel.AGAINST, null);
    if ((at == null) != (against == null)) {
      throw new InvalidInput(
          "cli.atAndAgainst", at == null ? CommandLineModel.AT : CommandLineModel.AGAINST);
    }
    Trace trace = FiniteTrace.of(LessonReader.read(Arguments.file(command)));
    streams.remark(Documents.single(trace.lesson()));
    boolean agrees =
        (at == null || against == null)
            ? new Check(trace, texts, out).run()
            : against(Derivation.of(trace), Arguments.gradient(at), against);
    return agrees ? DONE : FAILED;
  }

  private boolean against(Derivation derivation, Operand gradient, String given)
      throws IOException {
    derivation.lesson().require(new Place.OfMatrix(gradient));
    Reading yours =
        MatrixReader.readings(
                arguments.fileOrText(given), derivation.lesson().listedShape(gradient))
            .getFirst();
    GradientComparison compared =
        GradientComparison.of(derivation, gradient, yours.matrix(), yours.rounding());
    streams.say(yours.said());
    new Against(derivation, compared, texts, out).print();
    return compared.differing().isEmpty();
  }

  private int mark(ParseResult command) throws IOException {
    Mark mark =
        new Mark(
            Arguments::lesson,
            lesson -> Derivation.of(FiniteTrace.of(lesson)),
            new Exercises(texts));
    mark.run(Submission.readAll(Arguments.file(command)));
    if (command.matchedOptionValue(CommandLineModel.JSON, false)) {
      mark.writeJson(texts, out.forPrograms());
    } else {
      mark.writeText(texts, out);
    }
    return DONE;
  }

  private int practice(ParseResult command) throws IOException {
    if (command.matchedOptionValue(CommandLineModel.KINDS, false)) {
      for (Exercise.Kind kind : Exercise.Kind.values()) {
        out.line(kind.documentName() + "\t" + texts.say(kind.asks()));
      }
      return DONE;
    }
    Practice.Batch batch = Practice.Batch.of(command);
    Practice practice = new Practice(texts);
    if (command.matchedOptionValue(CommandLineModel.JSON, false)) {
      practice.writeJson(batch, out.forPrograms());
    } else {
      practice.writeText(batch, command.matchedOptionValue(CommandLineModel.ANSWERS, false), out);
    }
    return DONE;
  }

  private int speed(ParseResult command) throws IOException {
    Bench here = bench.get();
    SpeedPlan plan = Speed.plan(command.matchedOptionValue(CommandLineModel.SIZES, null));
    ProgressLine progress = streams.progress();
    Timings found =
        here.measurer()
            .measure(
                plan,
                Timings.none(),
                () -> false,
                now -> progress.show(now.part(), () -> SpeedWords.step(now)));
    progress.clear();
    Speed answer = new Speed(here, plan, found);
    if (command.matchedOptionValue(CommandLineModel.JSON, false)) {
      answer.writeJson(texts, out.forPrograms());
    } else {
      answer.writeText(texts, out);
    }
    return DONE;
  }

  private int worksheet(ParseResult command) {
    new Sheets(texts)
        .write(
            PackReader.read(Arguments.file(command)),
            Practice.Batch.convention(
                command.matchedOptionValue(CommandLineModel.CONVENTION, "XW")),
            command.matchedOptionValue(CommandLineModel.PAPER, "A4"),
            command.matchedOptionValue(CommandLineModel.TO, ""));
    return DONE;
  }

  private int export(ParseResult command) throws IOException {
    ProgressLine progress = streams.progress();
    Lesson lesson = Arguments.lesson(command.matchedPositionalValue(0, ""));
    String at = command.matchedOptionValue(CommandLineModel.AT, null);
    List<Message> known =
        new Export(
                command.matchedOptionValue(CommandLineModel.TO, ""),
                Optional.ofNullable(command.matchedOptionValue(CommandLineModel.AS, null)),
                command.matchedOptionValue(CommandLineModel.FORCE, false),
                Stream.of(ExportSetting.values())
                    .filter(setting -> command.hasMatchedOption(setting.option()))
                    .toList())
            .write(
                new ExportOrder(
                    lesson,
                    Optional.ofNullable(at)
                        .map(place -> lesson.convention().turned(Place.parse(place))),
                    Arguments.step(command),
                    Tokens.of(command.matchedOptionValue(CommandLineModel.THEME, Tokens.USUAL)),
                    texts),
                part -> progress.show(part, () -> Message.of("cli.exporting")));
    progress.clear();
    streams.say(known);
    return DONE;
  }

  private int matrix(ParseResult command) throws IOException {
    String word = command.matchedOptionValue(CommandLineModel.TO, "json");
    MatrixForm form =
        MatrixForm.of(word)
            .orElseThrow(() -> new InvalidInput("cli.wrongForm", word, MatrixForm.words()));
    Reading reading =
        MatrixReader.readings(arguments.text(command.matchedPositionalValue(0, "-"))).getFirst();
    streams.say(reading.said());
    out.line(form.write(reading.matrix()));
    return DONE;
  }

  private int data(ParseResult command) throws IOException {
    List<String> leftOut = command.matchedOptionValue(CommandLineModel.LEAVE_OUT, List.of());
    TableReading reading =
        TableReader.read(
            Arguments.file(command),
            new TableChoices(
                Optional.ofNullable(command.matchedOptionValue(CommandLineModel.TARGET, null)),
                leftOut),
            ReadingProgress.UNSEEN);
    streams.say(reading.guessed());
    TableAnswer answer = new TableAnswer(reading);
    if (command.matchedOptionValue(CommandLineModel.JSON, false)) {
      answer.writeJson(out.forPrograms());
    } else {
      answer.writeText(texts, out);
    }
    return DONE;
  }
}
