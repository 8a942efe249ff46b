package org.minorityreport.mock.attribution;

import org.minorityreport.api.model.AttributionQuestion;
import org.minorityreport.api.model.Candidate;
import org.minorityreport.api.record.Evidence;
import org.minorityreport.api.record.ScoredCandidate;
import org.minorityreport.api.value.Num;

/**
 * A candidate and its score.
 *
 * <p>Timing and plausibility multiply, since a cause that was not there, or that cannot act this
 * way, is none however near it was; place, product, strength and source add up, since each alone
 * makes it only more or less likely.
 *
 * @param candidate what might be the cause
 * @param score 0 to 1, rounded as rows hold it so that ties are ties in the log too
 * @param note what its score rests on
 */
record Weighed(Candidate candidate, double score, String note) {
  /** Rules of thumb are never sure. */
  private static final double MOST = 0.95;

  static Weighed of(Candidate candidate, AttributionQuestion question, Timing timing) {
    Timing.Fit fit = timing.fit(candidate);
    double plausible = Plausibility.of(candidate, question.report().direction(), fit.endedBefore());
    Reach reach = Reach.of(candidate, question.store(), question.report().skus());
    double score = Math.min(MOST, fit.score() * plausible * reach.score());
    return new Weighed(candidate, Num.round(score), fit.words() + ", " + reach.words());
  }

  /** {@return this as a cause, with a share of its score as confidence} */
  ScoredCandidate cause(double keep) {
    return ScoredCandidate.builder()
        .cause(candidate.name())
        .category(candidate.category())
        .confidence(score * keep)
        .addEvidence(
            Evidence.builder()
                .kind(candidate.kind())
                .ref(candidate.ref())
                .contentHash(candidate.contentHash())
                .note(note)
                .weight(score)
                .build())
        .build();
  }
}
