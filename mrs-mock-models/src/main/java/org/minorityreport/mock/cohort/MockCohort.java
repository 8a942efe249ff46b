package org.minorityreport.mock.cohort;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import org.minorityreport.api.model.CohortAnswer;
import org.minorityreport.api.model.CohortModel;
import org.minorityreport.api.model.CohortQuestion;
import org.minorityreport.api.model.CohortSide;
import org.minorityreport.api.model.ModelConfig;
import org.minorityreport.api.model.ModelInfo;
import org.minorityreport.api.record.Evidence;
import org.minorityreport.api.record.EvidenceKind;
import org.minorityreport.api.record.ReportClustered;
import org.minorityreport.api.taxonomy.Taxonomy;

/**
 * Says that two reports share a cause if they share a row of evidence, or the category of their
 * cause or their cluster in one region or retailer, or the category of two causes without place.
 *
 * <p>An absent region or retailer equals nothing, the category {@code unknown} is no agreement, and
 * a cluster cited as evidence counts as shape, not as shared evidence: two unrelated heatwaves of
 * one shape stay two events. Without a row in common onsets must lie close together, a like shape
 * closer than a like cause, or else two of a kind that happen on one day would be one. Shape joins
 * nothing where both causes are known and of two categories. The score of a pair that agrees is 0.6
 * and more for each thing shared, of any other 0.
 *
 * <p>Immutable and thread-safe.
 */
public final class MockCohort implements CohortModel {
  /** Causes of one category that set in further apart are two, unless they share a row. */
  private static final Duration ONE_CAUSE = Duration.ofHours(2);

  /** A like shape says something only of what begins together. */
  private static final Duration ONE_SHAPE = Duration.ofMinutes(30);

  private static final List<ChronoUnit> COARSE = List.of(ChronoUnit.HOURS, ChronoUnit.DAYS);

  private static final double AGREED = 0.6;
  private static final double FOR_EVIDENCE = 0.15;
  private static final double FOR_EACH_OTHER = 0.05;

  private static final ModelInfo INFO =
      ModelInfo.builder()
          .name("mock-cohort")
          .version("1")
          .lookBack(Duration.ZERO)
          .minimumHistory(Duration.ZERO)
          .build();

  private MockCohort() {}

  /**
   * The model; it has no parameters.
   *
   * @param config read by nothing
   * @return the model
   */
  @SuppressWarnings("unused") // every model is created from a configuration
  public static MockCohort create(ModelConfig config) {
    return new MockCohort();
  }

  @Override
  public ModelInfo info() {
    return INFO;
  }

  @Override
  public CohortAnswer compare(CohortQuestion question) {
    CohortSide one = question.one();
    CohortSide other = question.other();
    boolean evidence = sharesEvidence(one, other);
    boolean cause = sharesCategory(one, other) && beginWithin(ONE_CAUSE, one, other);
    boolean cluster =
        !contradict(one, other)
            && same(cluster(one), cluster(other))
            && beginWithin(ONE_SHAPE, one, other);
    boolean region = same(one.store().region(), other.store().region());
    boolean retailer = one.store().retailer().equals(other.store().retailer());
    boolean everywhere = cause && one.causeWithoutPlace() && other.causeWithoutPlace();
    if (!evidence && !everywhere && !((cause || cluster) && (region || retailer))) {
      return CohortAnswer.builder().score(0).build();
    }
    SortedSet<String> reasons = new TreeSet<>(List.of("temporal_overlap"));
    double score = AGREED;
    score += share(reasons, "shared_evidence", evidence, FOR_EVIDENCE);
    score += share(reasons, "shared_cause", cause, FOR_EACH_OTHER);
    score += share(reasons, "shared_cluster", cluster, FOR_EACH_OTHER);
    score += share(reasons, "same_region", region, FOR_EACH_OTHER);
    score += share(reasons, "same_retailer", retailer, FOR_EACH_OTHER);
    return CohortAnswer.builder().score(score).reasons(reasons).build();
  }

  /**
   * Whether the onsets are so close that one cause may have set in at both. Onsets that both lie on
   * full hours or at midnight may be an hour or a day apart: there may be no finer steps.
   */
  private static boolean beginWithin(Duration limit, CohortSide one, CohortSide other) {
    Instant onset = one.report().windowStart();
    Instant another = other.report().windowStart();
    Duration apart = Duration.between(onset, another).abs();
    for (ChronoUnit unit : COARSE) {
      boolean both =
          onset.equals(onset.truncatedTo(unit)) && another.equals(another.truncatedTo(unit));
      if (both && apart.compareTo(unit.getDuration()) <= 0) {
        return true;
      }
    }
    return apart.compareTo(limit) <= 0;
  }

  private static double share(Set<String> reasons, String reason, boolean shared, double gain) {
    if (!shared) {
      return 0;
    }
    reasons.add(reason);
    return gain;
  }

  private static boolean sharesEvidence(CohortSide one, CohortSide other) {
    return one.report().supportingEvidence().stream()
        .filter(mine -> mine.kind() != EvidenceKind.CLUSTER)
        .anyMatch(
            mine -> other.report().supportingEvidence().stream().anyMatch(it -> sameRow(mine, it)));
  }

  private static boolean sameRow(Evidence one, Evidence other) {
    return one.kind() == other.kind() && one.ref().equals(other.ref());
  }

  private static boolean sharesCategory(CohortSide one, CohortSide other) {
    String category = one.report().proposedCauseCategory();
    return !category.equals(Taxonomy.UNKNOWN)
        && category.equals(other.report().proposedCauseCategory());
  }

  /** Two causes that are known and of two categories: then a like shape is no agreement. */
  private static boolean contradict(CohortSide one, CohortSide other) {
    String category = one.report().proposedCauseCategory();
    String another = other.report().proposedCauseCategory();
    return !category.equals(Taxonomy.UNKNOWN)
        && !another.equals(Taxonomy.UNKNOWN)
        && !category.equals(another);
  }

  private static Optional<String> cluster(CohortSide side) {
    return side.clustered().flatMap(ReportClustered::clusterId);
  }

  private static boolean same(Optional<String> one, Optional<String> other) {
    return one.isPresent() && one.equals(other);
  }
}
