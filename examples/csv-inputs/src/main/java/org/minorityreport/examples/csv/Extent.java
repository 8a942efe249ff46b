package org.minorityreport.examples.csv;

import java.time.Instant;
import java.util.Optional;
import org.minorityreport.api.series.Cadence;

/** From which row to which the sales reach, and what memory that takes; one thread at a time. */
final class Extent {
  /** Units and revenue, once as built and once as brought to common steps. */
  private static final long BYTES_PER_STEP = 4 * Long.BYTES;

  private static final long MEGABYTE = 1 << 20;

  private long series;
  private long from = Long.MAX_VALUE;
  private int firstLine;
  private long to = Long.MIN_VALUE;
  private int lastLine;

  void add(SeriesRows rows) {
    if (rows.isEmpty()) {
      return;
    }
    series++;
    int earliest = rows.earliest();
    if (rows.timeOf(earliest) < from) {
      from = rows.timeOf(earliest);
      firstLine = rows.lineOf(earliest);
    }
    int latest = rows.latest();
    if (rows.timeOf(latest) > to) {
      to = rows.timeOf(latest);
      lastLine = rows.lineOf(latest);
    }
  }

  /** {@return why that cannot be held, or empty if it can} */
  Optional<String> problem(Cadence cadence, String file, long maxBytes) {
    long steps = series == 0 ? 0 : (to - from) / cadence.seconds() + 1;
    boolean fits = steps < Integer.MAX_VALUE && series * steps <= maxBytes / BYTES_PER_STEP;
    return fits
        ? Optional.empty()
        : Optional.of(
            "the times reach from "
                + Instant.ofEpochSecond(from)
                + " ("
                + file
                + ":"
                + firstLine
                + ") to "
                + Instant.ofEpochSecond(to)
                + " ("
                + file
                + ":"
                + lastLine
                + "); that is "
                + steps
                + " steps of "
                + cadence
                + " in each of "
                + series
                + " series and needs "
                + series * steps * BYTES_PER_STEP / MEGABYTE
                + " MB of "
                + maxBytes / MEGABYTE
                + " MB; expected less: mend the time if it is wrong, or give Java more memory");
  }
}
