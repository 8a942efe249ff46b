package org.minorityreport.examples.benchmarks.child;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** Folders that a benchmark makes and takes away. */
public final class Folders {
  private Folders() {}

  /**
   * Removes a folder and all in it.
   *
   * @param folder the folder; nothing happens if it is not there
   * @throws IOException if something in it cannot be removed
   */
  public static void delete(Path folder) throws IOException {
    if (!Files.exists(folder)) {
      return;
    }
    List<Path> all;
    try (Stream<Path> walk = Files.walk(folder)) {
      all = walk.sorted(Comparator.reverseOrder()).toList();
    }
    for (Path each : all) {
      Files.delete(each);
    }
  }

  /**
   * Makes a folder anew.
   *
   * @param folder the folder
   * @return the folder, empty
   * @throws IOException if it cannot be made
   */
  public static Path empty(Path folder) throws IOException {
    delete(folder);
    return Files.createDirectories(folder);
  }
}
