package org.minorityreport.examples.csv;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.minorityreport.api.error.InvalidInputException;

/** The check that a folder has the files without which nothing can be read. */
final class FolderContents {
  private static final int MAX_SHOWN = 20;

  private FolderContents() {}

  static void check(Path folder, Mapping mapping) {
    if (!Files.isDirectory(folder)) {
      throw new InvalidInputException(
          folder.toString(),
          (Files.exists(folder) ? "is no folder" : "does not exist") + "; " + expected(mapping));
    }
    List<String> missing = new ArrayList<>();
    for (TableKind kind : TableKind.values()) {
      String file = mapping.table(kind).file();
      boolean isThere =
          kind == TableKind.SALES
              ? !SalesFiles.in(folder, mapping).isEmpty()
              : Files.exists(folder.resolve(file));
      if (kind.isNeeded() && !isThere) {
        missing.add(file);
      }
    }
    if (!missing.isEmpty()) {
      throw new InvalidInputException(
          folder.toString(),
          String.join(" and ", missing)
              + (missing.size() == 1 ? " is missing; " : " are missing; ")
              + found(folder)
              + "; "
              + expected(mapping));
    }
  }

  private static String found(Path folder) {
    try (Stream<Path> files = Files.list(folder)) {
      List<String> names =
          files.map(file -> String.valueOf(file.getFileName())).sorted().limit(MAX_SHOWN).toList();
      return names.isEmpty() ? "the folder is empty" : "the folder has " + String.join(", ", names);
    } catch (IOException e) {
      throw new InvalidInputException(
          folder.toString(), "cannot be listed (" + e + "); expected a readable folder", e);
    }
  }

  private static String expected(Mapping mapping) {
    StringBuilder text = new StringBuilder("expected in the folder:");
    for (TableKind kind : TableKind.values()) {
      text.append("\n  ")
          .append(mapping.table(kind).file())
          .append(kind.isNeeded() ? "" : " (optional)")
          .append(" with ")
          .append(kind.expectation());
    }
    return text.append("\n  ")
        .append(Mapping.FILE)
        .append(
            " (optional) for other names of files and columns, patterns of times and the cadence")
        .toString();
  }
}
