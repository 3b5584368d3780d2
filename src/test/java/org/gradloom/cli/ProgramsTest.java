package org.gradloom.cli;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.File;
import java.io.IOException;
import java.io.StringWriter;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javax.tools.JavaCompiler;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;
import org.gradloom.RandomLessons;
import org.gradloom.files.LessonWriter;
import org.gradloom.lesson.Lesson;
import org.gradloom.lesson.TrainingPlan;
import org.gradloom.rule.Activation;
import org.gradloom.rule.LossKind;
import org.gradloom.rule.Optimizer;
import org.gradloom.training.PlannedRun;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Exported programs, run by what they are for: with {@code --json} each prints the numbers of
 * {@code compute --json} or {@code train --json}, member for member.
 */
class ProgramsTest {
  private static final double NEAR = 1e-9;
  private static final int FIRST_PORT = 20_000;
  private static final Executor LATER = CompletableFuture.delayedExecutor(4, TimeUnit.MINUTES);

  /** Runs each program with --json in a name space of its own and prints one line for each. */
  private static final String DRIVER =
      """
      import contextlib, io, os, runpy, sys, warnings
      # σ of a far negative logit overflows on its way to the right 0.
      warnings.filterwarnings("ignore", "overflow encountered in exp")
      ports = os.environ.get("PORTS", "").split()
      for k, program in enumerate(sys.argv[1:]):
          if ports:
              os.environ["MASTER_PORT"] = ports[k]
          sys.argv = [program, "--json"]
          printed = io.StringIO()
          with contextlib.redirect_stdout(printed):
              runpy.run_path(program, run_name="__main__")
          print(printed.getvalue().strip())
      """;

  /** Runs the cells of each notebook; what they say of gradients goes to the errors. */
  private static final String NOTEBOOKS =
      """
      import contextlib, io, json, sys, warnings
      warnings.filterwarnings("ignore", "overflow encountered in exp")
      for notebook in sys.argv[1:]:
          names = {"__name__": "__main__"}
          cells = json.load(open(notebook, encoding="utf-8"))["cells"]
          code = [cell["source"] for cell in cells if cell["cell_type"] == "code"]
          kinks = any("np.maximum" in one or "np.where(Z" in one for one in code)
          printed = io.StringIO()
          with contextlib.redirect_stdout(printed):
              for one in code:
                  exec(compile(one, notebook, "exec"), names)
          for line in printed.getvalue().splitlines():
              if line.startswith("dL/d"):
                  print(line if not kinks else notebook + " kinks " + line, file=sys.stderr)
          print(json.dumps(names["answer"]))
      """;

  /** What a language could take for more than a comment. */
  private static final List<String> TITLES =
      List.of(
          "",
          "C:\\users\\me",
          "Vibe coding: lesson 1",
          "coding=none",
          "\"\"\" ''' */ \\",
          "−½ 中文 😀",
          "one\ntwo");

  @TempDir private Path folder;
  private final List<Lesson> lessons = new ArrayList<>();
  private final List<Path> documents = new ArrayList<>();

  /** Every loss, reduction, convention, activation and optimizer, shuffled and in order. */
  @BeforeEach
  void drawDocuments() {
    lessons.addAll(RandomLessons.any(28, 17));
    List<Lesson> trained =
        RandomLessons.any(40, 18).stream()
            .filter(lesson -> lesson.loss().kind().isLearnt())
            .map(Lesson::withoutMasks)
            .toList();
    for (int k = 0; k < trained.size() && lessons.size() < 48; k++) {
      Lesson planned = trained.get(k).with(plan(trained.get(k), k));
      if (new PlannedRun(planned).run((_, _) -> {})
          instanceof PlannedRun.Trained(var layers, _, long taken)) {
        // Some go on from what was saved, with what their optimizer remembers.
        lessons.add(k % 5 == 0 ? planned.trained(layers, taken) : planned);
      }
    }
    assertThat(lessons).hasSize(48);
    assertThat(lessons.stream().map(lesson -> lesson.loss().kind()).distinct())
        .containsExactlyInAnyOrder(LossKind.values());
    assertThat(
            lessons.stream()
                .flatMap(lesson -> lesson.layers().stream())
                .map(layer -> layer.activation())
                .distinct())
        .containsExactlyInAnyOrderElementsOf(Activation.all());
    for (int k = 0; k < lessons.size(); k++) {
      Path document = folder.resolve("d" + k + ".gradloom.json");
      LessonWriter.save(lessons.get(k).withTitle(TITLES.get(k % TITLES.size())), document);
      documents.add(document);
    }
  }

  private static TrainingPlan plan(Lesson lesson, int k) {
    List<Optimizer> optimizers = Optimizer.kinds(0.01);
    return new TrainingPlan(
        optimizers.get(k % optimizers.size()),
        1 + k % (lesson.samples() + 1),
        3,
        k % 2 == 0,
        OptionalLong.of(k - 7),
        Optional.empty(),
        OptionalInt.empty());
  }

  // ---- what they print

