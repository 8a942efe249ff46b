package org.minorityreport.testkit.store.kill;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.file.Path;
import java.util.SplittableRandom;
import java.util.regex.Pattern;
import org.minorityreport.api.error.LogStoreException;

/** What a writer and a reader owe to those in other processes. One thread at a time. */
final class SecondProcesses {
  private static final Pattern TIME =
      Pattern.compile("[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}:[0-9]{2}");
  private static final int FEW = 3;
  private static final int MANY = 25;
  private static final int STOPS = 10;

  private final KillableStore opener;
  private final ChildJvm children;
  private final SplittableRandom random;
  private final KilledStore store;

  SecondProcesses(KillableStore opener, ChildJvm children, long seed, Path base) {
    this.opener = opener;
    this.children = children;
    this.random = new SplittableRandom(seed);
    this.store =
        new KilledStore(opener, base.resolve("store"), SeededCommits.of(seed, 1), new KillTally());
  }

  /** A second writer is refused, with a word about the first, until the first is killed. */
  void secondWriter() {
    WriterProcess holder = begun(FEW);
    holder.awaitTheEnd();
    StoredBytes before = StoredBytes.of(store.directory());
    WriterProcess second = begun(FEW);
    second.awaitTheEnd();
    second.kill();
    String message =
        second
            .refused()
            .orElseThrow(() -> refusalMissing("a second writer process", second.lastWords()));
    checkHolder(message, holder);
    try {
      opener.open(store.directory()).close();
      throw refusalMissing("a second writer in the test's own process", "it opened");
    } catch (LogStoreException e) {
      checkHolder(String.valueOf(e.getMessage()), holder);
    }
    store.failIf(
        "K-08",
        before
            .changed(StoredBytes.of(store.directory()))
            .map(file -> "a writer that was refused changed " + file));
    holder.kill();
    store.killed(holder, "a writer that held the store");
    WriterProcess next = begun(FEW);
    next.awaitTheEnd();
    next.kill();
    store.killed(next, "the writer after one that was killed");
    store.failIf("K-09", next.refused().map(why -> "the lock outlives its holder: " + why));
    store.examine();
  }

  /** A reader looks while a writer appends. */
  void reader() {
    ReaderProcess reader = children.reader();
    WriterProcess writer = begun(Integer.MAX_VALUE);
    writer.awaitOpened();
    reader.open(store.commits(), store.directory());
    long seen = 0;
    int news = 0;
    while (news < MANY) {
      writer.hear();
      long told = writer.acknowledged();
      long now = reader.look();
      if (now < told) {
        store.fail("K-10", "commit " + told + " was acknowledged, then a reader saw only " + now);
      }
      news += now > seen ? 1 : 0;
      seen = now;
    }
    reader.verify();
    writer.kill();
    store.killed(writer, "while a reader looked");
    checkSeen(reader.look());
    reader.kill();
    store.examine();
  }

  /** A reader gets its answer while the writer is stopped in the middle of something. */
  void readerOfAStoppedWriter() {
    ReaderProcess reader = children.reader();
    WriterProcess writer = begun(Integer.MAX_VALUE);
    writer.awaitOpened();
    reader.open(store.commits(), store.directory());
    for (int i = 0; i < STOPS; i++) {
      KillMoment.whileAppending(random, FEW).await(writer);
      Command.run("kill", "-STOP", Long.toString(writer.pid()));
      reader.look();
      Command.run("kill", "-CONT", Long.toString(writer.pid()));
    }
    writer.kill();
    store.killed(writer, "after it was stopped and went on");
    reader.verify();
    reader.kill();
    store.examine();
  }

  /** One reader over the deaths of several writers. */
  void readerOverKills(int kills) {
    ReaderProcess reader = children.reader();
    for (int i = 0; i < kills; i++) {
      WriterProcess writer = begun(Integer.MAX_VALUE);
      writer.awaitOpened();
      if (i == 0) {
        reader.open(store.commits(), store.directory());
      }
      KillMoment moment = KillMoment.whileAppending(random, FEW);
      reader.look();
      moment.await(writer);
      writer.kill();
      store.killed(writer, "while a reader looked, " + moment);
      checkSeen(reader.look());
      if (random.nextBoolean()) {
        store.examine();
        checkSeen(reader.verify());
      }
    }
    reader.kill();
    store.examine();
  }

  private WriterProcess begun(int most) {
    WriterProcess writer = children.writer();
    writer.begin(store.commits(), most, store.directory());
    return writer;
  }

  private void checkSeen(long seen) {
    if (seen < store.acknowledged() || seen > store.acknowledged() + 1) {
      store.fail(
          "K-11",
          "a reader sees commit " + seen + ", " + store.acknowledged() + " was the last told");
    }
  }

  private void checkHolder(String message, WriterProcess holder) {
    boolean named =
        message.contains(store.directory().toString())
            && message.contains(Long.toString(holder.pid()))
            && message.contains(host())
            && TIME.matcher(message).find();
    if (!named) {
      store.fail(
          "K-08",
          "the refusal must name the store, process "
              + holder.pid()
              + " on "
              + host()
              + " and since when; it says: "
              + message);
    }
  }

  private static String host() {
    try {
      return InetAddress.getLocalHost().getHostName();
    } catch (UnknownHostException e) {
      return ""; // then no name can be asked for
    }
  }

  private AssertionError refusalMissing(String who, String what) {
    return new AssertionError(
        "K-08: " + who + " was not refused (" + store.commits() + "): " + what);
  }
}
