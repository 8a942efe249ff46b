package org.minorityreport.testkit;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * A file that a test computes and the repository holds. With {@code -Dmrs.regenerate=true} the test
 * writes it; otherwise it must be what the repository holds, byte for byte.
 */
final class GoldenFile {
  private GoldenFile() {}

  /**
   * The path of a file of this repository, wherever the build was started.
   *
   * @param fromModule path as seen from this module
   */
  static Path inRepository(String fromModule) {
    return Path.of(System.getProperty("basedir", ""))
        .toAbsolutePath()
        .resolve(fromModule)
        .normalize();
  }

  static void check(Path file, String computed) {
    try {
      if (Boolean.getBoolean("mrs.regenerate")) {
        Files.createDirectories(file.getParent());
        Files.writeString(file, computed);
      } else {
        assertThat(file).as("made by this test with -Dmrs.regenerate=true").exists();
        assertThat(computed)
            .as("%s is out of date: -Dmrs.regenerate=true", file.getFileName())
            .isEqualTo(Files.readString(file, UTF_8));
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
