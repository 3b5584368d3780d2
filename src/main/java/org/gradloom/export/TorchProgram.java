package org.gradloom.export;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.gradloom.derivation.CodeListing;
import org.gradloom.lesson.Phase;
import org.gradloom.lesson.TrainingPlan;
import org.gradloom.rule.WeightPenalty;

/**
 * A document as a program in PyTorch. One that trains takes part in a run of several processes
 * where the environment names them: each takes its share of every mini-batch, and N stays that of
 * the whole, so that shares of the loss and of its gradients only have to be summed.
 */
final class TorchProgram {
  private static final String RANKS =
      """
      distributed = all(
          name in os.environ for name in ("WORLD_SIZE", "RANK", "MASTER_ADDR", "MASTER_PORT"))
      rank, world = 0, 1
      device = torch.device("cuda" if torch.cuda.is_available() else "cpu")
      if distributed:
          dist.init_process_group("nccl" if torch.cuda.is_available() else "gloo")
          rank, world = dist.get_rank(), dist.get_world_size()
          if torch.cuda.is_available():
              local = int(os.environ.get("LOCAL_RANK", rank % torch.cuda.device_count()))
              device = torch.device("cuda", local)
              torch.cuda.set_device(device)
      network = Network().to(device)
      """;

  private static final String SHARED =
      "model = torch.nn.parallel.DistributedDataParallel(network) if distributed else network";

  private TorchProgram() {}

  static byte[] write(ExportOrder order, Headway headway) {
    ProgramSource source = new ProgramSource(order, CodeListing.Language.PYTORCH);
    return NumPyProgram.text(
        source
            .plan()
            .map(plan -> training(source, plan))
            .orElseGet(() ->
                PythonProgram.computing(
                    source, "L.item()", source.heading("#", "code.run.PYTORCH"))));
  }

  private static List<String> training(ProgramSource source, TrainingPlan plan) {
    CodeListing.Preparation before = source.listing().preparation();
    List<String> rates =
        source.lesson().loss().penalties().stream().map(WeightPenalty::variable).toList();
    List<String> lines =
        new ArrayList<>(source.heading("#", "code.run.PYTORCH", "code.run.distributed"));
    lines.addAll(List.of("import json", "import math", "import os", "import sys"));
    lines.add("from itertools import chain, islice");
    lines.addAll(before.imports());
    lines.addAll(List.of("import torch.distributed as dist", ""));
    before.inputs().forEach(input -> lines.add(input.text()));
    lines.addAll(PythonProgram.miniBatches(source, plan));
    lines.addAll(network(source, rates));
    RANKS.lines().forEach(lines::add);
    boolean learns = source.parameters().stream().anyMatch(ProgramSource.Learnt::learns);
    // Where nothing learns there is nothing to agree on, which PyTorch takes for a mistake.
    lines.add(learns ? SHARED : "model = network");
    String names = names(source);
    lines.add(names + " = " + members(source, "network"));
    lines.addAll(before.settings());
    if (source.lesson().layers().stream().anyMatch(layer -> layer.state() != null)) {
      lines.addAll(
          List.of(
              "for memory in optimizer.state.values():",
              "    memory.update({name: value.to(device) for name, value in memory.items()"
                  + " if name != \"step\"})"));
    }
    lines.addAll(List.of("", "# " + source.text("code.comment.allRows"), "step_losses = []"));
    lines.add("for rows in chain(islice(mini_batches(), FIRST, LAST), [list(range(ROWS))]):");
    lines.add("    # " + source.text("code.comment.share"));
    lines.add("    share = rows[rank::world]");
    lines.add("    " + PythonProgram.taken(source, "share", ".to(device)"));
    if (!rates.isEmpty()) {
      lines.add("    # " + source.text("code.comment.once"));
    }
    lines.add(
        "    loss = model("
            + inputs(source)
            + ", len(rows)"
            + rates.stream()
                .map(rate -> ", " + rate + " if rank == 0 else 0.0")
                .collect(Collectors.joining())
            + ")");
    lines.addAll(
        List.of(
            "    total = loss.detach().clone()",
            "    if distributed:",
            "        dist.all_reduce(total)"));
    lines.addAll(PythonProgram.stopsWhereDiverged(source, "total"));
    lines.addAll(
        List.of(
            "    if FIRST + len(step_losses) == LAST:",
            "        break",
            "    step_losses.append(total.item())"));
    if (learns) {
      lines.addAll(
          List.of(
              "    optimizer.zero_grad()",
              "    # " + source.text("code.comment.summed"),
              "    (world * loss).backward()",
              "    optimizer.step()"));
    }
    lines.addAll(List.of("", "# " + source.text("code.comment.trained")));
    lines.addAll(
        PythonProgram.dictionary(
            "\"stepLosses\": step_losses, \"finalLoss\": total.item()",
            source.trained(PythonProgram::matrix, PythonProgram::list, PythonProgram::entry)));
    List<String> readable = new ArrayList<>(PythonProgram.losses(source));
    readable.add("torch.set_printoptions(precision=17)");
    readable.add(
        "for name in \""
            + PythonProgram.names(source)
            + "\".split(): print(name, globals()[name].detach(), sep=\" =\\n\")");
    lines.add("if rank == 0:");
    PythonProgram.printed(readable).forEach(line -> lines.add("    " + line));
    lines.addAll(
        List.of(
            "    if \"--save\" in sys.argv:",
            "        torch.save(network.state_dict(), sys.argv[sys.argv.index(\"--save\") + 1])",
            "if distributed:",
            "    dist.destroy_process_group()"));
    return lines;
  }

  /** The forward pass and the loss as a module, whose parameters every process has. */
  private static List<String> network(ProgramSource source, List<String> rates) {
    List<String> lines = new ArrayList<>();
    lines.addAll(
        List.of(
            "class Network(torch.nn.Module):",
            "    def __init__(self):",
            "        super().__init__()"));
    for (ProgramSource.Learnt parameter : source.parameters()) {
      lines.add(
          "        self."
              + parameter.name()
              + " = torch.nn.Parameter("
              + parameter.name()
              + (parameter.learns() ? ")" : ", requires_grad=False)"));
    }
    lines.add("");
    lines.add(
        "    def forward(self, "
            + inputs(source)
            + ", N"
            + rates.stream().map(rate -> ", " + rate).collect(Collectors.joining())
            + "):");
    lines.add("        " + names(source) + " = " + members(source, "self"));
    lines.addAll(source.lines(Phase.FORWARD, "        "));
    lines.addAll(source.lines(Phase.LOSS, "        "));
    lines.addAll(List.of("        return L", "", ""));
    return lines;
  }

  private static String inputs(ProgramSource source) {
    return source.ofRows().stream().map(source::name).collect(Collectors.joining(", "));
  }

  private static String names(ProgramSource source) {
    return source.parameters().stream()
        .map(ProgramSource.Learnt::name)
        .collect(Collectors.joining(", "));
  }

  private static String members(ProgramSource source, String owner) {
    return source.parameters().stream()
        .map(parameter -> owner + "." + parameter.name())
        .collect(Collectors.joining(", "));
  }
}
