package org.minorityreport.testkit;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Assumptions;

/** Runs what a person would type. */
final class Shell {
  private Shell() {}

  /** Skips the test, loudly, where a program is not installed. */
  static void assumeThereIs(String program) {
    boolean found;
    try {
      found = exit(new ProcessBuilder("sh", "-c", "command -v " + program).start()) == 0;
    } catch (IOException e) {
      found = false; // no shell either
    }
    Assumptions.assumeTrue(found, "SKIPPED: " + program + " is not on the path");
  }

  /** {@return what a command prints; it must succeed} */
  static List<String> lines(Path directory, String command) {
    try {
      Process process =
          new ProcessBuilder("sh", "-c", command)
              .directory(directory.toFile())
              .redirectErrorStream(true)
              .start();
      process.getOutputStream().close();
      String printed = new String(process.getInputStream().readAllBytes(), UTF_8);
      assertThat(exit(process)).as("%s: %s", command, printed).isZero();
      return printed.lines().toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static int exit(Process process) {
    try {
      return process.waitFor();
    } catch (InterruptedException e) {
      throw new IllegalStateException("interrupted while waiting for a command", e);
    }
  }
}
