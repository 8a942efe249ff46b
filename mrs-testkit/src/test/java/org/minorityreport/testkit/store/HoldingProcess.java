package org.minorityreport.testkit.store;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.minorityreport.core.log.LogStores;
import org.minorityreport.core.log.file.DirectoryLogStore;

/** A process that holds a store until its input ends. */
final class HoldingProcess implements AutoCloseable {
  private static final String READY = "ready";

  private final Process process;

  private HoldingProcess(Process process) {
    this.process = process;
  }

  static HoldingProcess of(Path directory) throws IOException {
    Process process =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                System.getProperty("java.class.path"),
                HoldingProcess.class.getName(),
                directory.toString())
            .start();
    BufferedReader said = process.inputReader(StandardCharsets.UTF_8);
    if (!READY.equals(said.readLine())) {
      String why = new String(process.getErrorStream().readAllBytes(), StandardCharsets.UTF_8);
      throw new IllegalStateException("the other process did not open " + directory + ": " + why);
    }
    return new HoldingProcess(process);
  }

  long pid() {
    return process.pid();
  }

  @Override
  public void close() throws IOException {
    process.getOutputStream().close();
    process.onExit().join();
  }

  /**
   * Holds.
   *
   * @param arguments the directory
   */
  public static void main(String[] arguments) throws IOException {
    try (DirectoryLogStore store = LogStores.directory(Path.of(arguments[0]))) {
      new PrintStream(System.out, true, StandardCharsets.UTF_8).println(READY);
      while (System.in.read() >= 0) {
        store.head();
      }
    }
  }
}
