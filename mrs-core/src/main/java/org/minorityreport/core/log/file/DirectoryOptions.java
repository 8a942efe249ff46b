package org.minorityreport.core.log.file;

import java.time.InstantSource;
import java.util.Objects;
import org.minorityreport.api.value.Rules;
import org.minorityreport.core.log.disk.Disk;

/** How to open a store in a directory. Immutable. */
public final class DirectoryOptions {
  private static final long DEFAULT_SEGMENT_BYTES = 64L << 20;

  private final long segmentBytes;
  private final InstantSource clock;
  private final Disk disk;

  private DirectoryOptions(long segmentBytes, InstantSource clock, Disk disk) {
    this.segmentBytes = segmentBytes;
    this.clock = clock;
    this.disk = disk;
  }

  /** {@return segments of 64 MiB, the system's clock, the disk of the operating system} */
  public static DirectoryOptions defaults() {
    return new DirectoryOptions(DEFAULT_SEGMENT_BYTES, InstantSource.system(), Disk.real());
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
    return new DirectoryOptions(bytes, clock, disk);
  }

  /**
   * The same options with another clock.
   *
   * @param source tells when a commit physically arrived; no row ever holds that
   * @return the options
   */
  public DirectoryOptions clock(InstantSource source) {
    return new DirectoryOptions(segmentBytes, Objects.requireNonNull(source, "source"), disk);
  }

  /**
   * The same options with another disk.
   *
   * @param other what all reading and writing goes through
   * @return the options
   */
  public DirectoryOptions disk(Disk other) {
    return new DirectoryOptions(segmentBytes, clock, Objects.requireNonNull(other, "other"));
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
