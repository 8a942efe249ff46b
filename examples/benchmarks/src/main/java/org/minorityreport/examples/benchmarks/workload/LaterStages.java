package org.minorityreport.examples.benchmarks.workload;

import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import org.minorityreport.api.id.AnnotationId;
import org.minorityreport.api.record.Decider;
import org.minorityreport.api.record.EventStatus;
import org.minorityreport.api.record.Evidence;
import org.minorityreport.api.record.EvidenceKind;
import org.minorityreport.api.record.ReportAttributed;
import org.minorityreport.api.record.ReportClustered;
import org.minorityreport.api.record.ReportCohorted;
import org.minorityreport.api.record.ReportDetected;
import org.minorityreport.api.record.ReportFinalised;
import org.minorityreport.api.record.ReportSpine;

/** What clustering, attribution and cohorting add to a row of detection, with all their fields. */
final class LaterStages {
  /** Names and categories of causes, the reports of one event share one. */
  static final List<String> CAUSES =
      List.of("Radio reports on shortages", "Video challenge", "Heat wave", "Empty shelf nearby");

  static final List<String> CATEGORIES =
      List.of("legacy_media", "social_media", "weather", "competitor_action");

  private static final int FEATURES = 16;
  private static final int UNMATCHED_ONE_IN = 4;
  private static final int CLUSTERS = 40;
  private static final double MILLION = 1e6;

  private LaterStages() {}

  static ReportClustered clustered(ReportDetected row, ReportLife life, long tick) {
    long seed = life.seed();
    List<Double> features = new ArrayList<>(FEATURES);
    for (int i = 0; i < FEATURES; i++) {
      features.add(share(seed + 20 + i));
    }
    int cluster = Mix.below(CLUSTERS, EventOfReports.of(life).seed());
    ReportClustered.Builder clustered = ReportClustered.builder();
    clustered
        .from((ReportSpine) row)
        .reportStatus("clustered")
        .putModelVersions("cluster", "hdbscan@4")
        .featureVector(features)
        .nearestClusterId("CL-" + cluster)
        .nearestDistance(share(seed + 40))
        .embeddingX(share(seed + 41))
        .embeddingY(-share(seed + 42));
    if (Mix.below(UNMATCHED_ONE_IN, seed + 43) == 0) {
      return clustered.abstainReason("too_far").build();
    }
    return clustered
        .clusterId("CL-" + cluster)
        .clusterName("Pull forward " + cluster)
        .similarityScore(share(seed + 44))
        .clusterMatchConfidence(share(seed + 45 + tick))
        .build();
  }

  /** Two causes, and a third for half of the reports; the confidence changes from tick to tick. */
  static ReportAttributed attributed(ReportDetected row, ReportLife life, long tick) {
    long event = EventOfReports.of(life).seed();
    int cause = Mix.below(CAUSES.size(), event);
    double confidence = 0.5 + share(life.seed() + 50 + tick) / 2;
    ReportAttributed.Builder attributed = ReportAttributed.builder();
    attributed
        .from((ReportSpine) row)
        .reportStatus("proposed")
        .putModelVersions("cluster", "hdbscan@4")
        .putModelVersions("attribution", "bayes@7")
        .proposedCause(CAUSES.get(cause))
        .proposedCauseCategory(CATEGORIES.get(cause))
        .confidenceScore(confidence)
        .proposedCause2(CAUSES.get((cause + 1) % CAUSES.size()))
        .proposedCauseCategory2(CATEGORIES.get((cause + 1) % CAUSES.size()))
        .confidenceScore2(0.31)
        .addSupportingEvidence(
            Evidence.builder()
                .kind(EvidenceKind.CONTEXT_EVENT)
                .ref("EVENT-NEWS-" + Long.toUnsignedString(event, 36))
                .contentHash("a62c28aaa543cabe6e958b89efc684d6342e72ecc222e6aa" + hex(event))
                .note("covers the onset, names the city")
                .weight(confidence)
                .build());
    if ((life.seed() & 2) == 0) {
      attributed
          .proposedCause3(CAUSES.get((cause + 2) % CAUSES.size()))
          .proposedCauseCategory3(CATEGORIES.get((cause + 2) % CAUSES.size()))
          .confidenceScore3(0.12);
    }
    return attributed.build();
  }

  /** The fields of the two rows before, as seen at the tick, and the event. */
  static ReportCohorted cohorted(
      ReportClustered clustered,
      ReportAttributed attributed,
      EventOfReports event,
      long tick,
      List<ReportLife> reports) {
    boolean over = reports.stream().allMatch(each -> each.last() <= tick);
    ReportCohorted.Builder cohorted = ReportCohorted.builder();
    // The builder takes the causes along: the row has them too.
    cohorted.from((ReportSpine) attributed);
    return cohorted
        .clusterId(clustered.clusterId())
        .clusterName(clustered.clusterName())
        .similarityScore(clustered.similarityScore())
        .clusterMatchConfidence(clustered.clusterMatchConfidence())
        .reportStatus("cohorted")
        .putModelVersions("cohort", "rules@2")
        .reportGroupId(event.id())
        .eventStatus(over ? EventStatus.ENDED : EventStatus.ACTIVE)
        .cohortName(attributed.proposedCause())
        .cohortConfidence(0.85)
        .addCohortReason("same_region", "shared_cause", "temporal_overlap")
        .cohortSize(reports.size())
        .build();
  }

  /** What a person approved. */
  static ReportFinalised finalised(ReportCohorted row, ReportLife life) {
    ReportFinalised.Builder finalised = ReportFinalised.builder();
    // The builder takes the fields of the cluster along: the row has them too.
    finalised.from((ReportSpine) row);
    return finalised
        .reportStatus("finalised")
        .proposedCause(row.proposedCause())
        .proposedCauseCategory(row.proposedCauseCategory())
        .confidenceScore(row.confidenceScore())
        .reportGroupId(row.reportGroupId())
        .eventStatus(row.eventStatus())
        .cohortName(row.cohortName())
        .cohortConfidence(row.cohortConfidence())
        .cohortReason(row.cohortReason())
        .cohortSize(row.cohortSize())
        .finalDecision("approved")
        .finalCause(row.proposedCause())
        .finalCauseCategory(row.proposedCauseCategory())
        .finalConfidence(row.confidenceScore())
        .finalizedAt(row.writtenAt())
        .annotationId(AnnotationId.of("AN-" + hex(Mix.of(life.seed() + 60)) + hex(life.seed())))
        .decidedBy(Decider.builder().actor("ann").role("marketer").build())
        .decisionLevel("report")
        .sourceUsedWindowStart("detected")
        .sourceUsedWindowEnd("ended")
        .sourceUsedStructure("detected")
        .sourceUsedTotals("detected")
        .sourceUsedCluster("clustered")
        .sourceUsedProposed("attribution")
        .sourceUsedGroupId("cohort")
        .sourceUsedFinal("none")
        .build();
  }

  private static String hex(long value) {
    return HexFormat.of().toHexDigits(value);
  }

  /** A number from 0 to 1 with six digits behind the point. */
  private static double share(long seed) {
    return Mix.below(1_000_000, seed) / MILLION;
  }
}
