package org.minorityreport.core.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.minorityreport.api.id.AnnotationId;
import org.minorityreport.api.input.ContextEvent;
import org.minorityreport.api.log.CommitPosition;
import org.minorityreport.api.log.Logs;
import org.minorityreport.api.record.AttributionPrediction;
import org.minorityreport.api.record.ReportAttributed;
import org.minorityreport.api.record.UserEdit;

/**
 * A rejected cause with a linked event is not proposed again for that report unless its evidence
 * changed (spec 4.3).
 */
class RejectedCausesTest {
  private final OutageWorld world = new OutageWorld();

  @AfterEach
  void close() {
    world.close();
  }

  private AnnotationId act(String store, String action, UnaryOperator<UserEdit.Builder> more) {
    return world.act(Logs.USER_EDITS, world.report(store).reportId().value(), action, more);
  }

  private ReportAttributed proposal(String store, int hour) {
    return world.rows(Logs.REPORTS_ATTRIBUTED, hour).stream()
        .filter(row -> row.storeId().value().equals(store))
        .findFirst()
        .orElseThrow();
  }

  private static ContextEvent.Builder heat() {
    return ContextEvent.builder()
        .contextId("HEAT")
        .category("weather")
        .name("Heatwave")
        .start(OutageWorld.at(9))
        .end(OutageWorld.at(19))
        .addRegions("Kent")
        .source("met");
  }

  /** Catches one that is proposed again at the next tick, or for no report any more. */
  @Test
  void whatWasRejectedForAReport_isNotProposedForItAgain_thoughTheModelStillSaysIt() {
    world.ticks(9, 13);
    assertThat(proposal("S1", 13).proposedCause()).isEqualTo("Heatwave");
    act("S1", "reject", e -> e.addLinkedContextIds("CX-9"));
    world.ticks(14, 15);

    assertThat(proposal("S1", 14).proposedCause()).isEqualTo("unknown");
    assertThat(proposal("S1", 14).abstainReason()).hasValue("no_candidate");
    assertThat(proposal("S1", 15).proposedCause()).isEqualTo("unknown");
    assertThat(proposal("S2", 15).proposedCause()).as("the other report").isEqualTo("Heatwave");
    assertThat(world.rows(Logs.ATTRIBUTION_PREDICTIONS, 15))
        .filteredOn(row -> row.reportId().equals(world.report("S1").reportId()))
        .extracting(AttributionPrediction::output)
        .as("what the model said is logged as it said it")
        .allSatisfy(
            causes ->
                assertThat(causes).anySatisfy(c -> assertThat(c.cause()).isEqualTo("Heatwave")));
  }

  @Test
  void rejectionWithAReasonOnly_keepsNothingBack() {
    world.ticks(9, 13);
    act("S1", "reject", e -> e.note("it rained all day"));
    world.tick(14);
    assertThat(proposal("S1", 14).proposedCause()).isEqualTo("Heatwave");
  }

  @Test
  void rejectionThatIsTakenBack_keepsNothingBack() {
    world.ticks(9, 13);
    AnnotationId rejected = act("S1", "reject", e -> e.addLinkedContextIds("CX-9"));
    world.tick(14);
    act("S1", "revert", e -> e.refersTo(rejected));
    world.tick(15);
    assertThat(proposal("S1", 14).proposedCause()).isEqualTo("unknown");
    assertThat(proposal("S1", 15).proposedCause()).isEqualTo("Heatwave");
  }

  /** The weather service corrects what it had said. */
  @Test
  void changedEvidence_mayBeProposedAgain() {
    world.ticks(9, 13);
    act("S1", "reject", e -> e.addLinkedContextIds("CX-9"));
    world.tick(14);
    world.inputs.events(heat().severity("high").build());
    world.tick(15);
    assertThat(proposal("S1", 14).proposedCause()).isEqualTo("unknown");
    assertThat(proposal("S1", 15).proposedCause()).isEqualTo("Heatwave");
  }

  @Test
  void rejectionOfAnEvent_isOneOfItsReports() {
    world.ticks(9, 13);
    String event = world.report("S1").reportGroupId().orElseThrow().value();
    assertThat(world.report("S2").reportGroupId().map(Object::toString))
        .isEqualTo(Optional.of(event));
    world.act(Logs.USER_EVENT_EDITS, event, "reject", e -> e.addLinkedContextIds("CX-9"));
    world.tick(14);
    assertThat(List.of(proposal("S1", 14), proposal("S2", 14)))
        .extracting(ReportAttributed::proposedCause)
        .containsOnly("unknown");
  }

  /** Catches a tick that is run again and sees what people did only after it, or not at all. */
  @Test
  void anotherProcess_andTicksRunAgain_sayTheSame() {
    world.ticks(9, 13);
    act("S1", "reject", e -> e.addLinkedContextIds("CX-9"));
    world.tick(14);
    world.restart();
    world.tick(15);
    assertThat(proposal("S1", 15).proposedCause()).isEqualTo("unknown");
    CommitPosition head = world.logs.head();

    world.rerun(9);

    assertThat(world.logs.head()).as("nothing differs").isEqualTo(head);
  }
}
