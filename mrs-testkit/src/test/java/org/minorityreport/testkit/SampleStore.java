package org.minorityreport.testkit;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.minorityreport.api.log.Commit;
import org.minorityreport.api.log.Log;
import org.minorityreport.api.log.LogRow;
import org.minorityreport.api.log.LogSlice;
import org.minorityreport.api.log.Logs;
import org.minorityreport.api.log.Writer;
import org.minorityreport.core.log.LogStores;
import org.minorityreport.core.log.file.DirectoryLogStore;
import org.minorityreport.core.log.file.DirectoryOptions;

/**
 * A small store of format version 1, kept as the release that introduced the format wrote it.
 *
 * <p>Its rows are some of those of {@link ChangedRun}: of three reports in two stores at seven
 * ticks, two of them in one event, one revised later; then a tag. They stand in a file of their
 * own, one a line: commit, writer, log, JSON. Models may change what they say; these rows stay.
 * Until the release {@code -Dmrs.regenerate=true} makes the store anew; after it nobody changes it,
 * and another format gets a sample of its own.
 */
final class SampleStore {
  /** Small enough that a log has several segments. */
  static final DirectoryOptions OPTIONS =
      DirectoryOptions.defaults().clock(SmallWorld.CLOCK).segmentBytes(6_000);

  private static final Path FOLDER = GoldenFile.inRepository("src/test/resources/sample-store");

  /** The store in the repository: only to be read. */
  static final Path KEPT = FOLDER.resolve("v1");

  private static final Path ROWS = FOLDER.resolve("v1-rows.tsv");

  /** What belongs to a writer or is a cache, and may be missing from any store. */
  private static final List<String> NOT_KEPT = List.of("lock", "holder", "cache");

  private SampleStore() {}

  /** Makes the store in a directory. */
  static void make(Path directory) {
    try (DirectoryLogStore store = LogStores.directory(directory, OPTIONS)) {
      commits().forEach(store::append);
    }
  }

  /** {@return the commits, from the rows that are kept beside the store} */
  static List<Commit> commits() {
    Map<String, Map<String, List<LogRow>>> commits = new LinkedHashMap<>();
    for (String line : read(ROWS).lines().toList()) {
      String[] parts = line.split("\t", 4);
      commits
          .computeIfAbsent(parts[0], n -> new LinkedHashMap<>())
          .computeIfAbsent(parts[1] + "\t" + parts[2], slice -> new ArrayList<>())
          .add(LogRow.of(Logs.byWireName(parts[2]), parts[3].getBytes(UTF_8)));
    }
    return commits.values().stream().map(SampleStore::commit).toList();
  }

  private static Commit commit(Map<String, List<LogRow>> slices) {
    List<LogSlice> all = new ArrayList<>();
    slices.forEach(
        (slice, rows) -> {
          String[] parts = slice.split("\t", 2);
          Log<?> log = Logs.byWireName(parts[1]);
          all.add(LogSlice.of(log, Writer.valueOf(parts[0].toUpperCase(Locale.ROOT)), rows));
        });
    return Commit.of(all);
  }

  /** {@return the content of the files of a store, by path; what is not kept is left out} */
  static SortedMap<String, String> files(Path store) {
    SortedMap<String, String> files = new TreeMap<>();
    try (Stream<Path> found = Files.walk(store)) {
      for (Path file : found.filter(Files::isRegularFile).toList()) {
        Path name = store.relativize(file);
        if (!NOT_KEPT.contains(name.getName(0).toString())) {
          files.put(name.toString().replace('\\', '/'), read(file));
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return files;
  }

  /** Copies a store, without what is not kept. */
  static Path copy(Path store, Path to) {
    files(store)
        .forEach(
            (name, content) -> {
              try {
                Path file = to.resolve(name);
                Files.createDirectories(file.getParent());
                Files.writeString(file, content, UTF_8);
              } catch (IOException e) {
                throw new UncheckedIOException(e);
              }
            });
    return to;
  }

  /** Bytes that are no UTF-8 are an error, so text is as good as bytes. */
  private static String read(Path file) {
    try {
      return Files.readString(file, UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
