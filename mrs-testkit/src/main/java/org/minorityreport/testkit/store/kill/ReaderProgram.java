package org.minorityreport.testkit.store.kill;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import org.minorityreport.api.error.LogStoreException;
import org.minorityreport.api.log.LogStore;

/**
 * Opens a store for reading and looks at it whenever it is told to, knowing what each commit must
 * hold. Says {@code ready}, and for each look {@code seen HEAD}, {@code wrong WHAT} or {@code
 * refused MESSAGE}.
 */
final class ReaderProgram {
  private ReaderProgram() {}

  /**
   * The program.
   *
   * @param args name of the class that opens the store
   */
  public static void main(String[] args) throws IOException, ClassNotFoundException {
    Channel channel = new Channel();
    KillableStore opener = Channel.opener(args);
    SeededCommits.loadWhatTheyNeed();
    channel.say("ready", "");
    Channel.Task task = channel.task();
    if (task == null) {
      return;
    }
    ExpectedRows expected = new ExpectedRows(new SeededCommits(task.seed()));
    try {
      LogStore store = opener.openForReading(task.directory());
      channel.say("opened", store.head());
      long seen = 0;
      for (String word = channel.hear(); word != null; word = channel.hear()) {
        seen = look(channel, opener, store, expected, seen, word);
      }
    } catch (LogStoreException e) {
      channel.say("refused", String.valueOf(e.getMessage()));
    }
  }

  private static long look(
      Channel channel,
      KillableStore opener,
      LogStore store,
      ExpectedRows expected,
      long seen,
      String word)
      throws IOException {
    long head = store.head().value();
    if (head < seen) {
      channel.say("wrong", "commit " + seen + " was seen, then the newest was " + head);
      return seen;
    }
    Optional<String> difference = expected.differenceWhileWritten(store, seen, head);
    List<String> faults =
        word.equals(ReaderProcess.LOOK_AND_VERIFY) ? opener.verify(store) : List.of();
    if (difference.isPresent()) {
      channel.say("wrong", "at commit " + head + ": " + difference.get());
    } else if (!faults.isEmpty()) {
      channel.say("wrong", "verify at commit " + head + ": " + faults);
    } else {
      channel.say("seen", head);
    }
    return head;
  }
}
