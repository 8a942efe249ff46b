package org.minorityreport.examples.quickstart;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.minorityreport.api.error.UsageException;
import org.minorityreport.api.id.RunId;
import org.minorityreport.api.log.CommitPosition;
import org.minorityreport.api.log.Log;
import org.minorityreport.api.log.LogStore;
import org.minorityreport.api.log.Logs;

/**
 * Writes the rows of a run as JSON Lines, a folder per log; goes when a store keeps its rows in
 * files itself.
 */
final class LogExport {
  private static final String FILE = "000001.jsonl";

  private LogExport() {}

  /** {@return whether a folder is not there yet, is empty, or holds nothing but such an export} */
  static boolean mayReplace(Path folder) {
    if (!Files.exists(folder)) {
      return true;
    }
    Set<String> known = new TreeSet<>();
    Logs.all().forEach(log -> known.add(log.wireName()));
    return Files.isDirectory(folder)
        && list(folder).stream()
            .allMatch(path -> known.contains(name(path)) && holdsOnly(path, FILE));
  }

  /**
   * Writes the logs that have rows; those of an earlier export are gone.
   *
   * @return how many rows were written
   * @throws UsageException if a file cannot be written
   */
  static long write(LogStore logs, RunId run, Path folder) {
    CommitPosition head = logs.head();
    long rows = 0;
    try {
      for (Log<?> log : Logs.all()) {
        Path file = folder.resolve(log.wireName()).resolve(FILE);
        long count = logs.count(log, run, head);
        rows += count;
        if (count > 0) {
          Files.createDirectories(folder.resolve(log.wireName()));
          write(logs, log, run, head, file);
        } else if (Files.deleteIfExists(file)) {
          Files.delete(folder.resolve(log.wireName()));
        }
      }
    } catch (IOException | UncheckedIOException e) {
      throw new UsageException("the logs cannot be written to " + folder + ": " + e, e);
    }
    return rows;
  }

  private static void write(LogStore logs, Log<?> log, RunId run, CommitPosition head, Path file)
      throws IOException {
    try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(file))) {
      logs.read(
          log,
          run,
          CommitPosition.START,
          head,
          row -> {
            try {
              out.write(row.json());
              out.write('\n');
            } catch (IOException e) {
              throw new UncheckedIOException(e);
            }
          });
    }
  }

  private static boolean holdsOnly(Path folder, String file) {
    return Files.isDirectory(folder)
        && list(folder).stream().allMatch(path -> name(path).equals(file));
  }

  private static Set<Path> list(Path folder) {
    try (Stream<Path> paths = Files.list(folder)) {
      return new TreeSet<>(paths.toList());
    } catch (IOException e) {
      throw new UsageException(folder + " cannot be listed: " + e, e);
    }
  }

  private static String name(Path path) {
    return String.valueOf(path.getFileName());
  }
}
