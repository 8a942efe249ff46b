package org.minorityreport.api.stage;

import java.util.Comparator;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.minorityreport.api.id.ReportId;
import org.minorityreport.api.value.Rules;

/** Two reports in no order: the smaller id is always the first. Immutable. */
public final class ReportPair implements Comparable<ReportPair> {
  private static final Comparator<ReportPair> ORDER =
      Comparator.comparing(ReportPair::one).thenComparing(ReportPair::other);

  private final ReportId one;
  private final ReportId other;

  private ReportPair(ReportId one, ReportId other) {
    this.one = one;
    this.other = other;
  }

  /**
   * The pair of two reports.
   *
   * @param a a report
   * @param b another report
   * @return the pair, the same whichever comes first
   * @throws org.minorityreport.api.error.InvalidValueException if both are one
   */
  public static ReportPair of(ReportId a, ReportId b) {
    int order = a.compareTo(b);
    Rules.check(order != 0, "pair", a, "two reports");
    return order < 0 ? new ReportPair(a, b) : new ReportPair(b, a);
  }

  /** {@return the report with the smaller id} */
  public ReportId one() {
    return one;
  }

  /** {@return the report with the greater id} */
  public ReportId other() {
    return other;
  }

  @Override
  public int compareTo(ReportPair that) {
    return ORDER.compare(this, that);
  }

  @Override
  public boolean equals(@Nullable Object that) {
    return that instanceof ReportPair pair && one.equals(pair.one) && other.equals(pair.other);
  }

  @Override
  public int hashCode() {
    return Objects.hash(one, other);
  }

  @Override
  public String toString() {
    return one + " + " + other;
  }
}
