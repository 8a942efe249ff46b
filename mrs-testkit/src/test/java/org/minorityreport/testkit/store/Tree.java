package org.minorityreport.testkit.store;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;

/** What is in a directory, so that a test can tell whether anything was touched. */
final class Tree {
  private Tree() {}

  /** {@return path to time of the last change and content, of everything at and under a path} */
  static SortedMap<String, String> of(Path root) {
    SortedMap<String, String> tree = new TreeMap<>();
    try (Stream<Path> found = Files.walk(root)) {
      for (Path path : found.toList()) {
        tree.put(
            root.relativize(path).toString(),
            Files.getLastModifiedTime(path, LinkOption.NOFOLLOW_LINKS) + " " + content(path));
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return tree;
  }

  private static String content(Path path) throws IOException {
    if (Files.isSymbolicLink(path)) {
      return "-> " + Files.readSymbolicLink(path);
    }
    if (path.endsWith("lock")) {
      return Files.size(path) + " bytes"; // closing it here would give up this process's lock
    }
    return Files.isDirectory(path) ? "/" : Files.readString(path, StandardCharsets.ISO_8859_1);
  }
}
