package org.minorityreport.cli;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

/** A file that is there is whole: it is written beside and then moved. */
final class WholeFile {
  private WholeFile() {}

  static void write(Path file, Content content) throws IOException {
    Path folder = file.toAbsolutePath().getParent();
    Path part = Path.of(file + ".part");
    if (folder != null) {
      Files.createDirectories(folder);
    }
    try {
      try (OutputStream out = Files.newOutputStream(part)) {
        content.write(out);
      }
      Files.move(part, file, StandardCopyOption.REPLACE_EXISTING);
    } catch (IOException | RuntimeException e) {
      Throwable cause = e instanceof IOException ? e : e.getCause();
      if (cause instanceof IOException problem) {
        throw new IOException(file + " cannot be written: " + problem.getMessage(), problem);
      }
      throw e;
    } finally {
      Files.deleteIfExists(part);
    }
  }

  /** What goes into a file. */
  interface Content {
    void write(OutputStream out) throws IOException;
  }
}
