package org.minorityreport.examples.benchmarks.figure;

import java.util.ArrayList;
import java.util.List;

/** A table that reads well as it is and can be put into a document; one thread at a time. */
final class MarkdownTable {
  private final List<List<String>> lines = new ArrayList<>();

  MarkdownTable(String... heads) {
    lines.add(List.of(heads));
  }

  void add(String... cells) {
    lines.add(List.of(cells));
  }

  boolean isEmpty() {
    return lines.size() == 1;
  }

  /** The table; the first column to the left, the others to the right. */
  @Override
  public String toString() {
    StringBuilder text = new StringBuilder();
    for (int row = 0; row < lines.size(); row++) {
      for (int column = 0; column < lines.get(0).size(); column++) {
        text.append("| ").append(padded(lines.get(row).get(column), column)).append(' ');
      }
      text.append("|\n");
      if (row == 0) {
        for (int column = 0; column < lines.get(0).size(); column++) {
          text.append("| ").append("-".repeat(width(column) - 1));
          text.append(column == 0 ? '-' : ':').append(' ');
        }
        text.append("|\n");
      }
    }
    return text.toString();
  }

  private String padded(String cell, int column) {
    String blanks = " ".repeat(width(column) - cell.length());
    return column == 0 ? cell + blanks : blanks + cell;
  }

  private int width(int column) {
    return lines.stream().mapToInt(line -> line.get(column).length()).max().orElse(0);
  }
}
