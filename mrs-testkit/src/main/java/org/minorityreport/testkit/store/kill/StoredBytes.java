package org.minorityreport.testkit.store.kill;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;

/** All files of a directory at one moment, to see what became of them. Immutable. */
final class StoredBytes {
  private final Map<Path, byte[]> files;

  private StoredBytes(Map<Path, byte[]> files) {
    this.files = files;
  }

  static StoredBytes of(Path directory) {
    Map<Path, byte[]> files = new TreeMap<>();
    if (Files.isDirectory(directory)) {
      try (Stream<Path> found = Files.walk(directory)) {
        for (Path file : found.filter(Files::isRegularFile).toList()) {
          files.put(directory.relativize(file), Files.readAllBytes(file));
        }
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
    return new StoredBytes(files);
  }

  /**
   * What opening took away without a word: bytes of a file that were cut off, and are not kept in
   * another file, or are not in the report.
   *
   * @param later the same directory after opening
   * @param opener tells which files hold rows
   * @param report what opening said
   * @return a message, if there is such a file
   */
  Optional<String> dropped(StoredBytes later, KillableStore opener, List<String> report) {
    for (Map.Entry<Path, byte[]> file : files.entrySet()) {
      byte[] before = file.getValue();
      byte[] after = later.files.getOrDefault(file.getKey(), new byte[0]);
      if (opener.holdsRows(file.getKey()) && after.length < before.length) {
        byte[] cut = Arrays.copyOfRange(before, after.length, before.length);
        String what = cut.length + " bytes at " + after.length + " of " + file.getKey();
        String name = String.valueOf(file.getKey().getFileName());
        if (report.stream().noneMatch(line -> line.contains(name))) {
          return Optional.of(what + " were cut off and are not in the opening report " + report);
        }
        if (later.files.values().stream().noneMatch(kept -> Arrays.equals(kept, cut))) {
          return Optional.of(what + " were cut off and are in no file of the store");
        }
      }
    }
    return Optional.empty();
  }

  /**
   * The first file that changed, came or went.
   *
   * @param later the same directory later
   * @return its path, if there is one
   */
  Optional<Path> changed(StoredBytes later) {
    Collection<Path> all = new TreeSet<>(files.keySet());
    all.addAll(later.files.keySet());
    return all.stream()
        .filter(file -> !Arrays.equals(files.get(file), later.files.get(file)))
        .findFirst();
  }
}
