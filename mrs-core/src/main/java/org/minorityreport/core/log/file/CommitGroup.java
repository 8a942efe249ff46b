package org.minorityreport.core.log.file;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Future;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.minorityreport.api.log.Log;

/**
 * Commits on their way to the disk, which is waited for once for all of them. One thread, used
 * once.
 *
 * <p>The order is what makes each commit atomic. All slices are forced before the journal names the
 * first of them, so an entry never speaks of bytes that a loss of power can take; the entries are
 * forced before anybody is told, so a commit that was acknowledged stays. Meanwhile the bytes are
 * digested and their keys taken in, which nobody finds before the commit is published.
 */
final class CommitGroup {
  /** From how many bytes on a commit is digested on another thread than it is written on. */
  private static final int BESIDE_WRITING = 1 << 16;

  private final CommitHistory history;
  private final Function<Log<?>, LogKeys> keys;
  private final SegmentWriter segments;
  private final JournalWriter journal;
  private final SideThread side;
  private long position;
  private @Nullable Begun open;
  private @Nullable Staged staged;

  CommitGroup(
      CommitHistory history,
      Function<Log<?>, LogKeys> keys,
      SegmentWriter segments,
      JournalWriter journal,
      SideThread side) {
    this.history = history;
    this.keys = keys;
    this.segments = segments;
    this.journal = journal;
    this.side = side;
    this.position = history.head();
  }

  /** The position of the commit that was added last. */
  long position() {
    return position;
  }

  /**
   * Adds a commit behind those before, whose rows it must know: {@link #settle()} comes before it
   * was looked at.
   */
  void add(Batch batch, Instant now) throws IOException {
    position++;
    boolean large = batch.bytes() >= BESIDE_WRITING;
    Future<List<SliceDigests>> digests = side.begin(large, batch::digests);
    Future<Boolean> takenIn = side.begin(large, () -> takeIn(batch));
    open = new Begun(batch, position, now, written(batch), digests, takenIn);
  }

  /** Makes the rows of the commit that was added last known. */
  void settle() {
    Begun last = open;
    if (last != null) {
      Staged entry = staged == null ? staged(last) : staged;
      SideThread.await(last.takenIn());
      history.add(entry.entry(), entry.hash());
      open = null;
      staged = null;
    }
  }

  /** Makes all commits last; the last one is still to be settled. */
  void force() throws IOException {
    segments.force();
    if (open != null) {
      staged = staged(open);
    }
    journal.write();
  }

  private Staged staged(Begun begun) {
    List<Slice> slices = described(begun, SideThread.await(begun.digests()));
    JournalEntry entry = new JournalEntry(begun.position(), begun.now(), slices);
    return new Staged(entry, journal.stage(entry));
  }

  private List<SegmentWriter.End> written(Batch batch) throws IOException {
    List<SegmentWriter.End> places = new ArrayList<>();
    for (NewSlice news : batch.slices()) {
      ByteBuffer bytes = news.bytes();
      SegmentWriter.End at = segments.next(news.log(), bytes.remaining());
      segments.write(news.log(), at, bytes);
      places.add(at);
    }
    return places;
  }

  private boolean takeIn(Batch batch) {
    for (NewSlice news : batch.slices()) {
      GrowingKeys recent = keys.apply(news.log()).recent();
      int slice = recent.endSlice();
      for (NewSlice.NewRow row : news.rows()) {
        recent.add(row.row(), row.key(), row.version(), LogKeys.place(slice, row.within()));
      }
      recent.tookIn(slice);
    }
    return true;
  }

  private List<Slice> described(Begun begun, List<SliceDigests> digests) {
    List<Slice> slices = new ArrayList<>();
    RowCounts counts = new RowCounts(history);
    for (int i = 0; i < digests.size(); i++) {
      NewSlice news = begun.batch().slices().get(i);
      Slice slice =
          news.described(begun.places().get(i), digests.get(i), run -> counts.of(news.log(), run));
      counts.add(slice);
      slices.add(slice);
    }
    return List.copyOf(slices);
  }

  private record Begun(
      Batch batch,
      long position,
      Instant now,
      List<SegmentWriter.End> places,
      Future<List<SliceDigests>> digests,
      Future<Boolean> takenIn) {}

  private record Staged(JournalEntry entry, Hash hash) {}
}