  @Test
  void programsInNumPyPrintTheAnswers() throws Exception {
    Optional<String> python = python("numpy");
    assumeTrue(python.isPresent(), "SKIPPED: no python3 here has NumPy (python3-numpy)");
    agree(python.orElseThrow(), exported(".py"), documents, Map.of());
  }

  @Test
  void programsInPyTorchPrintTheAnswers() throws Exception {
    Optional<String> python = python("torch");
    assumeTrue(python.isPresent(), "SKIPPED: no python3 here has PyTorch (python3-torch)");
    agree(python.orElseThrow(), exported(".py", "--as", "pytorch", "--force"), documents, Map.of());
  }

  /** Every cell runs, shapes are as asserted, and no gradient of smooth networks differs. */
  @Test
  void notebooksComeToTheAnswers() throws Exception {
    Optional<String> python = python("numpy");
    assumeTrue(python.isPresent(), "SKIPPED: no python3 here has NumPy (python3-numpy)");
    List<String> command = new ArrayList<>(List.of(python.orElseThrow(), "-c", NOTEBOOKS));
    exported(".ipynb").forEach(notebook -> command.add(notebook.toString()));
    ProcessBuilder cells =
        new ProcessBuilder(command).redirectError(folder.resolve("errors").toFile());
    agree(printed(start(cells)), documents);
    assertThat(Files.readString(folder.resolve("errors")).lines())
        .hasSizeGreaterThan(100)
        .allMatch(line -> line.endsWith("agrees") || line.contains(" kinks "));
  }

  /** Two or three processes share mini-batches, of one row too, and of rows left over. */
  @Test
  void programsInPyTorchTrainTheSameOnSeveralProcesses() throws Exception {
    Optional<String> python = python("torch");
    assumeTrue(python.isPresent(), "SKIPPED: no python3 here has PyTorch (python3-torch)");
    List<Path> programs = exported(".py", "--as", "pytorch");
    assertThat(lessons.subList(28, 35).stream().map(ProgramsTest::batchSize))
        .anyMatch(size -> size > 3 && size % 3 > 0)
        .anyMatch(size -> size < 3);
    trainTogether(python.orElseThrow(), 3, programs.subList(28, 35), documents.subList(28, 35));
    trainTogether(python.orElseThrow(), 2, programs.subList(35, 45), documents.subList(35, 45));
  }

  private static int batchSize(Lesson lesson) {
    return Math.min(requireNonNull(lesson.training()).batchSize(), lesson.samples());
  }

  /** The first process prints the answers, and the others nothing. */
  private void trainTogether(String python, int world, List<Path> programs, List<Path> of)
      throws Exception {
    Map<String, String> shared =
        Map.of(
            "WORLD_SIZE",
            Integer.toString(world),
            "MASTER_ADDR",
            "127.0.0.1",
            "PORTS",
            freePorts(programs.size()));
    List<Process> processes = new ArrayList<>();
    List<CompletableFuture<Void>> watches = List.of();
    try {
      for (int rank = 0; rank < world; rank++) {
        Map<String, String> own = with(shared, "RANK", Integer.toString(rank));
        String errors = rank == 0 ? "errors" : "errors" + rank;
        processes.add(start(interpreter(python, programs, own, errors)));
      }
      // The others would wait for it for half an hour.
      watches =
          processes.stream()
              .map(process ->
                  process
                      .onExit()
                      .thenAccept(ended -> {
                        if (ended.exitValue() != 0) {
                          processes.forEach(Process::destroyForcibly);
                        }
                      }))
              .toList();
      agree(printed(processes.getFirst()), of);
      for (Process other : processes.subList(1, world)) {
        // The driver ends each program's part by a line break.
        assertThat(new String(other.getInputStream().readAllBytes(), StandardCharsets.UTF_8))
            .isBlank();
        assertThat(other.waitFor()).isZero();
      }
    } finally {
      watches.forEach(watch -> watch.cancel(true));
      processes.forEach(Process::destroyForcibly);
    }
  }

  @Test
  void programsInJavaPrintTheAnswers() throws Exception {
    List<Path> sources = new ArrayList<>();
    List<Path> programs = exported(".java");
    for (int k = 0; k < programs.size(); k++) {
      String text = Files.readString(programs.get(k)).replace("class Backprop", "class B" + k);
      sources.add(Files.writeString(folder.resolve("B" + k + ".java"), text));
    }
    String all =
        IntStream.range(0, programs.size())
            .mapToObj("B%d.main(args);"::formatted)
            .collect(
                Collectors.joining(
                    "\n", "class All { public static void main(String[] args) {\n", "\n} }\n"));
    sources.add(Files.writeString(folder.resolve("All.java"), all));
    compile(sources);
    String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
    String classes = folder + File.pathSeparator + System.getProperty("java.class.path");
    ProcessBuilder compiled =
        new ProcessBuilder(java, "-XX:TieredStopAtLevel=1", "-cp", classes, "All", "--json")
            .redirectError(folder.resolve("errors").toFile());
    agree(printed(start(compiled)), documents);
  }

  // ---- how they are run

