package org.minorityreport.core.rereview;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.minorityreport.api.record.ReportFinalised;
import org.minorityreport.api.record.RereviewRound;

/**
 * A report that was decided, and the rounds about it. Immutable.
 *
 * @param row its newest row of finalisation, which holds a decision
 * @param rounds its rounds, oldest first
 * @param models role to name@version of the models of its newest proposal
 * @param ofOlderSchema whether that proposal lacks what rows written now always have
 */
public record DecidedReport(
    ReportFinalised row,
    List<RereviewRound> rounds,
    Map<String, String> models,
    boolean ofOlderSchema) {
  /** Keeps its own copies. */
  public DecidedReport {
    rounds = List.copyOf(rounds);
    models = Map.copyOf(models);
  }

  int nextRound() {
    return rounds.isEmpty() ? 1 : rounds.get(rounds.size() - 1).rereviewRound() + 1;
  }

  /** {@return the newest round of a trigger since the decision} */
  Optional<RereviewRound> since(String trigger, Instant from) {
    return rounds.stream()
        .filter(round -> round.triggerReason().equals(trigger))
        .filter(round -> !round.triggerAt().isBefore(from))
        .reduce((a, b) -> b);
  }
}
