package org.minorityreport.testkit;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.minorityreport.testkit.ReviewedWorld.ANN;
import static org.minorityreport.testkit.ReviewedWorld.BOB;
import static org.minorityreport.testkit.ReviewedWorld.DEE;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.minorityreport.api.id.ReportId;
import org.minorityreport.api.input.ContextEvent;
import org.minorityreport.api.log.AsOf;
import org.minorityreport.api.record.Evidence;
import org.minorityreport.api.record.EvidenceKind;
import org.minorityreport.api.review.ActRefusedException;
import org.minorityreport.api.review.Commands;
import org.minorityreport.api.review.Done;
import org.minorityreport.api.review.DoneContext;
import org.minorityreport.api.review.KnownContext;
import org.minorityreport.api.review.Refusal;
import org.minorityreport.api.view.MinorityEvent;
import org.minorityreport.api.view.MinorityReport;
import org.minorityreport.api.view.ReviewState;
import org.minorityreport.api.view.ValueSource;
import org.minorityreport.core.audit.AuditExport;
import org.minorityreport.core.json.CanonicalJson;
import org.minorityreport.core.log.LogStores;
import org.minorityreport.core.review.Reviews;

/** The analysts' part of the specification's narratives, on the file store. */
class ReviewNarrativesTest {
  @TempDir private Path directory;
  private ReviewedWorld world;
  private Reviews review;

  @BeforeEach
  void open() {
    world = new ReviewedWorld(LogStores.directory(directory.resolve("logs")));
    review = world.mrs.review();
  }

  @AfterEach
  void close() {
    world.close();
  }

  /** Spec 4.6, first example. */
  @Test
  void emptyShelf_whatTheMachinesSaidStaysBesideWhatThePersonFoundOut() {
    MinorityReport before = world.proposed();
    review.act(
        ANN,
        Commands.edit(before.reportId().value())
            .basedOn(world.now())
            .cause("Empty shelf at a competitor")
            .causeCategory("competitor_action")
            .confidence(0.78)
            .note("telephoned the retailer")
            .build());

    MinorityReport after = world.again(before);
    assertThat(after.clusterId()).isEqualTo(before.clusterId());
    assertThat(after.proposedCause()).isEqualTo(before.proposedCause());
    assertThat(after.confidenceScore()).isEqualTo(before.confidenceScore());
    assertThat(after.finalCause()).contains("Empty shelf at a competitor");
    assertThat(after.finalConfidence()).hasValue(0.78);
    assertThat(after.reportStatus()).startsWith("finalised");
    assertThat(after.sourceUsedProposed()).isEqualTo(ValueSource.ATTRIBUTION);
    assertThat(after.sourceUsedFinal()).isEqualTo(ValueSource.FINALISED);
  }

  /**
   * Spec 4.5: an event of three reports is edited as a whole, and one of its reports for itself.
   * Two finalise as the event was, one as it was itself, each with the act that decided it.
   */
  @Test
  void retailerPromotion_theEventIsEdited_andOneReportApart_soTwoFinaliseAsTheOneAndOneAsItself() {
    MinorityEvent event = world.event();
    String id = event.eventId().value();
    MinorityReport other = world.report(r -> !event.reportIds().contains(r.reportId()));
    ReportId third = other.reportId();
    review.act(DEE, Commands.merge(other.reportGroupId().orElseThrow().value(), id).build());
    assertThat(world.mrs.events().get(id).reportIds()).hasSize(3);

    Done whole =
        world
            .mrs
            .review()
            .act(
                ANN,
                Commands.edit(id)
                    .cause("Retailer Promotion")
                    .causeCategory("trade_promotion")
                    .build());
    Done apart =
        world
            .mrs
            .review()
            .act(
                ANN,
                Commands.edit(third.value())
                    .cause("Competitor Stockout")
                    .causeCategory("competitor_action")
                    .build());

    for (ReportId report : world.mrs.events().get(id).reportIds()) {
      MinorityReport shown = world.mrs.reports().get(report.value());
      boolean itself = report.equals(third);
      assertThat(shown.finalCause())
          .hasValue(itself ? "Competitor Stockout" : "Retailer Promotion");
      assertThat(shown.annotationId()).hasValue((itself ? apart : whole).row().annotationId());
      assertThat(shown.decisionLevel()).hasValue(itself ? "report" : "event");
      assertThat(shown.reportStatus()).isEqualTo(itself ? "revised" : "finalised");
    }
  }

