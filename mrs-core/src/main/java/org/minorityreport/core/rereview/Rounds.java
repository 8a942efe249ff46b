package org.minorityreport.core.rereview;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.minorityreport.api.id.RunId;
import org.minorityreport.api.record.Evidence;
import org.minorityreport.api.record.EvidenceKind;
import org.minorityreport.api.record.ReportAttributed;
import org.minorityreport.api.record.ReportClustered;
import org.minorityreport.api.record.ReportReattributed;
import org.minorityreport.api.record.ReportReclustered;
import org.minorityreport.api.record.ReportSpine;
import org.minorityreport.api.record.RereviewRound;
import org.minorityreport.api.record.UserEdit;

/** The rows of rounds: every round has one that holds its trigger, and others of what it gave. */
public final class Rounds {
  private Rounds() {}

  /**
   * A round that is to come.
   *
   * @param run the line of work
   * @param pick what is to be looked at again
   * @param tick the newest tick
   * @return its row, under the later of the tick and the cause
   */
  public static RereviewRound queued(RunId run, Pick pick, Instant tick) {
    return RereviewRound.builder()
        .runId(run)
        .writtenAt(pick.at().isAfter(tick) ? pick.at() : tick)
        .reportId(pick.report())
        .rereviewRound(pick.round())
        .triggerReason(pick.trigger().wireName())
        .triggerAt(pick.at())
        .build();
  }

  /**
   * A round whose outputs are there.
   *
   * @param round its row
   * @return the row that says so
   */
  public static RereviewRound done(RereviewRound round) {
    return RereviewRound.builder()
        .from(round)
        .version(1)
        .outputsGeneratedAt(round.writtenAt())
        .build();
  }

  /**
   * What clustering says in a round.
   *
   * @param round the row of the round
   * @param clustered the match
   * @return the same as a row of the round
   */
  public static ReportReclustered reclustered(RereviewRound round, ReportClustered clustered) {
    return ReportReclustered.builder()
        .from((ReportSpine) clustered) // copies the cluster as well
        .version(1)
        .writtenAt(round.writtenAt())
        .rereviewRound(round.rereviewRound())
        .build();
  }

  /**
   * What a person proposes who reopens a report and names the cause.
   *
   * @param round the row of the round
   * @param before the newest proposal
   * @param act the act
   * @return the person's proposal as a row of the round
   */
  public static ReportReattributed named(
      RereviewRound round, ReportAttributed before, UserEdit act) {
    List<Evidence> evidence = new ArrayList<>(act.evidence());
    act.linkedContextIds()
        .forEach(
            ref ->
                evidence.add(
                    Evidence.builder().kind(EvidenceKind.HUMAN).ref(ref).weight(1).build()));
    return ReportReattributed.builder()
        .from((ReportSpine) before)
        .version(1)
        .writtenAt(round.writtenAt())
        .rereviewRound(round.rereviewRound())
        .proposedCause(act.cause().orElseThrow())
        .proposedCauseCategory(act.causeCategory().orElse("unknown"))
        .confidenceScore(act.confidence())
        .proposedCause2(Optional.empty())
        .proposedCauseCategory2(Optional.empty())
        .confidenceScore2(OptionalDouble.empty())
        .proposedCause3(Optional.empty())
        .proposedCauseCategory3(Optional.empty())
        .confidenceScore3(OptionalDouble.empty())
        .supportingEvidence(evidence)
        .abstainReason(Optional.empty())
        .build();
  }

  /**
   * What attribution proposes in a round.
   *
   * @param round the row of the round
   * @param attributed the proposal
   * @return the same as a row of the round
   */
  public static ReportReattributed reattributed(RereviewRound round, ReportAttributed attributed) {
    return ReportReattributed.builder()
        .from((ReportSpine) attributed) // copies the causes as well
        .version(1)
        .writtenAt(round.writtenAt())
        .rereviewRound(round.rereviewRound())
        .build();
  }
}
