package org.minorityreport.core.log.file;

import java.io.Closeable;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.minorityreport.api.log.Log;
import org.minorityreport.core.log.disk.DiskFile;

/** Writes slices at the ends of the logs. One thread at a time. */
final class SegmentWriter implements Closeable {
  private final StoreFiles files;
  private final long segmentBytes;
  private final Map<Log<?>, End> ends = new LinkedHashMap<>();
  private final Map<Log<?>, OpenSegment> open = new HashMap<>();
  private final Set<DiskFile> dirty = new LinkedHashSet<>();

  SegmentWriter(StoreFiles files, long segmentBytes, CommitHistory history) {
    this.files = files;
    this.segmentBytes = segmentBytes;
    for (LogHistory log : history.logs()) {
      @Nullable SlicePlace last = log.last();
      ends.put(log.log(), last == null ? new End(1, 0) : new End(last.segment(), last.end()));
    }
  }

  /** Where the next slice of a log goes. */
  End next(Log<?> log, int length) {
    End end = ends.getOrDefault(log, new End(1, 0));
    boolean full = end.offset() > 0 && end.offset() + length > segmentBytes;
    return full ? new End(end.segment() + 1, 0) : end;
  }

  /** Writes a slice; it does not last before {@link #force()}. */
  void write(Log<?> log, End at, ByteBuffer bytes) throws IOException {
    OpenSegment segment = open.get(log);
    if (segment == null || segment.number() != at.segment()) {
      segment = opened(log, at.segment());
    }
    dirty.add(segment.file());
    int length = bytes.remaining();
    segment.file().write(bytes, at.offset());
    ends.put(log, new End(at.segment(), at.offset() + length));
  }

  void force() throws IOException {
    for (DiskFile file : dirty) {
      file.force();
    }
    dirty.clear();
  }

  /** Opens a segment and makes its name last, also if an earlier process made it. */
  private OpenSegment opened(Log<?> log, int number) throws IOException {
    OpenSegment before = open.remove(log);
    if (before != null) {
      if (dirty.remove(before.file())) {
        before.file().force();
      }
      before.file().close();
    }
    files.disk().createDirectory(files.logDirectory(log));
    files.disk().forceDirectory(files.root());
    OpenSegment segment =
        new OpenSegment(number, files.disk().openToWrite(files.segment(log, number)));
    open.put(log, segment);
    files.disk().forceDirectory(files.logDirectory(log));
    return segment;
  }

  @Override
  public void close() throws IOException {
    IOException failure = null;
    for (OpenSegment segment : open.values()) {
      try {
        segment.file().close();
      } catch (IOException e) {
        failure = e;
      }
    }
    open.clear();
    if (failure != null) {
      throw failure;
    }
  }

  /**
   * The end of a log.
   *
   * @param segment number of its last segment
   * @param offset how long that is
   */
  record End(int segment, long offset) {}

  private record OpenSegment(int number, DiskFile file) {}
}
