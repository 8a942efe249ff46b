package org.minorityreport.api.log;

import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** What became of a commit. Immutable. */
public final class AppendResult {
  private final CommitPosition position;
  private final long newRows;
  private final long newVersions;
  private final long duplicates;

  private AppendResult(CommitPosition position, long newRows, long newVersions, long duplicates) {
    this.position = Objects.requireNonNull(position, "position");
    this.newRows = newRows;
    this.newVersions = newVersions;
    this.duplicates = duplicates;
  }

  /**
   * The result of an append.
   *
   * @param position where the store stands now
   * @param newRows rows whose key was new
   * @param newVersions rows whose key was there with other content
   * @param duplicates rows dropped because the newest version of their key says the same
   * @return the result
   */
  public static AppendResult of(
      CommitPosition position, long newRows, long newVersions, long duplicates) {
    return new AppendResult(position, newRows, newVersions, duplicates);
  }

  /**
   * Where the store stands now: at this commit, or, if all its rows were duplicates, where it
   * stood.
   *
   * @return the position
   */
  public CommitPosition position() {
    return position;
  }

  /** {@return rows whose key was new} */
  public long newRows() {
    return newRows;
  }

  /** {@return rows whose key was there with other content} */
  public long newVersions() {
    return newVersions;
  }

  /** {@return rows dropped because the newest version of their key says the same} */
  public long duplicates() {
    return duplicates;
  }

  /** {@return rows appended} */
  public long appended() {
    return newRows + newVersions;
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof AppendResult that
        && position.equals(that.position)
        && newRows == that.newRows
        && newVersions == that.newVersions
        && duplicates == that.duplicates;
  }

  @Override
  public int hashCode() {
    return Objects.hash(position, newRows, newVersions, duplicates);
  }

  @Override
  public String toString() {
    return newRows
        + " new, "
        + newVersions
        + " new versions, "
        + duplicates
        + " duplicates; at "
        + position;
  }
}
