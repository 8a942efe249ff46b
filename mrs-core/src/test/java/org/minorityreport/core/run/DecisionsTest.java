package org.minorityreport.core.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.minorityreport.api.id.AnnotationId;
import org.minorityreport.api.input.ContextEvent;
import org.minorityreport.api.log.Logs;
import org.minorityreport.api.log.Writer;
import org.minorityreport.api.model.BaselineQuestion;
import org.minorityreport.api.model.ModelRole;
import org.minorityreport.api.record.ContextRecorded;
import org.minorityreport.api.record.Evidence;
import org.minorityreport.api.record.EvidenceKind;
import org.minorityreport.api.record.ScoredCandidate;
import org.minorityreport.api.record.UserEdit;
import org.minorityreport.api.series.TimeSpan;
import org.minorityreport.api.value.Cut;

/**
 * What people decided and recorded before a tick is an input of it (spec 4.11): S1 deviates from
 * 10:00 to 18:00 on 5 August and closes at 22:00.
 */
class DecisionsTest {
  private static final TimeSpan WINDOW = TimeSpan.of(OutageWorld.at(10), OutageWorld.at(18));

  private final OutageWorld world = new OutageWorld();

  @AfterEach
  void close() {
    world.close();
  }

  @Test
  void decision_countsForTheStepsAfterTheFirstTickThatSawIt() {
    world.ticks(9, 23);
    approve("S1");
    masks();

    world.ticks(24, 24);
    assertThat(masks()).as("the tick that saw it adds earlier steps").containsExactly(List.of());
    world.ticks(25, 25);
    assertThat(masks()).containsExactly(List.of(WINDOW));
    assertThat(world.stageRun("detection", 23).editsSeen()).isEmpty();
    assertThat(world.stageRun("detection", 24).editsSeen())
        .isEqualTo(Map.of("user_edits_log", 1L, "minority_reports_finalised_log", 1L));
  }

  @Test
  void decision_ofAnOpenReport_reachesToThatTickAndLaterOverTheWholeWindow() {
    world.ticks(9, 13);
    approve("S1");
    world.ticks(14, 14);
    masks();

    world.ticks(15, 15);
    assertThat(masks().get(0)).contains(TimeSpan.of(OutageWorld.at(10), OutageWorld.at(14)));
    world.ticks(16, 22);
    masks();
    world.ticks(23, 23);
    assertThat(masks()).containsExactly(List.of(WINDOW));
  }

  @Test
  void decision_takenBack_countsNoMore() {
    world.ticks(9, 23);
    AnnotationId act = approve("S1");
    world.ticks(24, 25);
    world.act(Logs.USER_EDITS, id("S1"), "revert", edit -> edit.refersTo(act));
    masks();

    world.ticks(26, 26);
    assertThat(masks()).as("steps before the tick that saw it").containsExactly(List.of(WINDOW));
    world.ticks(27, 27);
    assertThat(masks()).containsExactly(List.of());
  }

  /** Only a cause that nobody paid for is a reason to leave anything out. */
  @ParameterizedTest
  @CsvSource({
    "approve, '', true",
    "edit, competitor_action, true",
    "edit, paid_media, false",
    "edit, trade_promotion, false",
    "reject, '', false",
    "dismiss, '', false",
    "comment, '', false"
  })
  void decision_hidesStepsOnlyIfItConfirmsAnUnpaidCause(
      String action, String category, boolean hides) {
    world.ticks(9, 23);
    decide("S1", action, category.isEmpty() ? e -> e : e -> e.cause("X").causeCategory(category));
    world.ticks(24, 24);
    masks();

    world.ticks(25, 25);
    assertThat(masks()).containsExactly(hides ? List.of(WINDOW) : List.of());
  }

  @Test
  void decision_aboutAnEvent_isAboutItsReports() {
    world.ticks(9, 23);
    String event = world.report("S1").reportGroupId().orElseThrow().value();
    world.act(Logs.USER_EVENT_EDITS, event, "approve", e -> e);
    world.ticks(24, 24);
    masks();

    world.ticks(25, 25);
    assertThat(masks()).containsExactly(List.of(WINDOW));
  }

  @Test
  void decision_aboutTheReport_winsOverThatAboutItsEvent() {
    world.ticks(9, 23);
    String event = world.report("S1").reportGroupId().orElseThrow().value();
    decide("S1", "dismiss", e -> e);
    world.act(Logs.USER_EVENT_EDITS, event, "approve", e -> e);
    world.ticks(24, 24);
    masks();

    world.ticks(25, 25);
    assertThat(masks()).containsExactly(List.of());
  }

  /** What is expected of a step depends on what was decided before it, whenever it is folded. */
  @Test
  void seriesFoldedLate_isAskedAboutEachStepWithTheMaskOfThatStep() {
    world.ticks(9, 23);
    approve("S1");
    world.primary(ModelRole.BASELINE).down("S1"::equals);
    world.fallback(ModelRole.BASELINE).down("S1"::equals);
    world.ticks(24, 25);
    world.up();
    masks();

    world.ticks(26, 26);
    assertThat(masks()).containsExactly(List.of(), List.of(WINDOW));
  }

