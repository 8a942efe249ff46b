package org.minorityreport.testkit.store.kill;

import java.io.BufferedReader;
import java.io.FileDescriptor;
import java.io.FileInputStream;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.InputStreamReader;
import java.lang.reflect.Constructor;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * How a child process talks to the test, in lines. A line is one write to the pipe, so the other
 * side sees it whole or not at all, and at once.
 */
final class Channel {
  private static final int LONGEST_LINE = 4000;

  private final FileOutputStream out = new FileOutputStream(FileDescriptor.out);
  private final BufferedReader in =
      new BufferedReader(
          new InputStreamReader(new FileInputStream(FileDescriptor.in), StandardCharsets.UTF_8));

  void say(String word, Object what) throws IOException {
    String text = String.format(Locale.ROOT, "%s %s", word, what).replaceAll("\\s+", " ").strip();
    String line = text.substring(0, Math.min(text.length(), LONGEST_LINE)) + "\n";
    out.write(line.getBytes(StandardCharsets.UTF_8));
  }

  /** The next line, or null if the test is gone. */
  @Nullable String hear() throws IOException {
    return in.readLine();
  }

  /** What a child is to do, or null if the test is gone. */
  @Nullable Task task() throws IOException {
    String line = hear();
    if (line == null) {
      return null;
    }
    String[] parts = line.split(" ", 4);
    return new Task(
        Long.parseLong(parts[0]),
        Long.parseLong(parts[1]),
        Integer.parseInt(parts[2]),
        Path.of(parts[3]));
  }

  /** Ends this process when the test is gone, so that nobody writes on alone. */
  void endWithTheTest() {
    try {
      while (in.read() >= 0) {}
    } catch (IOException e) {
      Runtime.getRuntime().exit(1);
    }
    Runtime.getRuntime().exit(0);
  }

  static KillableStore opener(String[] args) throws ClassNotFoundException {
    return opener(Class.forName(args[0]).asSubclass(KillableStore.class));
  }

  /** Makes what opens the store, also if its class is not public. */
  static KillableStore opener(Class<? extends KillableStore> type) {
    try {
      Constructor<? extends KillableStore> constructor = type.getDeclaredConstructor();
      constructor.setAccessible(true);
      return constructor.newInstance();
    } catch (ReflectiveOperationException e) {
      throw new LinkageError(type + " needs a constructor without parameters", e);
    }
  }

  /**
   * What a child is to do.
   *
   * @param seed seed of the commits
   * @param commits how many to append at most
   * @param atOnce how many commits to append together at most
   * @param directory where the store is
   */
  record Task(long seed, long commits, int atOnce, Path directory) {
    String line() {
      return seed + " " + commits + " " + atOnce + " " + directory;
    }
  }
}
