package org.minorityreport.testkit.store.kill;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/** A process that is talked to in lines. One thread at a time. */
final class ChildProcess {
  /** Stands for the end of what the process says; no program says it. */
  static final String END = "(end)";

  /** Far beyond what a line takes, so that a process that hangs fails the test. */
  private static final long PATIENCE_SECONDS = 120;

  private static final int KEPT_LINES = 30;

  private final Process process;
  private final BlockingQueue<String> lines = new LinkedBlockingQueue<>();
  private final List<String> last = new ArrayList<>();
  private boolean ended;

  ChildProcess(Process process) {
    this.process = process;
    Thread listener = new Thread(this::listen, "output of " + process.pid());
    listener.setDaemon(true);
    listener.start();
  }

  private void listen() {
    try (BufferedReader reader =
        new BufferedReader(
            new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8))) {
      for (String line = reader.readLine(); line != null; line = reader.readLine()) {
        lines.add(line);
      }
    } catch (IOException e) {
      lines.add("its output could not be read: " + e);
    } finally {
      lines.add(END);
    }
  }

  long pid() {
    return process.pid();
  }

  /** Says a line; a process that has ended does not hear it. */
  void say(String line) {
    try {
      OutputStream out = process.getOutputStream();
      out.write((line + "\n").getBytes(StandardCharsets.UTF_8));
      out.flush();
    } catch (IOException e) {
      last.add("(it did not hear '" + line + "': " + e.getMessage() + ")");
    }
  }

  /** Waits for its first word; what a JVM itself may say before is passed over. */
  void awaitReady() {
    String line = line();
    while (!line.equals("ready")) {
      if (line.equals(END)) {
        throw new AssertionError("a child process did not begin; " + lastWords());
      }
      line = line();
    }
  }

  /** Lets it end by itself, as it does when nobody speaks to it any more. */
  void leave() {
    try {
      process.getOutputStream().close();
      process.waitFor();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new AssertionError("interrupted while process " + pid() + " ended", e);
    }
  }

  /** The next line it said or will say, {@link #END} after the last. */
  String line() {
    if (ended) {
      return END;
    }
    try {
      String line = lines.poll(PATIENCE_SECONDS, TimeUnit.SECONDS);
      if (line == null) {
        throw new AssertionError("process " + pid() + " says nothing any more; " + lastWords());
      }
      ended = line.equals(END);
      last.add(line);
      if (last.size() > KEPT_LINES) {
        last.remove(0);
      }
      return line;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new AssertionError("interrupted while process " + pid() + " was listened to", e);
    }
  }

  /** Whether it has said something that was not heard yet. */
  boolean hasSpoken() {
    return !ended && !lines.isEmpty();
  }

  /**
   * Kills it as {@code kill -9} does, and waits until it is gone. Not through the process itself,
   * which would throw away what it said before it was killed.
   */
  void kill() {
    process.toHandle().destroyForcibly();
    try {
      process.waitFor();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new AssertionError("interrupted while process " + pid() + " was killed", e);
    }
  }

  /** What it said last, for messages. */
  String lastWords() {
    return "its last words: " + last;
  }
}