  /** Scenario MRS-002, from the weak match on. */
  @Test
  void viralContent_aLinkAsEvidence_andTheEventIsApproved_soAllItsReportsAre() {
    MinorityEvent event = world.event();
    String id = event.eventId().value();
    Evidence link =
        Evidence.builder()
            .kind(EvidenceKind.HUMAN)
            .ref("https://video.example/clip/1")
            .note("posted the evening before")
            .weight(0.9)
            .build();
    review.act(ANN, Commands.addEvidence(id, link).build());
    review.act(ANN, Commands.approve(id).build());

    MinorityEvent after = world.mrs.events().get(id);
    assertThat(after.reviewState()).isEqualTo(ReviewState.APPROVED);
    assertThat(after.supportingEvidence()).contains(link);
    for (ReportId report : event.reportIds()) {
      MinorityReport member = world.mrs.reports().get(report.value());
      assertThat(member.finalDecision()).contains("approved");
      assertThat(member.decisionLevel()).contains("event");
      assertThat(member.reviewState()).isEqualTo(ReviewState.APPROVED);
    }
  }

  /** Scenario MRS-003: the first proposal is wrong, the data team corrects it. */
  @Test
  void localWeather_reviewIsRequested_answered_andTheCauseCorrected() {
    MinorityReport report = world.proposed();
    String id = report.reportId().value();
    review.act(ANN, Commands.requestReview(id, "data_scientist", "Was it not the rain?").build());
    assertThat(review.workLists().questions(DEE, List.of())).hasSize(1);

    review.act(DEE, Commands.answer(id, "It was; the station nearby had 40 mm").build());
    review.act(
        DEE,
        Commands.edit(id).cause("Heavy rain").causeCategory("weather").confidence(0.9).build());

    MinorityReport after = world.again(report);
    assertThat(after.finalCause()).contains("Heavy rain");
    assertThat(after.finalCauseCategory()).contains("weather");
    assertThat(after.decidedBy().orElseThrow().role()).isEqualTo("data_scientist");
    assertThat(review.workLists().questions()).isEmpty();
    assertThat(after.region()).isEqualTo(report.region());
  }

  @Test
  void contextEvent_isRecordedOnce_found_linked_andWithdrawn() {
    MinorityReport report = world.proposed();
    DoneContext street = review.record(ANN, party());
    assertThat(street.row().contextId())
        .isEqualTo("CX-" + street.row().annotationId().value().substring(3));
    String cx = street.row().contextId();

    review.act(BOB, Commands.reject(report.reportId().value()).addLinkedContextIds(cx).build());
    assertThat(review.contexts("STREET PARTY"))
        .singleElement()
        .satisfies(
            known -> {
              assertThat(known.byPerson()).isTrue();
              assertThat(known.reportsCiting()).isEqualTo(1);
            });
    assertThat(review.contexts("")).extracting(KnownContext::byPerson).contains(false);
    assertThat(world.again(report).reviewState()).isEqualTo(ReviewState.REJECTED);

    review.correct(BOB, cx, party().name("Street party, second day"));
    review.withdraw(ANN, cx);
    assertThat(review.contexts(cx).get(0).withdrawn()).isTrue();
    MinorityReport other = world.report(r -> !r.reportId().equals(report.reportId()));
    refused(
        Refusal.UNKNOWN_CONTEXT,
        () ->
            review.act(
                BOB, Commands.reject(other.reportId().value()).addLinkedContextIds(cx).build()));
    refused(Refusal.UNKNOWN_CATEGORY, () -> review.record(ANN, party().category("fun")));
    refused(Refusal.UNKNOWN_SUBTYPE, () -> review.record(ANN, party().subtype("fun")));
    ContextEvent.Builder rain = party().category("weather").subtype("rain");
    assertThat(refused(Refusal.FIELD_NEEDED, () -> review.record(ANN, rain)))
        .hasMessageContaining("weather.rain needs place");
  }

  private ContextEvent.Builder party() {
    ContextEvent.Builder event = ContextEvent.builder();
    return event
        .category("retail_event")
        .name("Street party")
        .start(world.time().minus(Duration.ofDays(4)))
        .source("telephone");
  }

  @Test
  void auditExport_holdsEveryRow_andNothingThatAPersonWroteIsMarkup() {
    MinorityReport report = world.proposed();
    String id = report.reportId().value();
    review.act(ANN, Commands.comment(id, "<script>alert('x')</script> & more").build());
    review.act(ANN, Commands.approve(id).build());

    AuditExport export = world.mrs.audit().export(id, AsOf.now());

    var json = CanonicalJson.fields(export.json().getBytes(UTF_8));
    assertThat(json.keySet()).containsExactly("trail", "rows", "shown");
    assertThat((List<?>) json.get("rows")).hasSizeGreaterThan(5);
    assertThat(export.json()).contains("alert('x')");
    assertThat(export.html())
        .contains("user_edits_log row 2", "actor ann", "review_state", "approved")
        .doesNotContain("<script", "http");
  }

  private static ActRefusedException refused(Refusal why, Runnable act) {
    ActRefusedException refused = catchThrowableOfType(ActRefusedException.class, act::run);
    assertThat(refused).as("%s", why).isNotNull();
    assertThat(refused.refusal()).isEqualTo(why);
    return refused;
  }
}
