package org.minorityreport.core.lifecycle;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.minorityreport.api.log.Logs;
import org.minorityreport.api.record.CohortOutput;
import org.minorityreport.api.record.CohortPrediction;
import org.minorityreport.core.json.LogCodec;

/**
 * What a cohort model said of two reports, and what people made of it: who confirms a cause of both
 * in one event says that they belong together, and who moved one of them elsewhere before says that
 * they do not. Of pairs in different events that nobody moved nothing is known. Immutable.
 *
 * @param model name@version of the cohort model
 * @param at when the later of the two was judged
 * @param said whether the pair was accepted
 * @param so whether both are in one event
 */
record JudgedPair(String model, Instant at, boolean said, boolean so) {
  /**
   * The pairs that people judged.
   *
   * @param judged judgements by report, in the order in which they were made
   * @return what models said last of each pair before it was judged, by pair, then model
   */
  static List<JudgedPair> read(StandingScan scan, Collection<Judged> judged) {
    Map<String, Judged> last = new HashMap<>();
    for (Judged one : judged) {
      if (one.finalCause().isPresent() && one.event().isPresent()) {
        last.put(one.report(), one);
      }
    }
    Map<String, CohortPrediction> newest = new TreeMap<>();
    if (!last.isEmpty()) {
      scan.rows(
          Logs.COHORT_PREDICTIONS,
          row -> row.subject().filter(last::containsKey).isPresent(),
          stored -> add(LogCodec.read(Logs.COHORT_PREDICTIONS, stored), last, newest));
    }
    List<JudgedPair> pairs = new ArrayList<>();
    newest.values().forEach(row -> row.output().ifPresent(said -> add(row, said, last, pairs)));
    return pairs;
  }

  private static void add(
      CohortPrediction row, Map<String, Judged> last, Map<String, CohortPrediction> newest) {
    @Nullable Judged one = last.get(row.reportId().value());
    @Nullable Judged other = last.get(row.otherReportId().value());
    boolean counts = row.outcome().equals("ok") && !row.route().equals("shadow");
    if (counts && one != null && other != null && !row.writtenAt().isAfter(later(one, other))) {
      newest.merge(
          row.reportId() + " " + row.otherReportId() + " " + model(row),
          row,
          (a, b) -> b.writtenAt().isBefore(a.writtenAt()) ? a : b);
    }
  }

  private static void add(
      CohortPrediction row, CohortOutput said, Map<String, Judged> last, List<JudgedPair> pairs) {
    @Nullable Judged one = last.get(row.reportId().value());
    @Nullable Judged other = last.get(row.otherReportId().value());
    if (one == null || other == null) {
      return;
    }
    boolean together = one.event().equals(other.event());
    if (together || one.placed() || other.placed()) {
      pairs.add(new JudgedPair(model(row), later(one, other), said.accepted(), together));
    }
  }

  private static Instant later(Judged one, Judged other) {
    return one.at().isBefore(other.at()) ? other.at() : one.at();
  }

  private static String model(CohortPrediction row) {
    return row.modelName() + "@" + row.modelVersion();
  }
}
