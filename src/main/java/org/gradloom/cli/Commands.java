package org.gradloom.cli;

import java.io.Console;
import java.io.File;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.gradloom.blas.Blas;
import org.gradloom.blas.BlasSearch;
import org.gradloom.blas.MachineBlas;
import org.gradloom.data.ReadingProgress;
import org.gradloom.data.TableOutcome;
import org.gradloom.data.TableReader;
import org.gradloom.data.TableReading;
import org.gradloom.derivation.Captions;
import org.gradloom.derivation.Derivation;
import org.gradloom.derivation.Granularity;
import org.gradloom.derivation.Notation;
import org.gradloom.derivation.Section;
import org.gradloom.engine.Trace;
import org.gradloom.export.AlignedMatrix;
import org.gradloom.export.ExportOrder;
import org.gradloom.export.ExportSetting;
import org.gradloom.export.LessonText;
import org.gradloom.export.TerminalText;
import org.gradloom.export.Tokens;
import org.gradloom.files.BuiltInLessons;
import org.gradloom.files.Documents;
import org.gradloom.files.LessonReader;
import org.gradloom.files.LessonWriter;
import org.gradloom.files.PackReader;
import org.gradloom.files.Submission;
import org.gradloom.formula.MatrixSymbol;
import org.gradloom.formula.Operand;
import org.gradloom.lesson.Lesson;
import org.gradloom.lesson.Place;
import org.gradloom.lesson.Repetition;
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

  private static final Map<String, Granularity> STEPS =
      Map.of("term", Granularity.TERM, "cell", Granularity.CELL, "matrix", Granularity.MATRIX);

  /**
   * What stands in a text that holds a matrix, and hardly in the name of a file that is not there.
   */
  private static final Pattern SEPARATOR = Pattern.compile("[\\[({;,\\s]");

  private final Texts texts;
  private final InputStream in;
  private final Terminal out;
  private final Terminal err;
  private final boolean interactive;
  private final WindowOpener window;
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
    this.in = in;
    this.out = out;
    this.err = err;
    this.interactive = interactive;
    this.window = window;
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
  public int run(String... arguments) {
    try {
      int code = outcome(arguments);
      out.flush();
      return code;
    } catch (IOException e) {
      return outputFailed(e);
    }
  }

  private int outcome(String... arguments) throws IOException {
    try {
      // The usual start need not wait for the model of all commands.
      return arguments.length == 0
          ? open(new WindowOpener.Last())
          : execute(new CommandLineModel(texts).parse(arguments));
    } catch (ParameterException e) {
      return refuse(BAD_INPUT, CommandLineModel.explain(e));
    } catch (InvalidInput e) {
      return refuse(BAD_INPUT, e.said());
    } catch (OutOfMemoryError _) {
      return refuse(FAILED, Message.of("cli.memory"));
    } catch (RuntimeException e) {
      return refuse(FAILED, Message.of("cli.unforeseen", e.toString()));
    }
  }

  private int refuse(int code, Message why) throws IOException {
    // What was printed before comes first also where both streams are one.
    out.flush();
    try {
      err.line(texts.get("cli.refusal", why).replace('\n', ' '));
      err.flush();
    } catch (IOException _) {
      // Nobody can be told; the exit code still says it.
    }
    return code;
  }

  /** A reader that has seen enough, as {@code head} has, is no failure. */
  private int outputFailed(IOException failure) {
    String reason = String.valueOf(failure.getMessage());
    String lower = reason.toLowerCase(Locale.ROOT);
    if (lower.contains("broken pipe") || lower.contains("pipe is being closed")) {
      return DONE;
    }
    try {
      err.line(texts.get("cli.refusal", Message.of("cli.outputFailed", reason)));
      err.flush();
    } catch (IOException _) {
      // Neither stream can be written; the exit code is all that is left to say it with.
    }
    return FAILED;
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
      default -> open(start(command));
    };
  }

  private static Path file(ParseResult command) {
    return file(command.matchedPositionalValue(0, ""));
  }

  private static Path file(String name) {
    if (name.isBlank()) {
      // Java takes an empty path for the present directory.
      throw new InvalidInput("cli.missingFile", "gradloom --help");
    }
    try {
      return Path.of(name);
    } catch (InvalidPathException e) {
      throw new InvalidInput("file.missing", name, Message.of("file.aDocumentFile"));
    }
  }

  // ---- the window
  // ---------------------------------------------------------------------------------

  private int open(WindowOpener.Start start) throws IOException {
    return switch (window.open(start)) {
      case WindowOpener.Closed() -> DONE;
      case WindowOpener.Unusable(var why) -> refuse(FAILED, why);
      case WindowOpener.NotShown(var why) ->
          refuse(start instanceof WindowOpener.Last ? FAILED : BAD_INPUT, why);
      case WindowOpener.NoDisplay(var why) -> {
        if (start instanceof WindowOpener.OfTable table) {
          // What is wrong with it is then all there is to say.
          reading(table);
        }
        err.line(texts.get(instead(start), why));
        err.flush();
        tell(start);
        out.line("");
        out.line(texts.get("cli.withoutWindow"));
        yield DONE;
      }
    };
  }

  /** What is said to stand in the place of a window. */
  private static String instead(WindowOpener.Start start) {
    return switch (start) {
      case WindowOpener.OfPack _ -> "cli.sheetInstead";
      case WindowOpener.OfTable _ -> "cli.tableInstead";
      case WindowOpener.At _, WindowOpener.InFile _, WindowOpener.Last _ -> "cli.instead";
    };
  }

  private static WindowOpener.Start start(ParseResult command) {
    Optional<Path> file =
        command.hasMatchedPositional(0) ? Optional.of(file(command)) : Optional.empty();
    String at = command.matchedOptionValue(CommandLineModel.AT, null);
    if (file.filter(PackReader::isOne).isPresent()) {
      if (at != null) {
        throw new InvalidInput("cli.placeInPack", at);
      }
      return new WindowOpener.OfPack(PackReader.read(file.get()), file.get());
    }
    if (file.filter(TableReader::isTable).isPresent()) {
      if (at != null) {
        throw new InvalidInput("cli.placeInTable", at);
      }
      return new WindowOpener.OfTable(file.get(), outcome(file.get()));
    }
    Optional<Lesson> lesson = file.map(LessonReader::read);
    if (at != null) {
      Derivation derivation = Derivation.of(lesson.orElseGet(Commands::first));
      Place place = derivation.lesson().convention().turned(Place.parse(at));
      // Finds out whether the walk has this place.
      derivation.at(place);
      return new WindowOpener.At(derivation, file, place);
    }
    return lesson.isPresent()
        ? new WindowOpener.InFile(lesson.get(), file.orElseThrow())
        : new WindowOpener.Last();
  }

  /**
   * What comes of a table that is read as it is.
   *
   * @throws InvalidInput if whatever is chosen in the window cannot help
   */
  private static TableOutcome outcome(Path file) {
    TableOutcome outcome = TableReader.look(file, TableChoices.NONE, ReadingProgress.UNSEEN);
    return switch (outcome) {
      case TableOutcome.Read _ -> outcome;
      case TableOutcome.Refused(_, var seen)
          when seen.isPresent() && seen.get().refused().isEmpty() ->
          outcome;
      case TableOutcome.Refused _ ->
          new TableOutcome.Read(TableReader.read(file, TableChoices.NONE, ReadingProgress.UNSEEN));
    };
  }

  /** How a table is read without a window, in which something else could be chosen. */
  private static TableReading reading(WindowOpener.OfTable table) {
    return switch (table.outcome()) {
      case TableOutcome.Read(var reading) -> reading;
      case TableOutcome.Refused(var why, _) ->
          throw new InvalidInput("file.inFile", table.file().toString(), why);
    };
  }

  /** What a terminal shows of it. */
  private void tell(WindowOpener.Start start) throws IOException {
    switch (start) {
      case WindowOpener.At at -> explain(at.derivation(), Granularity.CELL);
      case WindowOpener.InFile inFile -> explain(Derivation.of(inFile.lesson()), Granularity.CELL);
      case WindowOpener.OfTable table -> new TableAnswer(reading(table)).writeText(texts, out);
      case WindowOpener.OfPack(var pack, _) -> new Practice(texts).writeText(pack, out);
      case WindowOpener.Last _ -> explain(Derivation.of(first()), Granularity.CELL);
    }
  }

  private static Lesson first() {
    return BuiltInLessons.read(BuiltInLessons.FIRST);
  }

  // ---- in the terminal
  // ----------------------------------------------------------------------------

  private int explain(ParseResult command) throws IOException {
    explain(Derivation.of(LessonReader.read(file(command))), step(command));
    return DONE;
  }

  private static Granularity step(ParseResult command) {
    String step = command.matchedOptionValue(CommandLineModel.STEP, "cell");
    Granularity finest = STEPS.get(step);
    if (finest == null) {
      throw new InvalidInput("cli.wrongStep", step);
    }
    return finest;
  }

  private void explain(Derivation derivation, Granularity finest) throws IOException {
    requireFinite(derivation.trace());
    TerminalText.write(derivation, finest, texts, out);
  }

  private int lesson(ParseResult command) throws IOException {
    Lesson lesson = told(command.matchedPositionalValue(0, ""));
    // By the names of their scenes: comparing lessons compares all their beats.
    Set<Optional<String>> scenes = new HashSet<>();
    lesson.beats().stream()
        .filter(beat -> scenes.add(Optional.ofNullable(beat.scene())))
        .flatMap(beat -> lesson.in(beat).stream())
        .map(Trace::of)
        .forEach(Commands::requireFinite);
    LessonText.write(
        lesson, command.matchedOptionValue(CommandLineModel.ANSWERS, false), texts, out);
    return DONE;
  }

  /** A built-in lesson by its number or its name, or what is in a file. */
  private static Lesson told(String named) {
    Optional<String> builtIn = BuiltInLessons.named(named);
    if (builtIn.isPresent()) {
      return BuiltInLessons.read(builtIn.get());
    }
    Path file = file(named);
    if (!Files.exists(file)) {
      throw new InvalidInput("cli.noLesson", named, BuiltInLessons.lessons().size());
    }
    return LessonReader.read(file);
  }

  private int compute(ParseResult command) throws IOException {
    Documents documents = LessonReader.readAll(file(command));
    List<Trace> traces = new ArrayList<>();
    for (Lesson lesson : documents.lessons()) {
      try {
        traces.add(finite(lesson));
      } catch (InvalidInput e) {
        throw new InvalidInput(documents.within(traces.size(), e.said()));
      }
    }
    remark(documents);
    if (command.matchedOptionValue(CommandLineModel.JSON, false)) {
      JsonAnswer.write(traces, documents.array(), out);
      return DONE;
    }
    for (int i = 0; i < traces.size(); i++) {
      if (documents.array()) {
        out.line((i == 0 ? "" : "\n") + texts.get("compute.document", i));
      }
      matrices(traces.get(i));
    }
    return DONE;
  }

  private void matrices(Trace trace) throws IOException {
    Lesson lesson = trace.lesson();
    if (!lesson.title().isEmpty()) {
      out.line(lesson.title());
    }
    for (Section section : Derivation.of(trace).sections()) {
      Operand result = section.result();
      out.line("");
      out.line(
          result
              + "   "
              + lesson.listedShape(result)
              + "   "
              + new Captions(lesson).equation(section)
              + otherName(lesson, result));
      AlignedMatrix.write(lesson.convention().listed(result, trace.matrix(result)), "  ", out);
    }
  }

  /** The name in answers that this matrix has besides its own, such as an inner dA that is a dX. */
  private String otherName(Lesson lesson, Operand result) {
    for (int l = 0; l < lesson.layers().size(); l++) {
      for (MatrixSymbol quantity : MatrixSymbol.OF_A_LAYER) {
        Operand name = new Operand(l, quantity);
        if (!name.equals(result) && lesson.has(name) && lesson.canonical(name).equals(result)) {
          return "   " + texts.get("compute.also", name.toString());
        }
      }
    }
    return "";
  }

  private int train(ParseResult command) throws IOException {
    Documents documents = LessonReader.readAll(file(command));
    Train train = new Train(documents);
    remark(documents);
    Optional<Blas> blas =
        command.matchedOptionValue(CommandLineModel.BLAS, false)
            ? blas(bench.get().blas())
            : Optional.empty();
    Optional<Path> target = target(command, train);
    boolean json = command.matchedOptionValue(CommandLineModel.JSON, false);
    // What is reached until Ctrl C comes out before the process ends.
    try (Interruption interruption = new Interruption()) {
      Optional<Message> failure =
          train.run(
              blas,
              interruption::isAsked,
              json,
              new ProgressLine(texts, err, interactive, System::nanoTime));
      if (failure.isPresent()) {
        return refuse(FAILED, failure.get());
      }
      say(train.stopped().stream().toList());
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
    Path file = file(name);
    Export.requirePlace(file, name, command.matchedOptionValue(CommandLineModel.FORCE, false));
    return Optional.of(file);
  }

  /** The machine's BLAS, or none; either is said, since the numbers show it in their last bits. */
  private Optional<Blas> blas(MachineBlas machine) throws IOException {
    switch (machine.search()) {
      case BlasSearch.Found(Blas library) -> say(List.of(Message.of("cli.blas", library.name())));
      case BlasSearch.None(var passedOver) -> {
        say(passedOver);
        say(List.of(Message.of("cli.noBlas")));
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
    Trace trace = finite(LessonReader.read(file(command)));
    remark(Documents.single(trace.lesson()));
    boolean agrees =
        (at == null || against == null)
            ? new Check(trace, texts, out).run()
            : against(Derivation.of(trace), gradient(at), against);
    return agrees ? DONE : FAILED;
  }

  private static Operand gradient(String at) {
    return switch (Place.parse(at)) {
      case Place.OfMatrix(var operand) -> operand;
      case Place.OfCell(var operand, _) ->
          throw new InvalidInput("cli.whole", at, operand.toString());
      case Place.OfTerm(var operand, _, _) ->
          throw new InvalidInput("cli.whole", at, operand.toString());
    };
  }

  private boolean against(Derivation derivation, Operand gradient, String given)
      throws IOException {
    derivation.lesson().require(new Place.OfMatrix(gradient));
    Reading yours =
        MatrixReader.readings(fileOrText(given), derivation.lesson().listedShape(gradient))
            .getFirst();
    GradientComparison compared =
        GradientComparison.of(derivation, gradient, yours.matrix(), yours.rounding());
    say(yours.said());
    new Against(derivation, compared, texts, out).print();
    return compared.differing().isEmpty();
  }

  /** The text of a file or, where there is none of this name, the text that holds a matrix. */
  private String fileOrText(String given) throws IOException {
    boolean hasSeveralNumbers = SEPARATOR.matcher(given).find();
    return hasSeveralNumbers && !new File(given).exists() ? given : text(given);
  }

  private int mark(ParseResult command) throws IOException {
    Mark mark =
        new Mark(Commands::told, lesson -> Derivation.of(finite(lesson)), new Exercises(texts));
    mark.run(Submission.readAll(file(command)));
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
    ProgressLine progress = new ProgressLine(texts, err, interactive, System::nanoTime);
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
            PackReader.read(file(command)),
            Practice.Batch.convention(
                command.matchedOptionValue(CommandLineModel.CONVENTION, "XW")),
            command.matchedOptionValue(CommandLineModel.PAPER, "A4"),
            command.matchedOptionValue(CommandLineModel.TO, ""));
    return DONE;
  }

  private int export(ParseResult command) throws IOException {
    ProgressLine progress = new ProgressLine(texts, err, interactive, System::nanoTime);
    Lesson lesson = told(command.matchedPositionalValue(0, ""));
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
                    step(command),
                    Tokens.of(command.matchedOptionValue(CommandLineModel.THEME, Tokens.USUAL)),
                    texts),
                part -> progress.show(part, () -> Message.of("cli.exporting")));
    progress.clear();
    say(known);
    return DONE;
  }

  private int matrix(ParseResult command) throws IOException {
    String word = command.matchedOptionValue(CommandLineModel.TO, "json");
    MatrixForm form =
        MatrixForm.of(word)
            .orElseThrow(() -> new InvalidInput("cli.wrongForm", word, MatrixForm.words()));
    Reading reading =
        MatrixReader.readings(text(command.matchedPositionalValue(0, "-"))).getFirst();
    say(reading.said());
    out.line(form.write(reading.matrix()));
    return DONE;
  }

  private int data(ParseResult command) throws IOException {
    List<String> leftOut = command.matchedOptionValue(CommandLineModel.LEAVE_OUT, List.of());
    TableReading reading =
        TableReader.read(
            file(command),
            new TableChoices(
                Optional.ofNullable(command.matchedOptionValue(CommandLineModel.TARGET, null)),
                leftOut),
            ReadingProgress.UNSEEN);
    say(reading.guessed());
    TableAnswer answer = new TableAnswer(reading);
    if (command.matchedOptionValue(CommandLineModel.JSON, false)) {
      answer.writeJson(out.forPrograms());
    } else {
      answer.writeText(texts, out);
    }
    return DONE;
  }

  /** The text of a file, or of standard input where its name is {@code -}. */
  private String text(String name) throws IOException {
    return name.equals("-") ? TextOfBytes.read(in) : TextOfBytes.read(file(name));
  }

  /** What had to be decided goes beside the answer. */
  private void say(List<Message> decisions) throws IOException {
    for (Message said : decisions) {
      err.line(texts.say(said));
    }
    err.flush();
  }

  /**
   * The passes of a lesson.
   *
   * @throws InvalidInput if their numbers grow beyond what a double holds
   */
  private static Trace finite(Lesson lesson) {
    Trace trace = Trace.of(lesson);
    requireFinite(trace);
    return trace;
  }

  private static void requireFinite(Trace trace) {
    Optional<Message> impossible = trace.impossible();
    if (impossible.isPresent()) {
      throw new InvalidInput(impossible.get());
    }
    Optional<Operand> overflown = trace.firstNonFinite();
    if (overflown.isPresent()) {
      throw new InvalidInput(
          "cli.overflow",
          overflown.get().toString(),
          new Notation(trace.lesson()).plain(overflown.get()));
    }
  }

  /** What is allowed and yet worth a word, on stderr. */
  private void remark(Documents documents) throws IOException {
    for (int i = 0; i < documents.lessons().size(); i++) {
      Optional<Message> twice = Repetition.in(documents.lessons().get(i));
      if (twice.isPresent()) {
        err.line(texts.say(documents.within(i, twice.get())));
      }
    }
    err.flush();
  }
}
