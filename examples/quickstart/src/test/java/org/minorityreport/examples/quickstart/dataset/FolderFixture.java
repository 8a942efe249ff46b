package org.minorityreport.examples.quickstart.dataset;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Writes the files of a made-up set. */
final class FolderFixture {
  private final Path folder;

  FolderFixture(Path folder) {
    this.folder = folder;
  }

  FolderFixture with(String name, String... lines) {
    try {
      Path file = folder.resolve(name);
      Files.createDirectories(file.getParent());
      Files.writeString(file, String.join("\n", lines) + "\n");
      return this;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
