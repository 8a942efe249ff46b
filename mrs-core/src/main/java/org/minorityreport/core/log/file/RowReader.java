package org.minorityreport.core.log.file;

import java.io.Closeable;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import org.minorityreport.api.error.LogStoreException;
import org.minorityreport.api.log.Log;

/** Reads single rows again, from files that stay open until it is closed. One thread at a time. */
public final class RowReader implements Closeable {
  /** How many files are open at most. */
  private static final int OPEN = 32;

  private final StoreFiles files;
  private final Map<Segment, SegmentReader> open = new LinkedHashMap<>(OPEN, 0.75f, true);

  RowReader(StoreFiles files) {
    this.files = files;
  }

  /**
   * Reads a row again.
   *
   * @param log its log
   * @param at where it was
   * @return its canonical JSON in UTF-8
   * @throws LogStoreException if it cannot be read, or is not what it was
   */
  public byte[] read(Log<?> log, RowAddress at) {
    Segment segment = new Segment(log, at.segment());
    SegmentReader reader = open.get(segment);
    if (reader == null) {
      if (open.size() == OPEN) {
        Iterator<SegmentReader> longestUnused = open.values().iterator();
        longestUnused.next().close();
        longestUnused.remove();
      }
      reader = new SegmentReader(files);
      open.put(segment, reader);
    }
    return reader.read(new SlicePlace(log, 0, at.segment(), at.offset(), at.length(), 1, at.crc()));
  }

  @Override
  public void close() {
    while (!open.isEmpty()) {
      Iterator<SegmentReader> next = open.values().iterator();
      SegmentReader reader = next.next();
      next.remove();
      try {
        reader.close();
      } catch (LogStoreException e) {
        close(); // the others must not stay open
        throw e;
      }
    }
  }

  private record Segment(Log<?> log, int number) {}
}
