package org.minorityreport.testkit.store.kill;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A writer in a process of its own, as the test sees it. One thread at a time. */
final class WriterProcess {
  private final ChildProcess child;
  private final List<String> moved = new ArrayList<>();
  private long openedAt = -1;
  private long acknowledged = -1;
  private int acknowledgements;
  private int atOnce = 1;
  private @Nullable String refused;
  private boolean over;

  WriterProcess(ChildProcess child) {
    this.child = child;
  }

  /** Lets it open a store and append as many commits as it can, but at most so many. */
  void begin(SeededCommits commits, long most, Path directory) {
    begin(commits, most, 1, directory);
  }

  /** Lets it append some commits alone, and up to so many together. */
  void begin(SeededCommits commits, long most, int together, Path directory) {
    child.awaitReady();
    atOnce = together;
    child.say(new Channel.Task(commits.seed(), most, together, directory).line());
  }

  /** How many commits may be on their way at a time. */
  int atOnce() {
    return atOnce;
  }

  long pid() {
    return child.pid();
  }

  /** Waits until it has opened the store; false if it ended before. */
  boolean awaitOpened() {
    while (!over && openedAt < 0) {
      listen();
    }
    return openedAt >= 0;
  }

  /** Waits for so many acknowledgements, or until it does nothing more. */
  boolean awaitAcknowledgements(int count) {
    while (!over && acknowledgements < count) {
      listen();
    }
    return acknowledgements >= count;
  }

  /** Hears what it has said by now, without waiting. */
  void hear() {
    while (!over && child.hasSpoken()) {
      listen();
    }
  }

  /** Waits until it does nothing more. */
  void awaitTheEnd() {
    while (!over) {
      listen();
    }
  }

  /** Kills it, and hears what it had said until then. */
  void kill() {
    child.kill();
    String line = child.line();
    while (!line.equals(ChildProcess.END)) {
      take(line);
      line = child.line();
    }
    over = true;
  }

  /** The newest commit that it knew of when it opened, -1 if it never did. */
  long openedAt() {
    return openedAt;
  }

  /** The newest commit that it says is stored, or -1. */
  long acknowledged() {
    return Math.max(openedAt, acknowledged);
  }

  int acknowledgements() {
    return acknowledgements;
  }

  /** What it moved aside when it opened. */
  List<String> moved() {
    return moved;
  }

  /** The message with which it was refused. */
  Optional<String> refused() {
    return Optional.ofNullable(refused);
  }

  String lastWords() {
    return child.lastWords();
  }

  private void listen() {
    take(child.line());
  }

  private void take(String line) {
    String[] parts = line.split(" ", 2);
    switch (parts[0]) {
      case "moved" -> moved.add(parts[1]);
      case "opened" -> openedAt = Long.parseLong(parts[1]);
      case "acknowledged" -> {
        long position = Long.parseLong(parts[1]);
        if (position != acknowledged() + 1) {
          throw new AssertionError(
              "K-01: after commit " + acknowledged() + " the next was acknowledged as " + position);
        }
        acknowledged = position;
        acknowledgements++;
      }
      case "refused" -> {
        refused = parts[1];
        over = true;
      }
      case "done", ChildProcess.END -> over = true;
      default -> throw new AssertionError("the writer broke: " + child.lastWords());
    }
  }
}
