package org.minorityreport.core.rereview;

import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.minorityreport.api.log.CommitPosition;
import org.minorityreport.api.record.ReportAttributed;
import org.minorityreport.api.record.ReportFinalised;
import org.minorityreport.api.record.RereviewRound;
import org.minorityreport.api.record.RereviewTrigger;

/**
 * A report, and when the machine last said something of it. Immutable.
 *
 * @param row its newest routine row of attribution
 * @param cause the primary cause that is proposed now, by a round or by that row
 * @param proposedAt the commit of that proposal
 * @param features its newest routine features, on the common scale; empty without
 * @param cluster the cluster of its newest match, by a round or by a tick
 * @param matchDistance how far it is from that; absent without a match
 * @param matchedAt the commit of that match
 * @param rounds its rounds, oldest first
 * @param decision its newest row of finalisation
 * @param decidedAt the commit of that row
 */
public record LookedAt(
    ReportAttributed row,
    String cause,
    CommitPosition proposedAt,
    List<Double> features,
    Optional<String> cluster,
    OptionalDouble matchDistance,
    CommitPosition matchedAt,
    List<RereviewRound> rounds,
    Optional<ReportFinalised> decision,
    CommitPosition decidedAt) {
  /** Keeps its own copies. */
  public LookedAt {
    features = List.copyOf(features);
    rounds = List.copyOf(rounds);
  }

  boolean isClosed() {
    return row.windowEnd().isPresent();
  }

  int nextRound() {
    return rounds.isEmpty() ? 1 : rounds.get(rounds.size() - 1).rereviewRound() + 1;
  }

  boolean had(RereviewTrigger trigger) {
    return rounds.stream().anyMatch(round -> round.triggerReason().equals(trigger.wireName()));
  }

  /** What a person decided that it was, if so, else what is proposed. */
  String shownCause() {
    return decision.flatMap(ReportFinalised::finalCause).orElse(cause);
  }
}
