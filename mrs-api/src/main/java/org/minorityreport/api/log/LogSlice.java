package org.minorityreport.api.log;

import java.util.List;
import java.util.Objects;
import org.minorityreport.api.error.LogStoreException;

/** The rows of one log in a commit, and who writes them. Immutable. */
public final class LogSlice {
  private final Log<?> log;
  private final Writer writer;
  private final List<LogRow> rows;

  private LogSlice(Log<?> log, Writer writer, List<LogRow> rows) {
    this.log = Objects.requireNonNull(log, "log");
    this.writer = Objects.requireNonNull(writer, "writer");
    this.rows = rows;
  }

  /**
   * Some rows of one log.
   *
   * @param log the log
   * @param writer who writes them
   * @param rows the rows, in the order in which they shall stand
   * @return the slice
   */
  public static LogSlice of(Log<?> log, Writer writer, List<LogRow> rows) {
    return new LogSlice(log, writer, List.copyOf(rows));
  }

  /** {@return the log} */
  public Log<?> log() {
    return log;
  }

  /** {@return who writes the rows} */
  public Writer writer() {
    return writer;
  }

  /** {@return the rows, in the order in which they shall stand} */
  public List<LogRow> rows() {
    return rows;
  }

  /**
   * Checks that the log takes rows of this writer, and that all rows are of the log. Every store
   * asks before it appends.
   *
   * @throws LogStoreException if not
   */
  public void check() {
    if (!log.writers().contains(writer)) {
      throw new LogStoreException(
          writer
              + " may not write "
              + log
              + "; its writers are "
              + log.writers().stream().sorted().toList()
              + "; nothing was appended");
    }
    for (LogRow row : rows) {
      if (row.log() != log) {
        throw new LogStoreException(
            row + " stands in a slice of " + log + "; nothing was appended");
      }
    }
  }
}
