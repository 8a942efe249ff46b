package org.minorityreport.core.log.file;

import java.io.Closeable;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;
import org.minorityreport.api.error.LogStoreException;
import org.minorityreport.api.log.Log;

/** Reads single rows again, from files that stay open until it is closed. One thread at a time. */
public final class RowReader implements Closeable {
  private final StoreFiles files;
  private final Map<Segment, SegmentReader> open = new LinkedHashMap<>();

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
    return open.computeIfAbsent(new Segment(log, at.segment()), s -> new SegmentReader(files))
        .read(new SlicePlace(log, 0, at.segment(), at.offset(), at.length(), 1, at.crc()));
  }

  @Override
  public void close() {
    for (SegmentReader reader : open.values()) {
      try {
        reader.close();
      } catch (IOException e) {
        throw new LogStoreException("closing a segment failed: " + DiskComplaint.of(e), e);
      }
    }
    open.clear();
  }

  private record Segment(Log<?> log, int number) {}
}
