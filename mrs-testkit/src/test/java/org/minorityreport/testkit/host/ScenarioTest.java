package org.minorityreport.testkit.host;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.minorityreport.api.id.AnnotationId;
import org.minorityreport.api.id.RunId;
import org.minorityreport.api.id.StoreId;
import org.minorityreport.api.log.Logs;
import org.minorityreport.api.model.ModelRole;
import org.minorityreport.api.record.UserEdit;
import org.minorityreport.api.value.Cut;
import org.minorityreport.core.identity.Identity;

class ScenarioTest {
  private static final Instant ONSET = Instant.parse("2025-08-01T09:00:00Z");

  private static Scenario trebled() {
    return Scenario.at("PT1H")
        .store("S-1", "Corner Shops", "Yorkshire")
        .sales("S-1", "TEA", 60, "2025-07-01T00:00:00Z", "2025-08-02T00:00:00Z")
        .change("S-1", "TEA", "2025-08-01T09:00:00Z", "2025-08-01T13:00:00Z", 3);
  }

  /** Also in the read-me of the module. */
  @Test
  void trebledSales_areAReportThatCloses() {
    Scenario.at("PT1H")
        .store("S-1", "Corner Shops", "Yorkshire")
        .sales("S-1", "TEA", 60, "2025-07-01T00:00:00Z", "2025-08-02T00:00:00Z")
        .change("S-1", "TEA", "2025-08-01T09:00:00Z", "2025-08-01T13:00:00Z", 3)
        .when("2025-08-01T08:00:00Z", "2025-08-01T20:00:00Z")
        .expect(Logs.REPORTS_DETECTED, "from 09:00", r -> r.firstDetectedFrom().equals(ONSET))
        .expectRows(Logs.REPORTS_ENDED, 1);
  }

  @Test
  void missingRow_isToldWithThoseThatAreThere() {
    Outcome outcome = trebled().when("2025-08-01T08:00:00Z", "2025-08-01T12:00:00Z");

    assertThatThrownBy(() -> outcome.expect(Logs.REPORTS_ENDED, "of a close", r -> true))
        .isInstanceOf(AssertionError.class)
        .hasMessage("minority_event_ended_log has no row of a close; its 0 rows are []");
    assertThatThrownBy(() -> outcome.expectRows(Logs.REPORTS_DETECTED, 0))
        .hasMessageStartingWith("minority_reports_detected_log has ")
        .hasMessageContaining("ReportDetected{");
    assertThatThrownBy(() -> trebled().change("S-1", "COFFEE", "", "", 1))
        .hasMessageContaining("no sales of COFFEE at S-1 were given");
  }

  @Test
  void unknownSteps_areNoReport() {
    trebled()
        .unknown("S-1", "TEA", "2025-08-01T09:00:00Z", "2025-08-01T13:00:00Z")
        .when("2025-08-01T08:00:00Z", "2025-08-01T20:00:00Z")
        .expectRows(Logs.REPORTS_DETECTED, 0);
  }

  @Test
  void scriptedModels_areWhatIsInTheRows() {
    Script script =
        new Script()
            .expecting(60, 5)
            .alarm("TEA", "2025-08-01T10:00:00Z", "2025-08-01T11:00:00Z", "drop")
            .cluster("CL-1")
            .cause("Empty shelf", "competitor_action", 0.8)
            .joining(0.9);
    Scenario scenario = trebled();
    for (ModelRole role : ModelRole.values()) {
      scenario.model(role, new ScriptedModels(), script.config());
    }

    Outcome outcome = scenario.when("2025-08-01T08:00:00Z", "2025-08-01T20:00:00Z");

    assertThat(outcome.reports())
        .singleElement()
        .satisfies(
            report -> {
              assertThat(report.firstDetectedFrom()).isEqualTo("2025-08-01T10:00:00Z");
              assertThat(report.proposedCause()).contains("Empty shelf");
              assertThat(report.modelVersions()).containsEntry("baseline", "scripted-baseline@1");
            });
    assertThat(outcome.events()).hasSize(1);
  }

  @Test
  void failingModel_degradesAndLeavesADeadLetter() {
    trebled()
        .model(
            ModelRole.ATTRIBUTION, new ScriptedModels(), new Script().failing("no memory").config())
        .when("2025-08-01T08:00:00Z", "2025-08-01T13:00:00Z")
        .expect(Logs.ERRORS, "about the model", e -> e.message().contains("no memory"))
        .expect(
            Logs.REPORTS_ATTRIBUTED,
            "by the fallback",
            r -> r.degradedReasons().contains("ATTRIBUTION_fallback"));
  }

  @Test
  void action_liesInTheLogBeforeTheFirstTickAfterIt() {
    UserEdit note =
        UserEdit.builder()
            .runId(RunId.of("main"))
            .writtenAt(Instant.parse("2025-08-01T14:30:00Z"))
            .annotationId(AnnotationId.of("AN-" + "0".repeat(32)))
            .targetId(Identity.reportId(StoreId.of("S-1"), ONSET).value())
            .action("note")
            .actor("ann")
            .role("data_scientist")
            .basedOn(Cut.EMPTY)
            .note("the neighbour is closed")
            .build();

    Outcome outcome = trebled().action(note).when("2025-08-01T08:00:00Z", "2025-08-01T20:00:00Z");

    assertThat(outcome.rows(Logs.USER_EDITS)).containsExactly(note);
    outcome.expect(
        Logs.STAGE_RUNS,
        "of the tick at 15:00 that saw it",
        r ->
            r.writtenAt().equals(Instant.parse("2025-08-01T15:00:00Z"))
                && r.toString().contains("user_edits_log=1"));
  }

  @Test
  void clock_standsUntilItIsMoved() {
    SetClock clock = SetClock.at("2025-08-01T09:00:00Z");
    clock.advance(Duration.ofMinutes(5));

    assertThat(clock.instant()).isEqualTo("2025-08-01T09:05:00Z").isEqualTo(clock.instant());
  }
}
