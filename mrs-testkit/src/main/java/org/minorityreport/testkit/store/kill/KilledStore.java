package org.minorityreport.testkit.store.kill;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.minorityreport.api.error.LogStoreException;
import org.minorityreport.api.log.LogStore;

/**
 * One store over many kills: what was acknowledged so far, and whether it is all there. One thread
 * at a time.
 */
final class KilledStore {
  private final KillableStore opener;
  private final Path directory;
  private final SeededCommits commits;
  private final ExpectedRows expected;
  private final KillTally tally;
  private long acknowledged;

  /** How many commits the writer killed last may have had on their way. */
  private int atOnce = 1;

  private String story = "nothing happened yet";

  KilledStore(KillableStore opener, Path directory, SeededCommits commits, KillTally tally) {
    this.opener = opener;
    this.directory = directory;
    this.commits = commits;
    this.expected = new ExpectedRows(commits);
    this.tally = tally;
  }

  Path directory() {
    return directory;
  }

  SeededCommits commits() {
    return commits;
  }

  /** The newest commit that somebody was told is stored. */
  long acknowledged() {
    return acknowledged;
  }

  /** Takes in what a writer said until it was killed. */
  void killed(WriterProcess writer, String when) {
    story = "kill " + (tally.kills() + 1) + ", " + when;
    if (writer.openedAt() >= 0 && writer.openedAt() < acknowledged) {
      fail(
          "K-01",
          "commit " + acknowledged + " was acknowledged, and a writer found " + writer.openedAt());
    }
    if (writer.openedAt() > acknowledged + atOnce) {
      fail(
          "K-03",
          "commit "
              + acknowledged
              + " was the last one told, and a writer found "
              + writer.openedAt());
    }
    acknowledged = Math.max(acknowledged, writer.acknowledged());
    atOnce = writer.atOnce();
    tally.killed(writer);
  }

  /** Opens the store for writing and compares everything. */
  void examine() {
    StoredBytes before = StoredBytes.of(directory);
    try (LogStore store = opener.open(directory)) {
      List<String> report = opener.openingReport(store);
      tally.movedAside(report.size());
      before
          .dropped(StoredBytes.of(directory), opener, report)
          .ifPresent(what -> fail("K-05", what));
      examine(store);
    } catch (LogStoreException e) {
      fail("K-01", "the store is not usable: " + e.getMessage());
    }
  }

  /** Opens the store for reading and compares everything; a store that is not made yet is none. */
  void examineReading() {
    if (acknowledged == 0) {
      return;
    }
    StoredBytes before = StoredBytes.of(directory);
    try (LogStore store = opener.openForReading(directory)) {
      examine(store);
    } catch (LogStoreException e) {
      fail("K-01", "the store cannot be read: " + e.getMessage());
    }
    before
        .changed(StoredBytes.of(directory))
        .filter(opener::holdsRows)
        .ifPresent(file -> fail("K-05", "reading changed " + file));
  }

  private void examine(LogStore store) {
    long head = store.head().value();
    if (head < acknowledged) {
      fail("K-01", "commit " + acknowledged + " was acknowledged, the newest is " + head);
    }
    if (head > acknowledged + atOnce) {
      fail("K-03", "commit " + head + " is there, but " + acknowledged + " was the last one told");
    }
    expected.difference(store, 0, head).ifPresent(what -> fail("K-02", what));
    List<String> faults = opener.verify(store);
    if (!faults.isEmpty()) {
      fail("K-04", "verify finds " + faults);
    }
    tally.examined(head - acknowledged);
    acknowledged = head;
  }

  /** After it was compared: a commit that was refused must not be there. */
  void checkRefusedIsAbsent(String rule, WriterProcess writer) {
    if (writer.refused().isPresent() && acknowledged > writer.acknowledged()) {
      fail(
          rule, "commit " + acknowledged + " is there, but was refused: " + writer.refused().get());
    }
  }

  /** Fails with the rule, what happened and the seed. */
  void fail(String rule, String what) {
    throw new AssertionError(
        rule + ": " + what + " (" + story + ", " + commits + ", " + directory + ")");
  }

  /** Fails if there is something to say. */
  void failIf(String rule, Optional<String> what) {
    what.ifPresent(text -> fail(rule, text));
  }
}
