package org.minorityreport.testkit.model.wrong;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Supplier;
import org.minorityreport.api.model.AttributionAnswer;
import org.minorityreport.api.model.AttributionQuestion;
import org.minorityreport.api.model.Candidate;
import org.minorityreport.api.model.Model;
import org.minorityreport.api.model.ModelRole;
import org.minorityreport.api.record.Evidence;
import org.minorityreport.api.record.EvidenceKind;
import org.minorityreport.api.record.ScoredCandidate;

/** Attribution models that are wrong on purpose. */
final class WrongAttributions {
  private WrongAttributions() {}

  private static WrongModel wrong(
      String key, String wrong, int rule, String message, Supplier<Model> maker) {
    String id = "MRS-ATT-" + (rule < 10 ? "0" : "") + rule;
    return new WrongModel("attribution-" + key, ModelRole.ATTRIBUTION, wrong, id, message, maker);
  }

  static List<WrongModel> all() {
    return List.of(
        wrong(
            "rising",
            "names the weakest cause first",
            5,
            "by falling confidence",
            () ->
                new RightAttribution() {
                  @Override
                  Comparator<ScoredCandidate> order() {
                    return super.order().reversed();
                  }
                }),
        wrong(
            "sorts",
            "sorts the candidates that it is given",
            5,
            "it threw java.lang.UnsupportedOperationException",
            () ->
                new RightAttribution() {
                  @Override
                  List<Candidate> candidates(AttributionQuestion question) {
                    question.candidates().sort(Comparator.comparing(Candidate::start));
                    return question.candidates();
                  }
                }),
        wrong(
            "reason",
            "abstains in words of its own",
            10,
            "the reason to abstain is 'no idea', not one of [no_candidate, weak_evidence,",
            () ->
                new RightAttribution() {
                  @Override
                  String nothing() {
                    return "no idea";
                  }
                }),
        wrong(
            "taxonomy",
            "refuses a category that it does not know",
            18,
            "it threw java.lang.IllegalArgumentException: visitors_from_elsewhere",
            () ->
                new RightAttribution() {
                  @Override
                  String category(Candidate candidate) {
                    if (candidate.category().contains("visitors")) {
                      throw new IllegalArgumentException(candidate.category());
                    }
                    return candidate.category();
                  }
                }),
        wrong(
            "prior",
            "looks for the category in what was confirmed and does not expect to miss it",
            20,
            "it threw java.util.NoSuchElementException",
            () ->
                new RightAttribution() {
                  @Override
                  ScoredCandidate cause(AttributionQuestion question, Candidate candidate) {
                    ScoredCandidate said = super.cause(question, candidate);
                    return question.priors().isEmpty()
                        ? said
                        : ScoredCandidate.builder()
                            .from(said)
                            .confidence(said.confidence() * share(question, candidate))
                            .build();
                  }

                  private double share(AttributionQuestion question, Candidate candidate) {
                    return question.priors().stream()
                        .filter(prior -> prior.category().equals(candidate.category()))
                        .findFirst()
                        .orElseThrow()
                        .share();
                  }
                }),
        wrong(
            "drivers",
            "takes it that every measurement has a value",
            21,
            "it threw java.util.NoSuchElementException",
            () ->
                new RightAttribution() {
                  @Override
                  ScoredCandidate cause(AttributionQuestion question, Candidate candidate) {
                    double most =
                        candidate.drivers().stream()
                            .mapToDouble(driver -> driver.value().orElseThrow())
                            .max()
                            .orElse(0);
                    ScoredCandidate said = super.cause(question, candidate);
                    return ScoredCandidate.builder()
                        .from(said)
                        .confidence(said.confidence() / (most > 0 ? 2 : 1))
                        .build();
                  }
                }),
        wrong(
            "three",
            "tells its three best causes and keeps the others to itself",
            30,
            "is cited by no cause",
            () ->
                new RightAttribution() {
                  @Override
                  public AttributionAnswer attribute(AttributionQuestion question) {
                    AttributionAnswer all = super.attribute(question);
                    return AttributionAnswer.builder()
                        .from(all)
                        .causes(all.causes().stream().limit(3).toList())
                        .build();
                  }
                }),
        wrong(
            "category",
            "takes every campaign for paid media",
            31,
            "is of category paid_media, its candidate of ",
            () ->
                new RightAttribution() {
                  @Override
                  String category(Candidate candidate) {
                    return candidate.kind() == EvidenceKind.CAMPAIGN
                        ? "paid_media"
                        : candidate.category();
                  }
                }),
        wrong(
            "outside",
            "names a cause of its own beside the candidates",
            32,
            "the cause 'time of the year' is none of the candidates ",
            () ->
                new RightAttribution() {
                  @Override
                  public AttributionAnswer attribute(AttributionQuestion question) {
                    AttributionAnswer said = super.attribute(question);
                    if (said.causes().isEmpty()) {
                      return said;
                    }
                    List<ScoredCandidate> causes = new ArrayList<>(said.causes());
                    Evidence shape =
                        Evidence.builder().kind(EvidenceKind.CLUSTER).ref("UP").weight(0).build();
                    causes.add(
                        ScoredCandidate.builder()
                            .cause("time of the year")
                            .category("calendar")
                            .confidence(0)
                            .addEvidence(shape)
                            .build());
                    return AttributionAnswer.builder().from(said).causes(causes).build();
                  }
                }),
        wrong(
            "uncited!KEEPS_TO_CANDIDATES",
            "names a cause of its own for which nothing speaks",
            33,
            "the cause 'a hunch' cites neither a candidate nor anything else",
            () ->
                new RightAttribution() {
                  @Override
                  public AttributionAnswer attribute(AttributionQuestion question) {
                    AttributionAnswer said = super.attribute(question);
                    List<ScoredCandidate> causes = new ArrayList<>(said.causes());
                    causes.add(
                        ScoredCandidate.builder()
                            .cause("a hunch")
                            .category("unknown")
                            .confidence(0)
                            .build());
                    return AttributionAnswer.builder().causes(causes).build();
                  }
                }),
        wrong(
            "rates",
            "declines to rate itself and does",
            35,
            "RATES_ITSELF is declined, but a quality is claimed: do not decline it",
            () ->
                new RightAttribution() {
                  @Override
                  public AttributionAnswer attribute(AttributionQuestion question) {
                    return AttributionAnswer.builder()
                        .from(super.attribute(question))
                        .qualityScore(0.5)
                        .build();
                  }
                }));
  }
}
