package org.gradloom.data;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.gradloom.lesson.ColumnKind;
import org.gradloom.lesson.TableChoices;
import org.gradloom.text.InvalidInput;
import org.gradloom.text.Quote;

/**
 * What each column of a table does.
 *
 * @param columns all, with their roles
 * @param target which of them is predicted, from 0
 * @param targetBy why that one
 */
record TableRoles(List<TableColumn> columns, int target, TableReading.TargetBy targetBy) {
  private static final Set<String> TARGET_NAMES =
      Set.of(
          "class", "label", "target", "species", "outcome", "result", "survived", "quality", "y");

  private static final Pattern NUMBERED = Pattern.compile("(?:column )?(\\d{1,4})");

  /** How many names a sentence may list. */
  private static final int MOST_LISTED = 12;

  /**
   * Gives every column its role.
   *
   * @throws InvalidInput if a chosen column does not exist or cannot be the target, or no feature
   *     or no target is left
   */
  static TableRoles of(TableScan scan, TableChoices choices) {
    List<TableColumn> columns = new ArrayList<>(scan.columns());
    choices
        .kinds()
        .forEach((name, kind) -> {
          for (int j : named(name, columns)) {
            columns.set(j, taken(columns, j, kind, scan));
          }
        });
    if (choices.pictures()) {
      // What is the same in all pictures is part of each.
      for (int j = 0; j < columns.size(); j++) {
        if (columns.get(j).kind() == ColumnKind.CONSTANT && scan.summaries().get(j).numbers() > 0) {
          columns.set(j, columns.get(j).as(ColumnKind.NUMBER).as(TableColumn.Role.FEATURE));
        }
      }
    }
    for (String name : choices.leftOut()) {
      for (int j : named(name, columns)) {
        columns.set(j, columns.get(j).as(TableColumn.Role.LEFT_OUT));
      }
    }
    List<Integer> used =
        IntStream.range(0, columns.size()).filter(j -> columns.get(j).isUsed()).boxed().toList();
    List<Integer> byName = used.stream().filter(j -> namesATarget(columns.get(j).name())).toList();
    int target;
    TableReading.TargetBy by;
    if (choices.target().isPresent()) {
      target = asked(choices.target().get(), columns, choices);
      by = TableReading.TargetBy.ASKED;
    } else if (used.isEmpty()) {
      throw new InvalidInput("data.noColumnLeft");
    } else if (byName.size() == 1) {
      target = byName.getFirst();
      by = TableReading.TargetBy.NAMED;
    } else {
      target = used.getLast();
      by = TableReading.TargetBy.GUESSED;
    }
    columns.set(target, columns.get(target).as(TableColumn.Role.TARGET));
    if (columns.stream().noneMatch(column -> column.role() == TableColumn.Role.FEATURE)) {
      throw new InvalidInput("data.noFeatureLeft", label(columns, target));
    }
    return new TableRoles(List.copyOf(columns), target, by);
  }

  /** A column taken for what somebody says. */
  private static TableColumn taken(
      List<TableColumn> columns, int column, ColumnKind kind, TableScan scan) {
    TableReading.Summary summary = scan.summaries().get(column);
    if (kind.isNumeric() && summary.numbers() == 0) {
      throw new InvalidInput("data.noNumbers", label(columns, column));
    }
    if (kind == ColumnKind.CATEGORY && summary.values().isEmpty()) {
      throw new InvalidInput(
          "data.manyCategories", label(columns, column), ColumnTally.MOST_SPELLINGS);
    }
    TableColumn as = columns.get(column).as(kind);
    boolean used =
        switch (kind) {
          case NUMBER, CATEGORY -> summary.recognised() != ColumnKind.EMPTY;
          case TEXT, DATE, INDEX, CONSTANT, EMPTY -> false;
        };
    return as.as(used ? TableColumn.Role.FEATURE : TableColumn.Role.LEFT_OUT);
  }

  private static boolean namesATarget(String name) {
    return TARGET_NAMES.contains(name.toLowerCase(Locale.ROOT));
  }

  private static int asked(String name, List<TableColumn> columns, TableChoices choices) {
    List<Integer> found = named(name, columns);
    if (found.size() > 1) {
      throw new InvalidInput("data.sameName", Quote.of(name), found.get(0) + 1, found.get(1) + 1);
    }
    int target = found.getFirst();
    if (choices.leftOut().stream().anyMatch(left -> named(left, columns).contains(target))) {
      throw new InvalidInput("data.targetLeftOut", Quote.of(name));
    }
    return switch (columns.get(target).kind()) {
      case NUMBER, CATEGORY, TEXT, INDEX -> target;
      case CONSTANT -> throw new InvalidInput("data.constantTarget", Quote.of(name));
      case DATE -> throw new InvalidInput("data.dateTarget", Quote.of(name));
      case EMPTY -> throw new InvalidInput("data.emptyTarget", Quote.of(name));
    };
  }

  /**
   * The columns of a name; where there is none, those that differ from it by case alone, or the one
   * of this number.
   */
  private static List<Integer> named(String name, List<TableColumn> columns) {
    List<Integer> exactly =
        IntStream.range(0, columns.size())
            .filter(j -> columns.get(j).name().equals(name.strip()))
            .boxed()
            .toList();
    if (!exactly.isEmpty()) {
      return exactly;
    }
    List<Integer> folded =
        IntStream.range(0, columns.size())
            .filter(j -> columns.get(j).name().equalsIgnoreCase(name.strip()))
            .boxed()
            .toList();
    if (folded.isEmpty()) {
      Matcher numbered = NUMBERED.matcher(name.strip());
      int number = numbered.matches() ? Integer.parseInt(numbered.group(1)) : 0;
      if (number >= 1 && number <= columns.size()) {
        return List.of(number - 1);
      }
      throw new InvalidInput("data.noSuchColumn", Quote.of(name), listed(columns), columns.size());
    }
    return folded;
  }

  private static String listed(List<TableColumn> columns) {
    String some =
        columns.stream()
            .limit(MOST_LISTED)
            .map(column -> Quote.of(column.name()))
            .collect(Collectors.joining(", "));
    return columns.size() > MOST_LISTED ? some + ", …" : some;
  }

  /** What a sentence calls a column, which may have no name. */
  static String label(List<TableColumn> columns, int column) {
    String name = columns.get(column).name();
    return name.isEmpty() ? "column " + (column + 1) : Quote.of(name);
  }

  /** What choices call a column: by its name where no other has it. */
  static String key(List<TableColumn> columns, int column) {
    String name = columns.get(column).name();
    boolean unique = columns.stream().filter(other -> other.name().equals(name)).count() == 1;
    return unique && !name.isEmpty() ? name : "column " + (column + 1);
  }

  /** The name of a column as a feature has it, or its number. */
  String plainLabel(int column) {
    String name = columns.get(column).name();
    return name.isEmpty() ? "column " + (column + 1) : name;
  }
}
