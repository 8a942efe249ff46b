package org.minorityreport.examples.csv;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.minorityreport.api.error.InvalidInputException;

/**
 * The files of sales in a folder: the one that the mapping names, and those named like it with
 * something added, as {@code sales-2025-08-09T0400Z.csv}. Each is a delivery.
 */
final class SalesFiles {
  private static final Pattern TIME =
      Pattern.compile("(\\d{4})-?(\\d{2})-?(\\d{2})T(\\d{2})[-_]?(\\d{2})(?:[-_]?(\\d{2}))?Z");

  private SalesFiles() {}

  /**
   * One of them.
   *
   * @param name the name in the folder
   * @param deliveredAt when it was delivered, by the mapping, else by its name, else as the folder
   */
  record SalesFile(String name, Optional<Instant> deliveredAt) {}

  /** {@return the files, by name; possibly none} */
  static List<SalesFile> in(Path folder, Mapping mapping) {
    String file = mapping.table(TableKind.SALES).file();
    int dot = file.lastIndexOf('.') < 0 ? file.length() : file.lastIndexOf('.');
    String stem = file.substring(0, dot);
    String end = file.substring(dot);
    try (Stream<Path> files = Files.list(folder)) {
      return files
          .map(path -> String.valueOf(path.getFileName()))
          .filter(
              name ->
                  name.equals(file)
                      || (name.length() > stem.length() + end.length()
                          && name.startsWith(stem)
                          && name.endsWith(end)
                          && "-_.".indexOf(name.charAt(stem.length())) >= 0))
          .map(name -> new SalesFile(name, deliveredAt(name, mapping)))
          .sorted(Comparator.comparing(SalesFile::name))
          .toList();
    } catch (IOException e) {
      throw new InvalidInputException(
          folder.toString(), "cannot be listed (" + e + "); expected a readable folder", e);
    }
  }

  private static Optional<Instant> deliveredAt(String name, Mapping mapping) {
    return Optional.ofNullable(mapping.deliveries().get(name))
        .or(() -> inName(name))
        .or(mapping::deliveredAt);
  }

  private static Optional<Instant> inName(String name) {
    Matcher found = TIME.matcher(name);
    if (!found.find()) {
      return Optional.empty();
    }
    String seconds = found.group(6) == null ? "00" : found.group(6);
    String text =
        found.group(1)
            + "-"
            + found.group(2)
            + "-"
            + found.group(3)
            + "T"
            + found.group(4)
            + ":"
            + found.group(5)
            + ":"
            + seconds
            + "Z";
    try {
      return Optional.of(Instant.parse(text));
    } catch (DateTimeException e) {
      throw new InvalidInputException(
          name, "the time in its name is " + Quoted.text(text) + ", expected one that exists", e);
    }
  }
}
