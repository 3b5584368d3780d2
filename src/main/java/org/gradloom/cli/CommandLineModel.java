package org.gradloom.cli;

import java.util.List;
import org.gradloom.export.ExportKind;
import org.gradloom.export.ExportSetting;
import org.gradloom.export.Tokens;
import org.gradloom.text.Message;
import org.gradloom.text.Texts;
import picocli.CommandLine;
import picocli.CommandLine.MissingParameterException;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Model.PositionalParamSpec;
import picocli.CommandLine.OverwrittenOptionException;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;
import picocli.CommandLine.UnmatchedArgumentException;

/**
 * The grammar of the command line. It is built by calls and not by annotations, so that every word
 * of its help comes from the texts.
 */
final class CommandLineModel {
  static final String EXPLAIN = "explain";
  static final String COMPUTE = "compute";
  static final String TRAIN = "train";
  static final String CHECK = "check";
  static final String DATA = "data";
  static final String LESSON = "lesson";
  static final String MARK = "mark";
  static final String MATRIX = "matrix";
  static final String PRACTICE = "practice";
  static final String SPEED = "speed";
  static final String WORKSHEET = "worksheet";
  static final String EXPORT = "export";
  static final String SAVE = "--save";
  static final String AS = "--as";
  static final String FORCE = "--force";
  static final String PAPER = "--paper";
  static final String AT = ExportSetting.PLACE.option();
  static final String AGAINST = "--against";
  static final String STEP = ExportSetting.STEP.option();
  static final String THEME = ExportSetting.THEME.option();
  static final String BLAS = "--blas";
  static final String JSON = "--json";
  static final String TO = "--to";
  static final String ANSWERS = "--answers";
  static final String KINDS = "--kinds";
  static final String KIND = "--kind";
  static final String SEED = "--seed";
  static final String COUNT = "--count";
  static final String CONVENTION = "--convention";
  static final String TARGET = "--target";
  static final String LEAVE_OUT = "--leave-out";
  static final String LEVEL = "--level";
  static final String SIZES = "--sizes";

  private static final String PROGRAM = "gradloom";
  private static final int HELP_WIDTH = 90;

  private final Texts texts;
  private final CommandLine commandLine;

  CommandLineModel(Texts texts) {
    this.texts = texts;
    CommandSpec root =
        command(PROGRAM, "cli.program")
            .addOption(value(AT, "cli.at", "PLACE"))
            .addOption(
                OptionSpec.builder("-V", "--version")
                    .versionHelp(true)
                    .description(texts.get("cli.versionHelp"))
                    .build())
            .addPositional(file("0..1", "cli.fileToOpen"));
    root.addSubcommand(
        EXPLAIN,
        command(EXPLAIN, "cli.explain")
            .addOption(value(STEP, "cli.step", "term|cell|matrix"))
            .addPositional(file("1", "cli.file")));
    root.addSubcommand(
        LESSON,
        command(LESSON, "cli.lesson")
            .addOption(flag(ANSWERS, "cli.answers"))
            .addPositional(positional("1", "FILE|NAME", "cli.fileOrName")));
    root.addSubcommand(
        COMPUTE,
        command(COMPUTE, "cli.compute")
            .addOption(json())
            .addPositional(file("1", "cli.fileOrArray")));
    root.addSubcommand(
        TRAIN,
        command(TRAIN, "cli.train")
            .addOption(flag(BLAS, "cli.blasOption"))
            .addOption(json())
            .addOption(value(SAVE, "cli.save", "OUT"))
            .addOption(flag(FORCE, "cli.force"))
            .addPositional(file("1", "cli.fileOrArray")));
    root.addSubcommand(
        CHECK,
        command(CHECK, "cli.check")
            .addOption(value(AT, "cli.gradientAt", "layerN/dW"))
            .addOption(value(AGAINST, "cli.against", "MINE"))
            .addPositional(file("1", "cli.file")));
    root.addSubcommand(
        EXPORT,
        command(EXPORT, "cli.export")
            .addOption(value(TO, "cli.toExport", "OUT"))
            .addOption(value(AS, "cli.as", ExportKind.words()))
            .addOption(value(AT, "cli.exportAt", "PLACE"))
            .addOption(value(STEP, "cli.step", "term|cell|matrix"))
            .addOption(value(THEME, "cli.theme", String.join("|", Tokens.themes())))
            .addOption(flag(FORCE, "cli.force"))
            .addPositional(positional("1", "FILE|NAME", "cli.fileOrName")));
    root.addSubcommand(
        MARK,
        command(MARK, "cli.mark").addOption(json()).addPositional(file("1", "cli.fileOfAnswers")));
    root.addSubcommand(
        MATRIX,
        command(MATRIX, "cli.matrix")
            .addOption(value(TO, "cli.to", MatrixForm.words()))
            .addPositional(file("0..1", "cli.fileOfMatrix")));
    root.addSubcommand(
        DATA,
        command(DATA, "cli.data")
            .addOption(value(TARGET, "cli.target", "NAME"))
            .addOption(values(LEAVE_OUT, "cli.leaveOut", "NAME"))
            .addOption(json())
            .addPositional(file("1", "cli.fileOfTable")));
    root.addSubcommand(
        PRACTICE,
        command(PRACTICE, "cli.practice")
            .addOption(flag(KINDS, "cli.kinds"))
            .addOption(value(KIND, "cli.kind", "KIND"))
            .addOption(value(SEED, "cli.seed", "S"))
            .addOption(value(COUNT, "cli.count", "N"))
            .addOption(value(CONVENTION, "cli.convention", "XW|XWt|WX|WtX"))
            .addOption(value(LEVEL, "cli.level", "1…4"))
            .addOption(value(SIZES, "cli.sizes", "N,D,M"))
            .addOption(flag(ANSWERS, "cli.key"))
            .addOption(json()));
    root.addSubcommand(
        SPEED,
        command(SPEED, "cli.speed")
            .addOption(value(SIZES, "cli.speedSizes", "16,…"))
            .addOption(json()));
    root.addSubcommand(
        WORKSHEET,
        command(WORKSHEET, "cli.worksheet")
            .addOption(value(TO, "cli.toSheet", "OUT"))
            .addOption(value(PAPER, "cli.paper", "A4|Letter"))
            .addOption(value(CONVENTION, "cli.convention", "XW|XWt|WX|WtX"))
            .addPositional(positional("1", "PACK", "cli.fileOfPack")));
    root.usageMessage().commandListHeading(texts.get("cli.commandsHeading") + "%n");
    String usage = texts.get("cli.usageHeading") + " ";
    root.usageMessage()
        .customSynopsis(
            PROGRAM + " [--at=PLACE] [FILE]",
            " ".repeat(usage.length()) + PROGRAM + " " + texts.get("cli.commandLabel"));
    commandLine =
        new CommandLine(root)
            .setExpandAtFiles(false)
            // Otherwise a lone “--at=…” of a value in quotes would lose them.
            .setTrimQuotes(false);
  }

