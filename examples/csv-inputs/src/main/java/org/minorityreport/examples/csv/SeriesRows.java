package org.minorityreport.examples.csv;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.minorityreport.api.id.SeriesId;
import org.minorityreport.api.series.Cadence;
import org.minorityreport.api.series.SalesSeries;
import org.minorityreport.api.series.Steps;
import org.minorityreport.api.value.Units;

/**
 * The good rows of one series, in growing arrays and in any order; one thread at a time. No row is
 * an object: the sales of a chain have tens of millions.
 */
final class SeriesRows {
  private static final int FIRST_CAPACITY = 16;
  private static final int INDEX_BITS = 32;

  private final SeriesId id;
  private final boolean withRevenue;
  private long[] times = new long[FIRST_CAPACITY];
  private long[] units = new long[FIRST_CAPACITY];
  private long[] cents;
  private int[] lines = new int[FIRST_CAPACITY];
  private int size;
  private boolean ascending = true;
  private @Nullable Set<Long> repeatedSeen;
  private final List<Instant> unusable = new ArrayList<>(0);
  private final List<Instant> contradicted = new ArrayList<>(0);

  SeriesRows(SeriesId id, boolean withRevenue) {
    this.id = id;
    this.withRevenue = withRevenue;
    this.cents = new long[withRevenue ? FIRST_CAPACITY : 0];
  }

  SeriesId id() {
    return id;
  }

  boolean isEmpty() {
    return size == 0;
  }

  /**
   * {@return the step of a row: of an hour that the clock repeats, the first row is the earlier}
   */
  long place(StepTime time) {
    if (!time.isRepeated()) {
      return time.earlier();
    }
    if (repeatedSeen == null) {
      repeatedSeen = new HashSet<>();
    }
    return repeatedSeen.add(time.earlier()) ? time.earlier() : time.later();
  }

  /** Notes that a row for a step was refused. */
  void unusable(long time) {
    unusable.add(Instant.ofEpochSecond(time));
  }

  /** {@return the steps with a row that was refused} */
  List<Instant> unusable() {
    return unusable;
  }

  /** {@return the steps about which rows contradict each other, known once closed} */
  List<Instant> contradicted() {
    return contradicted;
  }

  void add(long time, long thousandths, long revenueCents, int line) {
    if (size == times.length) {
      grow();
    }
    ascending &= size == 0 || times[size - 1] < time;
    times[size] = time;
    units[size] = thousandths;
    if (withRevenue) {
      cents[size] = revenueCents;
    }
    lines[size++] = line;
  }

  private void grow() {
    int capacity = size + (size >> 1);
    times = Arrays.copyOf(times, capacity);
    units = Arrays.copyOf(units, capacity);
    lines = Arrays.copyOf(lines, capacity);
    if (withRevenue) {
      cents = Arrays.copyOf(cents, capacity);
    }
  }

  /** {@return the index of the earliest row, of which there must be one} */
  int earliest() {
    int best = 0;
    for (int i = 1; i < size; i++) {
      best = times[i] < times[best] ? i : best;
    }
    return best;
  }

  /** {@return the index of the latest row, of which there must be one} */
  int latest() {
    int best = 0;
    for (int i = 1; i < size; i++) {
      best = times[i] > times[best] ? i : best;
    }
    return best;
  }

  long timeOf(int row) {
    return times[row];
  }

  int lineOf(int row) {
    return lines[row];
  }

  /**
   * The series of the rows; steps with two different values stay unknown.
   *
   * @param cadence length of a step; the steps fit an int
   * @param refusals takes the rows that contradict each other
   * @return the series, empty if no step is known
   */
  Optional<SalesSeries> close(Cadence cadence, Refusals refusals) {
    if (isEmpty()) {
      return Optional.empty();
    }
    long from = times[earliest()];
    int count = (int) ((times[latest()] - from) / cadence.seconds()) + 1;
    long[] knownUnits = filled(count);
    long @Nullable [] knownCents = withRevenue ? filled(count) : null;
    int[] order = order(from, cadence.seconds());
    boolean anyKnown = false;
    for (int start = 0, end; start < size; start = end) {
      end = endOfStep(order, start);
      if (agree(order, start, end)) {
        int row = order[start];
        int step = (int) ((times[row] - from) / cadence.seconds());
        knownUnits[step] = units[row];
        if (knownCents != null) {
          knownCents[step] = cents[row];
        }
        anyKnown = true;
      } else {
        refuse(Arrays.copyOfRange(order, start, end), refusals);
      }
    }
    Steps steps = Steps.of(Instant.ofEpochSecond(from), cadence, count);
    return anyKnown
        ? Optional.of(SalesSeries.of(id, steps, knownUnits, knownCents))
        : Optional.empty();
  }

  /** {@return where the rows of the step that begins in the order end} */
  private int endOfStep(int[] order, int start) {
    int end = start + 1;
    while (end < size && times[order[end]] == times[order[start]]) {
      end++;
    }
    return end;
  }

  private boolean agree(int[] order, int start, int end) {
    boolean same = true;
    for (int i = start + 1; i < end; i++) {
      same &= sameValues(order[start], order[i]);
    }
    return same;
  }

  private static long[] filled(int count) {
    long[] values = new long[count];
    Arrays.fill(values, SalesSeries.UNKNOWN);
    return values;
  }

  /** The rows by time, then by place in the file. */
  private int[] order(long from, long seconds) {
    int[] order = new int[size];
    if (ascending) {
      Arrays.setAll(order, i -> i);
      return order;
    }
    long[] keys = new long[size];
    for (int i = 0; i < size; i++) {
      keys[i] = (((times[i] - from) / seconds) << INDEX_BITS) | i;
    }
    Arrays.sort(keys);
    for (int i = 0; i < size; i++) {
      order[i] = (int) keys[i];
    }
    return order;
  }

  private boolean sameValues(int a, int b) {
    return units[a] == units[b] && (!withRevenue || cents[a] == cents[b]);
  }

  private void refuse(int[] rows, Refusals refusals) {
    contradicted.add(Instant.ofEpochSecond(times[rows[0]]));
    int different = rows[0];
    for (int i = 1; i < rows.length && different == rows[0]; i++) {
      different = sameValues(rows[0], rows[i]) ? different : rows[i];
    }
    for (int row : rows) {
      int other = sameValues(row, rows[0]) ? different : rows[0];
      refusals.addLater(lines[row], conflict(row, other));
    }
  }

  private BadRow conflict(int row, int other) {
    String column = units[row] == units[other] ? "revenue" : "units";
    return new BadRow(
        RefusalKinds.CONFLICTING_VALUES,
        "column '"
            + column
            + "' is '"
            + shown(row, column)
            + "' but '"
            + shown(other, column)
            + "' in line "
            + lines[other]
            + " for the same step "
            + Instant.ofEpochSecond(times[row])
            + " of store "
            + Quoted.text(id.store().value())
            + ", sku "
            + Quoted.text(id.sku().value())
            + ", expected one value per step; the step stays unknown");
  }

  private String shown(int row, String column) {
    if (column.equals("units")) {
      return Units.fromThousandths(units[row]).toPlainString();
    }
    return cents[row] == SalesSeries.UNKNOWN
        ? ""
        : BigDecimal.valueOf(cents[row], 2).toPlainString();
  }
}
