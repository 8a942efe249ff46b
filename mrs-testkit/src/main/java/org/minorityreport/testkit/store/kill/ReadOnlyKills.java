package org.minorityreport.testkit.store.kill;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.SplittableRandom;

/**
 * Takes the right to write away from under a writer, kills it, lets others try, and gives the right
 * back. Everything is done by processes that permissions bind; this one only reads. One thread at a
 * time.
 */
final class ReadOnlyKills {
  private static final int ROUNDS_PER_STORE = 10;
  private static final int MOST_COMMITS = 40;
  private static final int SMALL_CHANGE = 8;

  private final KillableStore opener;
  private final ChildJvm children;
  private final SplittableRandom random;
  private final long seed;
  private final KillTally tally = new KillTally();

  ReadOnlyKills(KillableStore opener, ChildJvm children, long seed) {
    this.opener = opener;
    this.children = children;
    this.seed = seed;
    this.random = new SplittableRandom(seed);
  }

  KillTally run(Path base, int kills) {
    for (int number = 1; tally.kills() < kills; number++) {
      Path parent = base.resolve("of-another-user-" + number);
      makeForEverybody(parent);
      SeededCommits commits = SeededCommits.of(seed, number);
      KilledStore store = new KilledStore(opener, parent.resolve("store"), commits, tally);
      write(store, "in the beginning");
      for (int i = 0; i < ROUNDS_PER_STORE && tally.kills() < kills; i++) {
        boolean filesToo = random.nextBoolean();
        WriterProcess writer = forbidWhileWriting(store, filesToo);
        store.examineReading();
        store.checkRefusedIsAbsent("K-07", writer);
        lookWhileForbidden(store, filesToo);
        permit(store.directory(), true, true);
        write(store, "after writing was allowed again");
      }
    }
    return tally;
  }

  private void write(KilledStore store, String when) {
    KillMoment moment = KillMoment.whileAppending(random, SMALL_CHANGE);
    WriterProcess writer = children.writer();
    writer.begin(store.commits(), MOST_COMMITS, store.directory());
    moment.await(writer);
    writer.kill();
    store.killed(writer, when + ", " + moment);
    if (writer.openedAt() < 0) {
      store.fail("K-07", "the directory may be written and no writer opens: " + writer.lastWords());
    }
    store.examineReading();
  }

  /** Files that are open stay open: the writer meets this when it needs a new one, or never. */
  private WriterProcess forbidWhileWriting(KilledStore store, boolean filesToo) {
    WriterProcess writer = children.writer();
    KillMoment moment = KillMoment.whileAppending(random, SMALL_CHANGE);
    writer.begin(store.commits(), MOST_COMMITS, store.directory());
    moment.await(writer);
    permit(store.directory(), filesToo, false);
    if (random.nextBoolean()) {
      writer.awaitTheEnd();
    }
    writer.kill();
    store.killed(writer, "in a directory that became read-only " + moment);
    writer.refused().ifPresent(why -> checkNamed(store, why));
    return writer;
  }

  private void lookWhileForbidden(KilledStore store, boolean filesToo) {
    StoredBytes before = StoredBytes.of(store.directory());
    WriterProcess writer = children.writer();
    writer.begin(store.commits(), MOST_COMMITS, store.directory());
    writer.awaitTheEnd();
    writer.kill();
    store.killed(writer, "in a directory that was read-only already");
    writer.refused().ifPresent(why -> checkNamed(store, why));
    if (filesToo) {
      checkUntouched(store, writer, before);
    }
    checkOthersRead(store);
    store.examineReading();
  }

  private static void checkUntouched(KilledStore store, WriterProcess writer, StoredBytes before) {
    if (writer.refused().isEmpty()) {
      store.fail("K-07", "all is read-only and a writer was not refused: " + writer.lastWords());
    }
    store.failIf(
        "K-07",
        before
            .changed(StoredBytes.of(store.directory()))
            .map(file -> "all is read-only and " + file + " changed"));
  }

  /** Root reads everything; that another user can is what counts. */
  private void checkOthersRead(KilledStore store) {
    ReaderProcess reader = children.reader();
    reader.open(store.commits(), store.directory());
    long seen = reader.verify();
    reader.kill();
    if (seen < store.acknowledged()) {
      store.fail("K-07", "a reader of a read-only directory sees only commit " + seen);
    }
  }

  private static void checkNamed(KilledStore store, String message) {
    if (!message.contains(store.directory().toString())) {
      store.fail("K-07", "the message does not name the read-only store: " + message);
    }
  }

  private static void makeForEverybody(Path directory) {
    try {
      Files.createDirectories(directory);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    OtherUser.permit(directory, "rwxrwxrwx");
  }

  /** Allows or forbids to write the directory and its folders, and the files in them. */
  private static void permit(Path directory, boolean filesToo, boolean mayWrite) {
    try {
      Files.walkFileTree(
          directory,
          new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes) {
              OtherUser.permit(folder, mayWrite ? "rwxr-xr-x" : "r-xr-xr-x");
              return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
              if (filesToo) {
                OtherUser.permit(file, mayWrite ? "rw-r--r--" : "r--r--r--");
              }
              return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult visitFileFailed(Path file, IOException e) throws IOException {
              if (e instanceof NoSuchFileException) {
                return FileVisitResult.CONTINUE; // the store may rename a file while this walks
              }
              throw e;
            }
          });
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