  private List<Path> exported(String ending, String... further) {
    List<Path> programs = new ArrayList<>();
    for (Path document : documents) {
      Path program =
          folder.resolve(document.getFileName().toString().replace(".gradloom.json", ending));
      InProcess process = new InProcess();
      String[] arguments =
          Stream.concat(
                  Stream.of("export", document.toString(), "--to", program.toString()),
                  Stream.of(further))
              .toArray(String[]::new);
      assertThat(process.run(arguments)).as(process.err()).isZero();
      programs.add(program);
    }
    return programs;
  }

  private void agree(
      String python, List<Path> programs, List<Path> of, Map<String, String> environment)
      throws Exception {
    agree(printed(start(interpreter(python, programs, environment, "errors"))), of);
  }

  /** What hangs is ended, and its exit code is then a failure. */
  private static Process start(ProcessBuilder builder) throws IOException {
    Process process = builder.start();
    LATER.execute(process::destroyForcibly);
    return process;
  }

  private ProcessBuilder interpreter(
      String python, List<Path> programs, Map<String, String> environment, String errors) {
    List<String> command = new ArrayList<>(List.of(python, "-c", DRIVER));
    programs.forEach(program -> command.add(program.toString()));
    ProcessBuilder builder =
        new ProcessBuilder(command).redirectError(folder.resolve(errors).toFile());
    builder.environment().put("OMP_NUM_THREADS", "1");
    builder.environment().putAll(environment);
    return builder;
  }

  private List<String> printed(Process process) throws Exception {
    String printed = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(process.waitFor()).as("%s", Files.readString(folder.resolve("errors"))).isZero();
    return printed.lines().toList();
  }

  private void agree(List<String> answers, List<Path> of) {
    assertThat(answers).hasSameSizeAs(of);
    List<String> differences = new ArrayList<>();
    for (int k = 0; k < of.size(); k++) {
      InProcess process = new InProcess();
      Lesson lesson = lessons.get(documents.indexOf(of.get(k)));
      String command = lesson.training() == null ? "compute" : "train";
      assertThat(process.run(command, "--json", of.get(k).toString())).isZero();
      compare(
          of.get(k).getFileName() + " " + lesson.loss().kind() + " " + lesson.convention() + " ",
          new JsonMapper().readTree(process.out()),
          new JsonMapper().readTree(answers.get(k)),
          differences);
    }
    assertThat(differences).isEmpty();
  }

  private static void compare(
      String path, JsonNode expected, JsonNode found, List<String> differences) {
    if (expected.isNumber()) {
      double right = expected.doubleValue();
      if (!(Math.abs(right - found.doubleValue()) <= NEAR * (1 + Math.abs(right)))) {
        differences.add(path + " is " + found + " but should be " + right);
      }
    } else if (expected.isArray()) {
      assertThat(found.isArray()).as(path).isTrue();
      assertThat(found.size()).as(path).isEqualTo(expected.size());
      for (int i = 0; i < expected.size(); i++) {
        compare(path + "[" + i + "]", expected.get(i), found.get(i), differences);
      }
    } else {
      assertThat(found.propertyNames())
          .as(path)
          .containsExactlyElementsOf(expected.propertyNames());
      for (String name : expected.propertyNames()) {
        compare(path + "." + name, expected.get(name), found.get(name), differences);
      }
    }
  }

  private static Map<String, String> with(
      Map<String, String> environment, String name, String value) {
    return Stream.concat(environment.entrySet().stream(), Stream.of(Map.entry(name, value)))
        .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
  }

  /**
   * Ports that nobody listens at, joined by blanks. Not of those that systems hand out by
   * themselves: by the time a program listens at its own, a connection of the programs before it
   * could have taken it.
   */
  private static String freePorts(int count) {
    List<String> free = new ArrayList<>();
    for (int port = FIRST_PORT + (int) (System.nanoTime() % 5_000); free.size() < count; port++) {
      try (ServerSocket socket = new ServerSocket(port)) {
        free.add(Integer.toString(socket.getLocalPort()));
      } catch (IOException _) {
        // Somebody does: the next.
      }
    }
    return String.join(" ", free);
  }

  /** A Python that has a library: the one of the path, or else the system's own. */
  private static Optional<String> python(String library) throws Exception {
    for (String python : List.of("python3", "/usr/bin/python3")) {
      try {
        Process process =
            new ProcessBuilder(python, "-c", "import " + library)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start();
        if (process.waitFor(60, TimeUnit.SECONDS) && process.exitValue() == 0) {
          return Optional.of(python);
        }
      } catch (IOException _) {
        // There is no such program: ask the next.
      }
    }
    return Optional.empty();
  }

  private void compile(List<Path> sources) throws Exception {
    JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
    StringWriter said = new StringWriter();
    try (StandardJavaFileManager files = compiler.getStandardFileManager(null, null, null)) {
      boolean compiled =
          compiler
              .getTask(
                  said,
                  files,
                  null,
                  List.of(
                      "-proc:none",
                      "-classpath",
                      System.getProperty("java.class.path"),
                      "-d",
                      folder.toString()),
                  null,
                  files.getJavaFileObjectsFromPaths(sources))
              .call();
      assertThat(compiled).as(said.toString()).isTrue();
    }
  }
}
