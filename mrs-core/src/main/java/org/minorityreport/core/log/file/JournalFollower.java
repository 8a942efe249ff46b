package org.minorityreport.core.log.file;

import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.minorityreport.api.error.LogStoreException;
import org.minorityreport.api.id.RunId;
import org.minorityreport.core.log.disk.DiskFile;

/** Takes into a history what the journal says, as far as it goes. One thread at a time. */
final class JournalFollower {
  private final StoreFiles files;
  private final CommitHistory history;
  private final JournalPlace place = new JournalPlace(StoreFormat.firstHash());
  private final Map<SegmentOfLog, Long> sizes = new HashMap<>();
  private final Consumer<JournalStep.Whole> listener;
  private long lastOffset;
  private Hash hashBefore = place.hash();

  JournalFollower(StoreFiles files, CommitHistory history) {
    this(files, history, commit -> {});
  }

  /** A follower that tells of each commit after the history knows it. */
  JournalFollower(StoreFiles files, CommitHistory history, Consumer<JournalStep.Whole> listener) {
    this.files = files;
    this.history = history;
    this.listener = listener;
  }

  /** A follower that begins where the cache ends, if there is a cache that counts. */
  static JournalFollower fromCache(StoreFiles files) {
    Optional<CommitCache.Known> known = new CommitCache(files).load();
    JournalFollower follower =
        new JournalFollower(
            files, known.map(CommitCache.Known::history).orElseGet(CommitHistory::new));
    known.ifPresent(cached -> follower.skipTo(cached.end()));
    return follower;
  }

  private void skipTo(CommitCacheEnd end) {
    place.skipTo(end);
    lastOffset = end.lastOffset();
    hashBefore = end.before();
  }

  CommitHistory history() {
    return history;
  }

  /** Hash of the entry before the last one. */
  Hash hashBefore() {
    return hashBefore;
  }

  /** Where the last entry begins. */
  long lastOffset() {
    return lastOffset;
  }

  /** How far the journal was taken in. */
  JournalPlace place() {
    return place;
  }

  /** Goes on to the end. Says where and why it stopped if something is left. */
  Optional<Leftover> advance() throws IOException {
    try (DiskFile journal = files.disk().openToRead(files.at(StoreFiles.JOURNAL))) {
      long size = journal.size();
      if (size < place.offset()) {
        throw new LogStoreException(
            String.format(
                Locale.ROOT,
                "%s, journal: it is %d bytes long and was %d; commits that were read are gone;"
                    + " open the store again, or restore the file from a copy",
                files.root(),
                size,
                place.offset()));
      }
      return advance(journal, size);
    }
  }

  private Optional<Leftover> advance(DiskFile journal, long size) throws IOException {
    JournalPlace ahead = place.copy();
    JournalCursor cursor = new JournalCursor(journal, size, ahead);
    while (true) {
      long offset = place.offset();
      JournalStep step = cursor.next();
      if (step instanceof JournalStep.Whole whole) {
        Optional<String> missing = missing(whole.entry());
        if (missing.isPresent()) {
          return Optional.of(new Leftover(offset, true, missing.get()));
        }
        Optional<String> gap = place.hasSeenDamage() ? Optional.empty() : gap(whole.entry());
        gap.ifPresentOrElse(
            why -> damaged(offset, whole.entry().position(), why),
            () -> {
              history.add(whole.entry(), whole.hash());
              history.publish(whole.entry().position());
              listener.accept(whole);
            });
      } else if (step instanceof JournalStep.Damaged damaged) {
        damaged(offset, damaged.position(), damaged.why());
      } else {
        return step instanceof JournalStep.Torn
            ? Optional.of(new Leftover(offset, false, "an entry was not written to its end"))
            : Optional.empty();
      }
      hashBefore = place.hash();
      place.moveTo(ahead);
      lastOffset = offset;
    }
  }

  private void damaged(long offset, long position, String why) {
    history.addDamaged(
        position, Finding.inJournal(offset, position, "the entry is damaged: " + why));
  }

  /** Whether an entry does not follow from those before it. */
  private Optional<String> gap(JournalEntry entry) {
    Map<RunOfLog, Long> rows = new HashMap<>();
    Map<LogHistory, SlicePlace> ends = new HashMap<>();
    for (Slice slice : entry.slices()) {
      LogHistory log = history.of(slice.log());
      SlicePlace last = ends.containsKey(log) ? ends.get(log) : log.last();
      boolean follows =
          last == null
              ? slice.segment() == 1 && slice.offset() == 0
              : last.segment() == slice.segment()
                  ? slice.offset() == last.end()
                  : slice.segment() == last.segment() + 1 && slice.offset() == 0;
      if (!follows) {
        return Optional.of("its slice of " + slice.log() + " does not follow the one before");
      }
      ends.put(log, SlicePlace.of(slice, entry.position()));
      for (Map.Entry<RunId, RunSpan> run : slice.runs().entrySet()) {
        RunOfLog key = new RunOfLog(log, run.getKey());
        long known = rows.getOrDefault(key, log.count(run.getKey(), Long.MAX_VALUE));
        if (run.getValue().first() != known + 1) {
          return Optional.of("row numbers of " + slice.log() + " do not follow those before");
        }
        rows.put(key, run.getValue().last());
      }
    }
    return Optional.empty();
  }

  /**
   * Whether bytes that an entry speaks of are not there yet, as in a copy that was taken while the
   * store was written.
   */
  private Optional<String> missing(JournalEntry entry) throws IOException {
    for (Slice slice : entry.slices()) {
      SegmentOfLog key = new SegmentOfLog(history.of(slice.log()), slice.segment());
      if (sizes.getOrDefault(key, 0L) < slice.end()) {
        sizes.put(key, files.size(files.segment(slice.log(), slice.segment())));
      }
      if (sizes.getOrDefault(key, 0L) < slice.end() && !isLost(slice)) {
        return Optional.of(
            String.format(
                Locale.ROOT,
                "rows of commit %d are not there (%s, segment %s, offset %d)",
                entry.position(),
                slice.log(),
                StoreFiles.segmentName(slice.segment()),
                slice.offset()));
      }
    }
    return Optional.empty();
  }

  /** A file that is missing before others of its log is no copy taken early, but a loss. */
  private boolean isLost(Slice slice) throws IOException {
    List<Integer> there = files.segments(slice.log());
    return !there.contains(slice.segment()) && there.stream().anyMatch(n -> n > slice.segment());
  }

  /**
   * What lies behind the last commit.
   *
   * @param offset where in the journal
   * @param isEntry whether an entry is whole, but its rows are not there
   * @param why why it is no commit
   */
  record Leftover(long offset, boolean isEntry, String why) {}

  private record SegmentOfLog(LogHistory log, int segment) {}

  private record RunOfLog(LogHistory log, RunId run) {}
}
