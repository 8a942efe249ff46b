package org.minorityreport.core.log.file;

import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;
import org.minorityreport.api.log.CommitPosition;
import org.minorityreport.api.log.Log;

/** Something wrong, or put right, at a place of a store. Immutable. */
public final class Finding {
  private final String file;
  private final @Nullable Log<?> log;
  private final long offset;
  private final @Nullable CommitPosition position;
  private final String what;

  private Finding(
      String file,
      @Nullable Log<?> log,
      long offset,
      @Nullable CommitPosition position,
      String what) {
    this.file = file;
    this.log = log;
    this.offset = offset;
    this.position = position;
    this.what = Objects.requireNonNull(what, "what");
  }

  static Finding inFile(String file, String what) {
    return new Finding(file, null, -1, null, what);
  }

  static Finding inJournal(long offset, long position, String what) {
    return new Finding(StoreFiles.JOURNAL, null, offset, CommitPosition.of(position), what);
  }

  static Finding beyond(String file, @Nullable Log<?> log, long offset, String what) {
    return new Finding(file, log, offset, null, what);
  }

  static Finding inSlice(Log<?> log, int segment, long offset, long position, String what) {
    return new Finding(
        StoreFiles.segmentName(segment), log, offset, CommitPosition.of(position), what);
  }

  /** {@return name of the file, within the folder of its log if it is of one} */
  public String file() {
    return file;
  }

  /** {@return the log whose rows are concerned; if there is none, all may be} */
  public Optional<Log<?>> log() {
    return Optional.ofNullable(log);
  }

  /** {@return where in the file} */
  public OptionalLong offset() {
    return offset < 0 ? OptionalLong.empty() : OptionalLong.of(offset);
  }

  /** {@return the commit concerned} */
  public Optional<CommitPosition> position() {
    return Optional.ofNullable(position);
  }

  /** {@return what is wrong, or what was done} */
  public String what() {
    return what;
  }

  /** Place and what is there, in one line. */
  @Override
  public String toString() {
    StringBuilder text = new StringBuilder();
    if (log != null) {
      text.append(log).append(", segment ");
    }
    text.append(file);
    if (offset >= 0) {
      text.append(String.format(Locale.ROOT, ", offset %d", offset));
    }
    if (position != null) {
      text.append(", position ").append(position);
    }
    return text.append(": ").append(what).toString();
  }
}