  /** A decision never changes what an earlier tick said, nor that of a tick run again. */
  @Test
  void ticksRunAgain_seeWhatTheySawThen() {
    world.ticks(9, 24);
    approve("S1");
    long head = world.logs.head().value();

    world.restart();
    world.ticks(9, 24);
    assertThat(world.logs.head().value()).isEqualTo(head);

    world.ticks(25, 26);
    head = world.logs.head().value();
    world.restart();
    world.ticks(20, 26);
    assertThat(world.logs.head().value()).isEqualTo(head);
    masks();
    world.ticks(27, 27);
    List<List<TimeSpan>> masks = masks(); // those of ticks folded again come first
    assertThat(masks.get(masks.size() - 1)).containsExactly(WINDOW);
  }

  @Test
  void contextRecorded_isACandidateFromTheNextTickOn_untilItIsWithdrawn() {
    world.ticks(9, 14);
    record("record", 'a', fair("Street fair"));
    world.ticks(15, 15);

    assertThat(refs(14)).containsExactly("context_event HEAT");
    assertThat(refs(15)).contains("human CX-FAIR");
    assertThat(world.stageRun("attribution", 15).editsSeen())
        .isEqualTo(Map.of("contextual_events_human_log", 1L));

    record("withdraw", 'b', null);
    world.ticks(16, 16);
    assertThat(refs(16)).containsExactly("context_event HEAT");
  }

  @Test
  void contextRecorded_isThereWhenTheSourceOfContextIsNot() {
    world.ticks(9, 14);
    record("record", 'a', fair("Street fair"));
    world.inputs.wrong(FaultyInputs.Fault.CONTEXT_MISSING);
    world.ticks(15, 15);

    assertThat(refs(15)).containsExactly("human CX-FAIR");
  }

  /** What a person says of a context event counts, not what its source says. */
  @Test
  void contextCorrectedByAPerson_replacesTheRowOfItsSource() {
    world.ticks(9, 14);
    ContextEvent corrected = ContextEvent.builder().from(fair("Storm")).contextId("HEAT").build();
    world.append(
        Logs.CONTEXT_RECORDED,
        Writer.REVIEW,
        recorded("correct", 'c')
            .contextId("HEAT")
            .targetId("HEAT")
            .contextEvent(corrected)
            .build());
    world.ticks(15, 15);

    assertThat(refs(15)).containsExactly("human HEAT");
  }

  private static ContextEvent fair(String name) {
    return ContextEvent.builder()
        .contextId("CX-FAIR")
        .category("retail_event")
        .name(name)
        .start(OutageWorld.at(9))
        .end(OutageWorld.at(19))
        .addRegions("Kent")
        .source("ann")
        .build();
  }

  private void record(String action, char act, @Nullable ContextEvent event) {
    ContextRecorded.Builder row = recorded(action, act).contextId("CX-FAIR");
    if (event != null) {
      row.contextEvent(event);
    }
    world.append(Logs.CONTEXT_RECORDED, Writer.REVIEW, row.build());
  }

  private static ContextRecorded.Builder recorded(String action, char act) {
    ContextRecorded.Builder row = ContextRecorded.builder();
    row.runId(OutageWorld.RUN)
        .writtenAt(OutageWorld.at(14))
        .actedAt(OutageWorld.at(14))
        .annotationId(AnnotationId.of("AN-" + String.valueOf(act).repeat(32)))
        .action(action)
        .actor("ann")
        .role("marketer")
        .basedOn(Cut.of(Map.of()));
    return row;
  }

  /** The evidence of all candidates that attribution weighed for S1 at a tick. */
  private List<String> refs(int hour) {
    return world.rows(Logs.ATTRIBUTION_PREDICTIONS, hour).stream()
        .filter(row -> row.reportId().value().equals(id("S1")))
        .flatMap(row -> row.output().stream())
        .map(ScoredCandidate::evidence)
        .flatMap(List::stream)
        .filter(e -> e.kind() == EvidenceKind.HUMAN || e.kind() == EvidenceKind.CONTEXT_EVENT)
        .map((Evidence e) -> e.kind().wireName() + " " + e.ref())
        .distinct()
        .sorted()
        .toList();
  }

  private AnnotationId approve(String store) {
    return decide(store, "approve", e -> e);
  }

  private AnnotationId decide(String store, String action, UnaryOperator<UserEdit.Builder> more) {
    return world.act(Logs.USER_EDITS, id(store), action, more);
  }

  private String id(String store) {
    return world.report(store).reportId().value();
  }

  /** The masks of the questions about S1 since this was last asked. */
  private List<List<TimeSpan>> masks() {
    return world.primary(ModelRole.BASELINE).takeAsked("S1").stream()
        .map(BaselineQuestion::mask)
        .map(mask -> mask.spans())
        .toList();
  }
}
