package org.minorityreport.core.rereview;

import java.time.Instant;
import org.minorityreport.api.id.RunId;
import org.minorityreport.api.record.ReportAttributed;
import org.minorityreport.api.record.ReportReattributed;
import org.minorityreport.api.record.ReportSpine;
import org.minorityreport.api.record.RereviewRound;

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
