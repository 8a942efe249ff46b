package org.minorityreport.core.hydrate;

import com.google.common.collect.ImmutableSet;
import java.util.Collection;
import org.minorityreport.api.view.ValueSource;

/**
 * The stages that write rows about reports, in the order of the flow, and the codes that speak of
 * each (spec 8.1).
 */
enum Stage {
  /** Writes MRDL. */
  DETECTION(
      "detection",
      "detected",
      ValueSource.DETECTED,
      "MRDL_down",
      ImmutableSet.of("SALES_missing"),
      ImmutableSet.of("BASELINE_fallback", "CLASSIFIER_fallback")),
  /** Writes MRCL. */
  CLUSTERING(
      "clustering",
      "clustered",
      ValueSource.CLUSTERED,
      "MRCL_down",
      ImmutableSet.of(),
      ImmutableSet.of("CLUSTER_fallback")),
  /** Writes MRPAL. */
  ATTRIBUTION(
      "attribution",
      "proposed",
      ValueSource.ATTRIBUTION,
      "MRPAL_down",
      ImmutableSet.of(),
      ImmutableSet.of("ATTRIBUTION_fallback", "CAMPAIGNS_missing", "CONTEXT_missing")),
  /** Writes MRCH and MELOG. */
  COHORTING(
      "cohorting",
      "cohorted",
      ValueSource.COHORT,
      "MRCH_down",
      ImmutableSet.of(),
      ImmutableSet.of("COHORT_fallback"));

  /** The end of a report without closing rows; no stage run tells of it. */
  static final String CLOSING_DOWN = "MEEL_down";

  /** Finalisation could not read what people did. */
  static final String EDITS_DOWN = "EDITS_down";

  /** The name of finalisation in stage_runs_log; it writes no rows that a group is taken from. */
  static final String FINALISATION = "finalisation";

  private final String wireName;
  private final String status;
  private final ValueSource source;
  private final String down;
  private final ImmutableSet<String> otherGaps;
  private final ImmutableSet<String> remarks;

  Stage(
      String wireName,
      String status,
      ValueSource source,
      String down,
      ImmutableSet<String> otherGaps,
      ImmutableSet<String> remarks) {
    this.wireName = wireName;
    this.status = status;
    this.source = source;
    this.down = down;
    this.otherGaps = otherGaps;
    this.remarks = remarks;
  }

  /** {@return its name in stage_runs_log} */
  String wireName() {
    return wireName;
  }

  /** {@return the status of a report that got this far} */
  String status() {
    return status;
  }

  /** {@return what its rows are as a source of values} */
  ValueSource source() {
    return source;
  }

  /** {@return the code that says that it wrote nothing} */
  String down() {
    return down;
  }

  /** {@return whether a code says that values of this stage are missing} */
  boolean isGap(String code) {
    return code.equals(down) || otherGaps.contains(code);
  }

  /** {@return whether rows with these codes give the values of this stage} */
  boolean isComplete(Collection<String> codes) {
    return codes.stream().noneMatch(this::isGap);
  }

  /** {@return whether a code speaks of this stage} */
  boolean owns(String code) {
    return isGap(code) || remarks.contains(code);
  }
}
