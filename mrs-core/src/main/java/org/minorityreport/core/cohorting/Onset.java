package org.minorityreport.core.cohorting;

import java.time.Instant;
import java.util.Comparator;
import org.minorityreport.api.id.ReportId;
import org.minorityreport.api.record.ReportMember;
import org.minorityreport.api.record.ReportSpine;
import org.minorityreport.api.stage.CohortMember;

/**
 * Where a report stands among others: by onset, then id, the order in which reports are taken.
 *
 * @param at the onset
 * @param reportId the report
 */
record Onset(Instant at, ReportId reportId) implements Comparable<Onset> {
  private static final Comparator<Onset> ORDER =
      Comparator.comparing(Onset::at).thenComparing(Onset::reportId);

  /** Raised first, then by onset, then by id: the order in which the anchor is the first. */
  static final Comparator<CohortMember> RAISED_FIRST =
      Comparator.comparing(Onset::raisedAt).thenComparing(Onset::of);

  private static final ReportId LEAST = ReportId.of("MR-" + "0".repeat(32));
  private static final ReportId GREATEST = ReportId.of("MR-" + "f".repeat(32));

  static Onset of(CohortMember member) {
    ReportSpine report = member.attributed();
    return new Onset(report.firstDetectedFrom(), report.reportId());
  }

  /** {@return the first place at a time} */
  static Onset least(Instant at) {
    return new Onset(at, LEAST);
  }

  /** {@return the last place at a time} */
  static Onset greatest(Instant at) {
    return new Onset(at, GREATEST);
  }

  private static Instant raisedAt(CohortMember member) {
    return member.attributed().members().stream()
        .map(ReportMember::raisedAt)
        .min(Comparator.naturalOrder())
        .orElse(member.attributed().firstDetectedFrom());
  }

  @Override
  public int compareTo(Onset that) {
    return ORDER.compare(this, that);
  }
}