  private CommandSpec command(String name, String descriptionKey) {
    CommandSpec command =
        CommandSpec.create()
            .name(name)
            .addOption(
                OptionSpec.builder("-h", "--help")
                    .usageHelp(true)
                    .description(texts.get("cli.help"))
                    .build());
    command
        .usageMessage()
        .description(texts.get(descriptionKey))
        .synopsisHeading(texts.get("cli.usageHeading") + " ")
        .width(HELP_WIDTH);
    return command;
  }

  private OptionSpec value(String name, String descriptionKey, String label) {
    return OptionSpec.builder(name)
        .type(String.class)
        .arity("1")
        .paramLabel(label)
        .description(texts.get(descriptionKey))
        .build();
  }

  /** An option that may be given more than once. */
  private OptionSpec values(String name, String descriptionKey, String label) {
    return OptionSpec.builder(name)
        .type(List.class)
        .auxiliaryTypes(String.class)
        .arity("1")
        .paramLabel(label)
        .description(texts.get(descriptionKey))
        .build();
  }

  private OptionSpec json() {
    return flag(JSON, "cli.json");
  }

  private OptionSpec flag(String name, String descriptionKey) {
    return OptionSpec.builder(name)
        .type(boolean.class)
        .arity("0")
        .description(texts.get(descriptionKey))
        .build();
  }

  private PositionalParamSpec file(String arity, String descriptionKey) {
    return positional(arity, "FILE", descriptionKey);
  }

  private PositionalParamSpec positional(String arity, String label, String descriptionKey) {
    return PositionalParamSpec.builder()
        .type(String.class)
        .index("0")
        .arity(arity)
        .required(arity.equals("1"))
        .paramLabel(label)
        .description(texts.get(descriptionKey))
        .build();
  }

  /**
   * @throws ParameterException if the arguments are no command line; see {@link #explain}
   */
  ParseResult parse(String... arguments) {
    return commandLine.parseArgs(arguments);
  }

  /** The one sentence for a command line that is none. */
  static Message explain(ParameterException fault) {
    String help = fault.getCommandLine().getCommandSpec().qualifiedName() + " --help";
    return switch (fault) {
      case UnmatchedArgumentException unmatched ->
          Message.of(
              unmatched.isUnknownOption() ? "cli.unknownOption" : "cli.extraArgument",
              unmatched.getUnmatched().getFirst(),
              help);
      case MissingParameterException missing ->
          missing.getMissing().getFirst() instanceof OptionSpec option
              ? Message.of("cli.missingValue", option.longestName(), help)
              : Message.of("cli.missingFile", help);
      case OverwrittenOptionException twice ->
          Message.of("cli.twice", ((OptionSpec) twice.getOverwritten()).longestName(), help);
      default -> Message.of("cli.valueTooMany", help);
    };
  }
}
