package org.minorityreport.testkit.store.kill;

import java.io.IOException;
import java.lang.ref.Reference;
import java.util.ArrayList;
import java.util.List;
import org.minorityreport.api.error.LogStoreException;
import org.minorityreport.api.log.AppendResult;
import org.minorityreport.api.log.Commit;
import org.minorityreport.api.log.LogStore;

/**
 * Opens a store and appends seeded commits where the store ends, until it is killed. Says {@code
 * ready}, {@code moved PIECE}, {@code opened HEAD}, {@code acknowledged POSITION}, {@code refused
 * MESSAGE} and {@code done}.
 */
final class WriterProgram {
  private WriterProgram() {}

  /**
   * The program.
   *
   * @param args name of the class that opens the store
   */
  public static void main(String[] args)
      throws IOException, InterruptedException, ClassNotFoundException {
    Channel channel = new Channel();
    KillableStore opener = Channel.opener(args);
    SeededCommits.loadWhatTheyNeed();
    channel.say("ready", "");
    Channel.Task task = channel.task();
    if (task == null) {
      return;
    }
    Thread end = new Thread(channel::endWithTheTest, "end");
    end.start();
    try {
      LogStore store = opener.open(task.directory());
      try {
        write(channel, opener, task, store);
        channel.say("done", "");
        end.join();
      } finally {
        Reference.reachabilityFence(store); // or its lock might end with it
      }
    } catch (LogStoreException e) {
      channel.say("refused", String.valueOf(e.getMessage()));
    }
  }

  private static void write(
      Channel channel, KillableStore opener, Channel.Task task, LogStore store) throws IOException {
    SeededCommits commits = new SeededCommits(task.seed());
    for (String piece : opener.openingReport(store)) {
      channel.say("moved", piece);
    }
    long head = store.head().value();
    channel.say("opened", head);
    long end = head + task.commits();
    for (long n = head + 1; n <= end; ) {
      List<Commit> together = new ArrayList<>();
      for (long most = 1 + n % task.atOnce(); together.size() < most && n <= end; n++) {
        together.add(commits.commit(n));
      }
      for (AppendResult result : store.appendAll(together)) {
        channel.say("acknowledged", result.position());
      }
    }
  }
}
