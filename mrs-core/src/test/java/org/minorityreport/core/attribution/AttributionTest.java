package org.minorityreport.core.attribution;

import static org.assertj.core.api.Assertions.assertThat;
import static org.minorityreport.core.attribution.Reports.ONSET;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.minorityreport.api.model.AttributionAnswer;
import org.minorityreport.api.model.ModelRoute;
import org.minorityreport.api.record.Evidence;
import org.minorityreport.api.record.EvidenceKind;
import org.minorityreport.api.record.ReportAttributed;
import org.minorityreport.api.record.ScoredCandidate;
import org.minorityreport.api.stage.AttributionResult;
import org.minorityreport.api.stage.AttributionTask;

class AttributionTest {
  @Test
  void fourCauses_leaveThreeAndTheEvidenceOfTheFirst() {
    Evidence evidence =
        Evidence.builder().kind(EvidenceKind.CONTEXT_EVENT).ref("A").weight(0.9).build();
    AttributionAnswer answer =
        AttributionAnswer.builder()
            .addCauses(scored("Heatwave", 0.8, evidence))
            .addCauses(scored("Promotion", 0.4), scored("Fair", 0.3), scored("Gossip", 0.1))
            .qualityScore(0.7)
            .build();

    AttributionResult result = attribute(Reports.task(), answer);

    ReportAttributed row = result.attributed().get(0);
    assertThat(row.proposedCause()).isEqualTo("Heatwave");
    assertThat(row.confidenceScore()).hasValue(0.8);
    assertThat(row.proposedCause2()).hasValue("Promotion");
    assertThat(row.proposedCause3()).hasValue("Fair");
    assertThat(row.confidenceScore3()).hasValue(0.3);
    assertThat(row.supportingEvidence()).containsExactly(evidence);
    assertThat(row.reportStatus()).isEqualTo("proposed");
    assertThat(row.modelVersions()).containsEntry("attribution", "scripted@7");
    assertThat(row.isDegraded()).isFalse();
    assertThat(result.predictions().get(0).output()).isEqualTo(answer.causes());
    assertThat(result.predictions().get(0).qualityScore()).hasValue(0.7);
    assertThat(result.calls().get(0).ok()).isOne();
  }

  @Test
  void abstention_saysUnknownAndWhyAndNothingElse() {
    AttributionAnswer answer =
        AttributionAnswer.builder()
            .addCauses(scored("Gossip", 0.1), scored("Fair", 0.1))
            .abstainReason("weak_evidence")
            .build();

    AttributionResult result = attribute(Reports.task(), answer);

    ReportAttributed row = result.attributed().get(0);
    assertThat(row.proposedCause()).isEqualTo("unknown");
    assertThat(row.proposedCauseCategory()).isEqualTo("unknown");
    assertThat(row.confidenceScore()).hasValue(0.05);
    assertThat(row.abstainReason()).hasValue("weak_evidence");
    assertThat(row.proposedCause2()).isEmpty();
    assertThat(row.supportingEvidence()).isEmpty();
    assertThat(result.predictions().get(0).output()).hasSize(2);
  }

  @Test
  void missingSources_areMarkedSorted() {
    AttributionTask task =
        AttributionTask.builder()
            .from(Reports.task())
            .campaigns(Optional.empty())
            .contextEvents(Optional.empty())
            .build();

    ReportAttributed row = attribute(task, abstention("no_candidate")).attributed().get(0);

    assertThat(row.isDegraded()).isTrue();
    assertThat(row.degradedReasons()).containsExactly("CAMPAIGNS_missing", "CONTEXT_missing");
  }

  @Test
  void digest_followsTheContentOfTheCandidates() {
    AttributionTask one =
        Reports.task(Candidates.of(Reports.event("A", ONSET, null, e -> e), "h1"));
    AttributionTask changed =
        Reports.task(Candidates.of(Reports.event("A", ONSET, null, e -> e), "h2"));

    assertThat(digest(one)).hasSize(64).isEqualTo(digest(one));
    assertThat(digest(one)).isNotEqualTo(digest(changed)).isNotEqualTo(digest(Reports.task()));
  }

  @Test
  void modelWithNeitherCauseNorReason_isADeadLetterAndTheCauseIsUnknownWithoutConfidence() {
    AttributionResult result = attribute(Reports.task(), AttributionAnswer.builder().build());

    assertThat(result.errors())
        .singleElement()
        .satisfies(
            error -> {
              assertThat(error.kind()).isEqualTo("model_rejected");
              assertThat(error.source()).isEqualTo("model scripted@7");
              assertThat(error.reportId()).contains(Reports.REPORT);
              assertThat(error.message())
                  .contains(Reports.REPORT.value(), "neither a cause nor an abstain_reason");
            });
    assertThat(result.attributed())
        .singleElement()
        .satisfies(
            row -> {
              assertThat(row.proposedCause()).isEqualTo("unknown");
              assertThat(row.proposedCauseCategory()).isEqualTo("unknown");
              assertThat(row.confidenceScore()).isEmpty();
              assertThat(row.abstainReason()).isEmpty();
              assertThat(row.degradedReasons()).contains("MRPAL_down");
              assertThat(row.modelVersions()).doesNotContainKey("attribution");
            });
    assertThat(result.predictions())
        .singleElement()
        .satisfies(
            row -> {
              assertThat(row.outcome()).isEqualTo("rejected");
              assertThat(row.output()).isEmpty();
            });
    assertThat(result.calls())
        .singleElement()
        .satisfies(calls -> assertThat(calls.ok() + "/" + calls.failed()).isEqualTo("0/1"));
  }

  @Test
  void modelWithAnotherReason_isToldTheReasonsThereAre() {
    assertThat(attribute(Reports.task(), abstention("tired")).errors())
        .singleElement()
        .satisfies(error -> assertThat(error.message()).contains("\"tired\"", "weak_evidence"));
  }

  @Test
  void modelThatFails_isReplacedByTheFallbackAndTheRowIsMarked() {
    ScriptedModel broken = new ScriptedModel(AttributionAnswer.builder().build());
    ScriptedModel fallback = ScriptedModel.abstaining("no_candidate");

    AttributionResult result =
        new Attribution().attribute(Reports.task(), ModelRoute.of(broken, fallback));

    assertThat(result.attributed().get(0).confidenceScore()).hasValue(0.05);
    assertThat(result.attributed().get(0).degradedReasons()).contains("ATTRIBUTION_fallback");
    assertThat(result.predictions())
        .extracting(row -> row.route() + " " + row.outcome())
        .containsExactly("primary rejected", "fallback ok");
    assertThat(result.calls())
        .extracting(c -> c.route() + " " + c.ok() + "/" + c.failed())
        .containsExactly("primary 0/1", "fallback 1/0");
  }

  private static String digest(AttributionTask task) {
    return attribute(task, abstention("no_candidate")).predictions().get(0).inputDigest();
  }

  private static AttributionResult attribute(AttributionTask task, AttributionAnswer answer) {
    return new Attribution().attribute(task, new ScriptedModel(answer));
  }

  private static AttributionAnswer abstention(String reason) {
    return AttributionAnswer.builder().abstainReason(reason).build();
  }

  private static ScoredCandidate scored(String cause, double confidence, Evidence... evidence) {
    return ScoredCandidate.builder()
        .cause(cause)
        .category("weather")
        .confidence(confidence)
        .addEvidence(evidence)
        .build();
  }
}
