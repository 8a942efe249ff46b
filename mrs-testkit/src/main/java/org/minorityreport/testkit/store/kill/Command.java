package org.minorityreport.testkit.store.kill;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** A command of the operating system. */
final class Command {
  private Command() {}

  /**
   * Runs a command to its end.
   *
   * @return why it failed; nothing if it did what it should
   */
  static Optional<String> failure(String... command) {
    String text = String.join(" ", command);
    try {
      Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
      try (InputStream output = process.getInputStream()) {
        String said = new String(output.readAllBytes(), StandardCharsets.UTF_8);
        int status = process.waitFor();
        return status == 0
            ? Optional.empty()
            : Optional.of("'" + text + "' ended with " + status + ": " + inOneLine(said));
      }
    } catch (IOException e) {
      return Optional.of("'" + text + "' could not be run: " + e.getMessage());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new AssertionError("interrupted while '" + text + "' ran", e);
    }
  }

  /** Runs a command that must not fail. */
  static void run(String... command) {
    failure(command)
        .ifPresent(
            why -> {
              throw new AssertionError(why);
            });
  }

  private static String inOneLine(String text) {
    return text.replaceAll("\\s+", " ").strip();
  }
}
