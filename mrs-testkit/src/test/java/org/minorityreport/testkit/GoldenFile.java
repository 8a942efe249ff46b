package org.minorityreport.testkit;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * A file that a test computes and the repository holds. With {@code -Dmrs.regenerate=true} the test
 * writes it; otherwise it must be what the repository holds, byte for byte.
 */
public final class GoldenFile {
  private GoldenFile() {}

  /**
   * The path of a file of this repository, wherever the build was started.
   *
   * @param fromModule path as seen from this module
   */
  public static Path inRepository(String fromModule) {
    return Path.of(System.getProperty("basedir", ""))
        .toAbsolutePath()
        .resolve(fromModule)
        .normalize();
  }

  public static void check(Path file, String computed) {
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

  /**
   * The same for a part of a file, between the lines {@code <!-- begin: NAME -->} and {@code <!--
   * end: NAME -->}.
   */
  public static void checkSection(Path file, String name, List<String> computed) {
    try {
      String begin = "<!-- begin: " + name + " -->\n";
      String text = Files.readString(file, UTF_8);
      int from = text.indexOf(begin) + begin.length();
      int to = text.indexOf("<!-- end: " + name + " -->");
      assertThat(from).as("lines that mark '%s' in %s", name, file).isBetween(begin.length(), to);
      String lines = String.join("\n", computed) + "\n";
      check(file, text.substring(0, from) + lines + text.substring(to));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
