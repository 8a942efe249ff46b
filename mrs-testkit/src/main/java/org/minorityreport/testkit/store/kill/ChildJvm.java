package org.minorityreport.testkit.store.kill;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;

/**
 * Starts programs in JVMs of their own. The next writer is started ahead: it waits for its first
 * word while the round before it is looked at, so that a round does not wait for a JVM. One thread
 * at a time.
 */
final class ChildJvm implements AutoCloseable {
  private static final String DUMP = "-XX:ArchiveClassesAtExit=";
  private static final String USE = "-XX:SharedArchiveFile=";

  private final List<String> prefix;
  private final Class<? extends KillableStore> store;
  private final List<ChildProcess> all = new ArrayList<>();
  private final Deque<ChildProcess> waiting = new ArrayDeque<>();

  private ChildJvm(List<String> prefix, Class<? extends KillableStore> store) {
    this.prefix = prefix;
    this.store = store;
  }

  /** Children that are this user. */
  static ChildJvm of(Class<? extends KillableStore> store) {
    return as(List.of(), store);
  }

  /**
   * Children that are another user.
   *
   * @param prefix what comes before the command
   * @param store how the store is opened
   */
  static ChildJvm as(List<String> prefix, Class<? extends KillableStore> store) {
    ChildJvm children = new ChildJvm(prefix, store);
    if (!Files.exists(ChildClassPath.shared().archive())) {
      new ChildJvm(List.of(), store).rehearse();
    }
    return children;
  }

  /** A writer that waits for its first word. */
  WriterProcess writer() {
    ChildProcess next = waiting.isEmpty() ? start(USE, WriterProgram.class) : waiting.remove();
    waiting.add(start(USE, WriterProgram.class));
    return new WriterProcess(next);
  }

  /** A reader that waits for its first word. */
  ReaderProcess reader() {
    return new ReaderProcess(start(USE, ReaderProgram.class));
  }

  /** What was killed already stays killed. */
  @Override
  public void close() {
    all.forEach(ChildProcess::kill);
  }

  /** Lets one writer write in peace and end, so that its classes are in the archive for others. */
  private void rehearse() {
    try {
      Path directory = Files.createTempDirectory(ChildClassPath.shared().folder(), "rehearsal-");
      ChildProcess child = start(DUMP, WriterProgram.class);
      WriterProcess writer = new WriterProcess(child);
      writer.begin(new SeededCommits(0), 3, directory.resolve("store"));
      writer.awaitTheEnd();
      child.leave();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private ChildProcess start(String archive, Class<?> program) {
    List<String> command = new ArrayList<>(prefix);
    command.add(Path.of(System.getProperty("java.home", ""), "bin", "java").toString());
    // A child lives for a moment: what makes it start sooner counts, what makes it faster does not.
    command.addAll(List.of("-Xshare:auto", "-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC"));
    command.addAll(List.of("-Xmx64m", "-XX:-UsePerfData", "-Xlog:disable"));
    command.add(archive + ChildClassPath.shared().archive());
    command.addAll(List.of("-cp", ChildClassPath.shared().text()));
    command.addAll(List.of(program.getName(), store.getName()));
    try {
      Process process =
          new ProcessBuilder(command)
              .directory(new File(File.separator))
              .redirectErrorStream(true)
              .start();
      ChildProcess child = new ChildProcess(process);
      all.add(child);
      return child;
    } catch (IOException e) {
      throw new AssertionError("a child process could not be started: " + command, e);
    }
  }
}
