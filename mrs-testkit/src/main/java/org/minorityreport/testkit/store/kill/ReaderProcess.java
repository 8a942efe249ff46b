package org.minorityreport.testkit.store.kill;

import java.nio.file.Path;

/** A reader in a process of its own, as the test sees it. One thread at a time. */
final class ReaderProcess {
  static final String LOOK = "look";
  static final String LOOK_AND_VERIFY = "verify";

  private final ChildProcess child;

  ReaderProcess(ChildProcess child) {
    this.child = child;
  }

  /** Opens a store; the answer comes with the first look. */
  void open(SeededCommits commits, Path directory) {
    child.awaitReady();
    child.say(new Channel.Task(commits.seed(), 0, 1, directory).line());
    String opened = child.line();
    if (!opened.startsWith("opened ")) {
      throw new AssertionError("a reading process cannot open the store: " + opened);
    }
  }

  /**
   * Looks at everything that is new to it.
   *
   * @return the newest commit that it saw
   */
  long look() {
    return answer(LOOK);
  }

  /**
   * Looks at everything that is new to it, and verifies the store.
   *
   * @return the newest commit that it saw
   */
  long verify() {
    return answer(LOOK_AND_VERIFY);
  }

  void kill() {
    child.kill();
  }

  private long answer(String question) {
    child.say(question);
    String line = child.line();
    if (!line.startsWith("seen ")) {
      throw new AssertionError("a reading process is " + line + "; " + child.lastWords());
    }
    return Long.parseLong(line.substring("seen ".length()));
  }
}
