package org.minorityreport.core.hydrate;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.minorityreport.api.log.AsOf;
import org.minorityreport.api.log.LogRow;
import org.minorityreport.api.record.StageOutcome;
import org.minorityreport.api.view.MinorityEvent;
import org.minorityreport.api.view.MinorityReport;
import org.minorityreport.core.json.CanonicalJson;
import org.minorityreport.core.provenance.Provenance;

/** A value is explained from few rows of the logs; it is to be the value that all of them show. */
class ExplainedPeopleTest {
  private static final String T1 = "2025-08-07T10:00:00Z";
  private static final List<String> OF_REPORT =
      List.of("report_group_id", "degraded_reasons", "event_status", "severity_score");
  private static final List<String> OF_EVENT =
      List.of("report_ids", "attributed_sales_total", "degraded_reasons", "merged_from");

  private final Scene scene = new Scene();
  private final Sample a = Sample.of("north", "2025-08-07T09:00:00Z");
  private final Sample b = Sample.of("south", "2025-08-07T09:00:00Z");
  private final Sample c = Sample.of("west", "2025-08-07T09:00:00Z");

  @Test
  void eventThatAPersonMerged_isFollowed() {
    scene.commit(
        a.detected(T1), a.cohorted(T1, a.event()), b.detected(T1), b.cohorted(T1, b.event()));
    scene.commit(merge(a, b, "first"));

    assertExplained(scene);
    assertThat(
            new Provenance(scene.store(), Scene.RUN)
                .history(a.id().value(), "report_group_id", AsOf.now())
                .values())
        .hasSize(2);
  }

  @Test
  void eventsThatPeopleMergedInARow_areFollowedToTheEnd() {
    scene.commit(a.detected(T1), a.cohorted(T1, a.event()));
    scene.commit(b.detected(T1), b.cohorted(T1, b.event()));
    scene.commit(c.detected(T1), c.cohorted(T1, c.event()));
    scene.commit(merge(a, b, "first"));
    scene.commit(merge(b, c, "second"));

    assertExplained(scene);
  }

  @Test
  void eventThatASplitMade_isFound() {
    commitTwoInOne();
    scene.commit(Act.on(a.event(), "split", "cut", x -> x.reportIds(List.of(b.id()))).row());

    assertExplained(scene);
  }

  @Test
  void eventThatAMoveMade_isFound() {
    commitTwoInOne();
    scene.commit(Act.on(b, "move", "away", x -> x.reportGroupId("new")).row());

    assertExplained(scene);
  }

  @Test
  void eventThatAMoveMade_isFoundByTheBeginningOfItsId() {
    commitTwoInOne();
    scene.commit(Act.on(b, "move", "away", x -> x.reportGroupId("new")).row());
    String made = scene.report(b).reportGroupId().orElseThrow().value();

    assertThat(
            new Provenance(scene.store(), Scene.RUN)
                .trail(made.substring(0, 14), AsOf.now())
                .subjectId())
        .isEqualTo(made);
  }

  @Test
  void reportThatASplitOfAnotherEventTook_isGone() {
    commitTwoInOne();
    scene.commit(c.detected(T1), c.cohorted(T1, c.event()));
    scene.commit(Act.on(c.event(), "split", "cut", x -> x.reportIds(List.of(b.id()))).row());

    assertExplained(scene);
  }

  @Test
  void runOfAStageBetweenTheRowsOfAReport_marksIt() {
    scene.commit(a.detected(T1), a.clustered(T1));
    scene.commit(Sample.ran("clustering", "2025-08-07T11:00:00Z", StageOutcome.OK));
    scene.commit(a.detected("2025-08-07T12:00:00Z"));

    assertThat(scene.report(a).degradedReasons()).isNotEmpty();
    assertExplained(scene);
  }

  @Test
  void runThatCouldReadEditsAgain_takesTheMarkAway() {
    scene.commit(a.detected(T1));
    scene.commit(
        Sample.ran("finalisation", "2025-08-07T11:00:00Z", StageOutcome.DEGRADED, "EDITS_down"));
    scene.commit(Sample.ran("finalisation", "2025-08-07T12:00:00Z", StageOutcome.OK));

    assertExplained(scene);
  }

  @Property(tries = 60)
  void whatIsExplained_isWhatIsShown(@ForAll("histories") List<List<Fact>> history) {
    assertExplained(Fact.scene(history));
  }

  @Provide
  Arbitrary<List<List<Fact>>> histories() {
    return Fact.histories();
  }

  private void commitTwoInOne() {
    scene.commit(
        a.detected(T1), a.cohorted(T1, a.event()), b.detected(T1), b.cohorted(T1, a.event()));
  }

  private static LogRow merge(Sample from, Sample to, String name) {
    return Act.on(from.event(), "merge", name, x -> x.reportGroupId(to.event().value())).row();
  }

  private static void assertExplained(Scene scene) {
    HydratedView now = scene.now();
    Provenance provenance = new Provenance(scene.store(), Scene.RUN);
    for (MinorityReport report : now.reports().all()) {
      assertExplained(
          provenance, report.reportId().value(), CanonicalJson.bytes(report), OF_REPORT);
    }
    for (MinorityEvent event : now.events().all()) {
      assertExplained(provenance, event.eventId().value(), CanonicalJson.bytes(event), OF_EVENT);
    }
  }

  private static void assertExplained(
      Provenance provenance, String id, byte[] json, List<String> fields) {
    Map<String, Object> shown = CanonicalJson.fields(json);
    for (String field : fields) {
      assertThat(provenance.explain(id, field, AsOf.now()).value().orElse("none").toString())
          .as("%s of %s", field, id)
          .isEqualTo(shown.getOrDefault(field, "none").toString());
    }
  }
}
