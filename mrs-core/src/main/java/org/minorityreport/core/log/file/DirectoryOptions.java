package org.minorityreport.core.log.file;

import java.time.InstantSource;
import java.util.Objects;
import org.minorityreport.api.value.Rules;
import org.minorityreport.core.log.disk.Disk;

/** How to open a store in a directory. Immutable. */
public final class DirectoryOptions {
  private static final long DEFAULT_SEGMENT_BYTES = 64L << 20;
  private static final int DEFAULT_HEAP_KEYS = 1 << 17;

  private final long segmentBytes;
  private final InstantSource clock;
  private final Disk disk;
  private final int heapKeys;

  private DirectoryOptions(long segmentBytes, InstantSource clock, Disk disk, int heapKeys) {
    this.segmentBytes = segmentBytes;
    this.clock = clock;
    this.disk = disk;
    this.heapKeys = heapKeys;
  }

  /**
   * {@return segments of 64 MiB, 131,072 keys of a log in the heap, the system's clock, the disk of
   * the operating system}
   */
  public static DirectoryOptions defaults() {
    return new DirectoryOptions(
        DEFAULT_SEGMENT_BYTES, InstantSource.system(), Disk.real(), DEFAULT_HEAP_KEYS);
  }

  /**
   * The same options with another size of segments.
   *
   * @param bytes a segment that would grow larger is followed by a new one; a single commit may be
   *     larger
   * @return the options
   * @throws org.minorityreport.api.error.InvalidValueException if the size is not 1 or more
   */
  public DirectoryOptions segmentBytes(long bytes) {
    Rules.check(bytes >= 1, "segment_bytes", bytes, "1 or more");
    return new DirectoryOptions(bytes, clock, disk, heapKeys);
  }

  /**
   * The same options with another clock.
   *
   * @param source tells when a commit physically arrived; no row ever holds that
   * @return the options
   */
  public DirectoryOptions clock(InstantSource source) {
    return new DirectoryOptions(
        segmentBytes, Objects.requireNonNull(source, "source"), disk, heapKeys);
  }

  /**
   * The same options with another disk.
   *
   * @param other what all reading and writing goes through
   * @return the options
   */
  public DirectoryOptions disk(Disk other) {
    return new DirectoryOptions(
        segmentBytes, clock, Objects.requireNonNull(other, "other"), heapKeys);
  }

  /**
   * The same options with another bound of memory.
   *
   * @param rows from how many rows of a log on their keys leave the heap for a file of the cache,
   *     64 to 130 bytes each; what the journal says is written to the cache accordingly
   * @return the options
   * @throws org.minorityreport.api.error.InvalidValueException if the number is not 1 or more
   */
  public DirectoryOptions heapKeys(int rows) {
    Rules.check(rows >= 1, "heap_keys", rows, "1 or more");
    return new DirectoryOptions(segmentBytes, clock, disk, rows);
  }

  /** {@return from how many rows of a log on their keys leave the heap} */
  public int heapKeys() {
    return heapKeys;
  }

  /** {@return the size beyond which a segment does not grow} */
  public long segmentBytes() {
    return segmentBytes;
  }

  /** {@return what tells when a commit arrived} */
  public InstantSource clock() {
    return clock;
  }

  /** {@return what all reading and writing goes through} */
  public Disk disk() {
    return disk;
  }
}
