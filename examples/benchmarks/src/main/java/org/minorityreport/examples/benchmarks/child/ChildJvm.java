package org.minorityreport.examples.benchmarks.child;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.minorityreport.core.json.CanonicalJson;

/** Starts this program again, with a command of this package, and waits for it. */
public final class ChildJvm {
  private static final int SHOWN_BYTES = 2_000;

  private final Class<?> main;

  /**
   * A starter of children.
   *
   * @param main the class whose {@code main} knows the commands
   */
  public ChildJvm(Class<?> main) {
    this.main = main;
  }

  /**
   * Runs a command.
   *
   * @param jvmOptions options such as {@code -Xmx256m}
   * @param command the command and its arguments
   * @param figures is given each line of figures as it comes
   * @return what came of it
   * @throws IOException if it cannot be started
   * @throws InterruptedException if the wait is interrupted
   */
  public ChildResult run(List<String> jvmOptions, List<String> command, Consumer<Figures> figures)
      throws IOException, InterruptedException {
    List<String> line = new ArrayList<>();
    line.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    line.addAll(jvmOptions);
    line.addAll(List.of("-cp", System.getProperty("java.class.path"), main.getName()));
    line.addAll(command);
    Path errors = Files.createTempFile("benchmarks", ".err");
    try {
      long start = System.nanoTime();
      Process process = new ProcessBuilder(line).redirectError(errors.toFile()).start();
      process.getOutputStream().close();
      try (BufferedReader lines =
          new BufferedReader(
              new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8))) {
        for (String text = lines.readLine(); text != null; text = lines.readLine()) {
          if (text.startsWith("{")) {
            figures.accept(
                new Figures(CanonicalJson.fields(text.getBytes(StandardCharsets.UTF_8))));
          }
        }
        int exit = process.waitFor();
        double seconds = (System.nanoTime() - start) / 1e9;
        return new ChildResult(exit, seconds, exit == 0 ? "" : head(errors));
      } finally {
        process.destroy();
      }
    } finally {
      Files.deleteIfExists(errors);
    }
  }

  /**
   * Runs a command that must succeed.
   *
   * @param jvmOptions options such as {@code -Xmx256m}
   * @param command the command and its arguments
   * @return its last line of figures, with {@code process_seconds} added
   * @throws IOException if it cannot be started or fails
   * @throws InterruptedException if the wait is interrupted
   */
  public Figures run(List<String> jvmOptions, List<String> command)
      throws IOException, InterruptedException {
    List<Figures> all = new ArrayList<>();
    ChildResult result = run(jvmOptions, command, all::add);
    if (result.exit() != 0 || all.isEmpty()) {
      throw new IOException(
          String.join(" ", command) + " ended with " + result.exit() + ": " + result.errors());
    }
    return all.get(all.size() - 1).with("process_seconds", result.seconds());
  }

  private static String head(Path errors) throws IOException {
    String text = Files.readString(errors, StandardCharsets.UTF_8);
    return text.substring(0, Math.min(text.length(), SHOWN_BYTES)).strip();
  }
}
