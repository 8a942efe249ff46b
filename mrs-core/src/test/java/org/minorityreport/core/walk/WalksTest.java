package org.minorityreport.core.walk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.minorityreport.api.error.InvalidValueException;
import org.minorityreport.api.error.UsageException;
import org.minorityreport.api.id.EventId;
import org.minorityreport.api.id.ReportId;
import org.minorityreport.api.id.StoreId;
import org.minorityreport.api.input.Campaign;
import org.minorityreport.api.input.ContextEvent;
import org.minorityreport.api.input.Store;
import org.minorityreport.api.log.AsOf;
import org.minorityreport.api.log.Commit;
import org.minorityreport.api.log.CommitPosition;
import org.minorityreport.api.log.LogSlice;
import org.minorityreport.api.log.Logs;
import org.minorityreport.api.log.StoredRow;
import org.minorityreport.api.log.Writer;
import org.minorityreport.api.record.ContextRecord;
import org.minorityreport.api.record.Evidence;
import org.minorityreport.api.record.EvidenceKind;
import org.minorityreport.api.record.ReportAttributed;
import org.minorityreport.api.record.ReportSpine;
import org.minorityreport.api.view.ChangedIds;
import org.minorityreport.api.view.Surroundings;
import org.minorityreport.core.health.Logbook;
import org.minorityreport.core.hydrate.Hydration;
import org.minorityreport.core.identity.Identity;
import org.minorityreport.core.json.CanonicalJson;
import org.minorityreport.core.json.LogCodec;
import org.minorityreport.core.review.Reviews;
import org.minorityreport.core.review.Views;
import org.minorityreport.core.taxonomy.ShippedTaxonomy;

class WalksTest {
  private static final String ONSET = "2025-08-07T01:00:00Z";
  private static final String TICK = "2025-08-07T02:00:00Z";

  private final Logbook book = new Logbook();
  private final Walks walks = walks();

  private Walks walks() {
    Views views =
        new Views(
            book::view, at -> Hydration.hydrate(book.store(), Logbook.RUN, AsOf.atPosition(at), 1));
    Reviews reviews =
        new Reviews(
            book.store(), Logbook.RUN, () -> book.clock, views, ShippedTaxonomy.read(), () -> {});
    return new Walks(book.store(), Logbook.RUN, views, reviews);
  }

  @Test
  void unknownOrLaterThings_areRefused() {
    assertThatThrownBy(() -> walks.changed(CommitPosition.of(7)))
        .isInstanceOf(InvalidValueException.class);
    assertThatThrownBy(() -> walks.around("MR-0123456789ab")).isInstanceOf(UsageException.class);
    assertThat(walks.reportsAt(StoreId.of("nowhere"))).isEmpty();
    assertThat(walks.reportsCitingCampaign("c")).isEmpty();
    assertThat(walks.reportsCitingContext("x")).isEmpty();
  }

  @Test
  void changed_namesWhatIsNewAndWhatDiffers_andNothingElse() {
    book.report("a", ONSET, TICK, 0.5);
    ReportId other = book.report("b", ONSET, TICK, 0.5);
    long known = head();
    book.report("b", ONSET, "2025-08-07T03:00:00Z", 0.7);
    ReportId added = book.report("c", ONSET, TICK, 0.5);

    ChangedIds changed = changed(known);

    assertThat(changed.reportIds()).containsExactlyInAnyOrder(other, added).isSorted();
    assertThat(changed.since()).isEqualTo(known);
    assertThat(changed.refreshSeq()).isEqualTo(head());
    assertThat(changed(head()).reportIds()).isEmpty();
    assertThat(changed(0).reportIds()).hasSize(3);
  }

  @Test
  void changed_namesWhatOnlyLostARow_andWhatIsNoMore() {
    ReportId stays = book.report("a", ONSET, TICK, 0.5);
    book.attributed("a", ONSET, TICK, "heat", "weather");
    ReportId goes = book.report("b", ONSET, TICK, 0.5);
    long known = head();
    retract(Logs.REPORTS_ATTRIBUTED, Writer.ATTRIBUTION, stays);
    retract(Logs.REPORTS_DETECTED, Writer.DETECTION, goes);

    assertThat(changed(known).reportIds()).containsExactlyInAnyOrder(stays, goes);
  }

  @Test
  void changed_namesTheEventThatAReportLeft_andTheOneItCameTo() {
    ReportId first = book.report("a", ONSET, TICK, 0.5);
    ReportId mover = book.report("b", ONSET, TICK, 0.5);
    ReportId third = book.report("c", ONSET, TICK, 0.5);
    book.cohorted("a", ONSET, TICK, first);
    book.cohorted("b", ONSET, TICK, first);
    book.cohorted("c", ONSET, TICK, third);
    long known = head();
    book.cohorted("b", ONSET, "2025-08-07T03:00:00Z", third);

    ChangedIds changed = changed(known);

    assertThat(changed.eventIds()).containsExactlyInAnyOrder(event(first), event(third));
    assertThat(changed.reportIds()).contains(mover);
  }

  @Test
  void report_leadsToItsEventStoreCampaignsAndContext_andEachBack() {
    book.store("a", "Corner", "north");
    known("campaign", "c1", campaign("Spring"));
    known("campaign", "c1", campaign("Summer"));
    known("campaign", "c2", campaign("Winter"));
    known("context_event", "x1", happening());
    ReportId report = book.report("a", ONSET, TICK, 0.5);
    ReportId other = book.report("b", ONSET, TICK, 0.5);
    cites("a", EvidenceKind.CAMPAIGN, "c1", EvidenceKind.CONTEXT_EVENT, "x1");
    book.cohorted("a", ONSET, TICK, report);

    Surroundings around = walks.around(report.abbreviated());

    assertThat(around.reportIds()).containsExactly(report);
    assertThat(around.eventIds()).containsExactly(event(report));
    assertThat(around.stores())
        .extracting(Store::region)
        .containsExactly(java.util.Optional.of("north"));
    assertThat(around.campaigns()).extracting(Campaign::name).containsExactly("Summer");
    assertThat(around.contextEvents()).extracting(ContextEvent::contextId).containsExactly("x1");
    assertThat(walks.around(event(report).value())).isEqualTo(around);
    assertThat(walks.reportsAt(StoreId.of("a"))).containsExactly(report);
    assertThat(walks.reportsAt(StoreId.of("b"))).containsExactly(other);
    assertThat(walks.reportsCitingCampaign("c1")).containsExactly(report);
    assertThat(walks.reportsCitingCampaign("c2")).isEmpty();
    assertThat(walks.reportsCitingCampaign("x1")).as("no campaign").isEmpty();
    assertThat(walks.reportsCitingContext("x1")).containsExactly(report);
  }

  @Test
  void contextThatAnActLinks_isCited() {
    known("context_event", "x1", happening());
    ReportId report = book.report("a", ONSET, TICK, 0.5);
    book.act(report, "add_evidence", "ann", b -> b.addLinkedContextIds("x1"));

    assertThat(walks.around(report.value()).contextEvents())
        .extracting(ContextEvent::contextId)
        .containsExactly("x1");
    assertThat(walks.reportsCitingContext("x1")).containsExactly(report);
  }

  private ChangedIds changed(long since) {
    return walks.changed(CommitPosition.of(since));
  }

  private long head() {
    return book.store().head().value();
  }

  private static EventId event(ReportId anchor) {
    return Identity.eventId(anchor, Instant.parse(ONSET));
  }

  private <R extends org.minorityreport.api.record.LogRecord> void retract(
      org.minorityreport.api.log.Log<R> log, Writer writer, ReportId report) {
    List<StoredRow> rows = new java.util.ArrayList<>();
    book.store()
        .read(
            log,
            Logbook.RUN,
            CommitPosition.START,
            book.store().head(),
            row -> {
              if (row.key().contains(report.value())) {
                rows.add(row);
              }
            });
    assertThat(rows).hasSize(1);
    book.store()
        .append(
            Commit.of(
                List.of(LogSlice.of(log, writer, List.of(LogCodec.retraction(rows.get(0)))))));
  }

  private void known(String kind, String ref, Object body) {
    Map<String, Object> fields = CanonicalJson.fields(CanonicalJson.bytes(body));
    book.add(
        Logs.CONTEXT,
        ContextRecord.builder()
            .runId(Logbook.RUN)
            .writtenAt(Instant.parse(TICK))
            .kind(kind)
            .ref(ref)
            .contentHash("h" + fields.hashCode())
            .body(fields)
            .build());
  }

  private static Campaign campaign(String name) {
    return Campaign.builder()
        .campaignId("c")
        .name(name)
        .channel("tv")
        .category("paid_media")
        .start(Instant.parse(ONSET))
        .end(Instant.parse(TICK))
        .build();
  }

  private static ContextEvent happening() {
    return ContextEvent.builder()
        .contextId("x1")
        .category("weather")
        .name("Heat")
        .start(Instant.parse(ONSET))
        .source("met office")
        .build();
  }

  private void cites(
      String at, EvidenceKind kind, String ref, EvidenceKind second, String secondRef) {
    ReportSpine spine = Logbook.detected(at, ONSET, TICK).build();
    book.add(
        Logs.REPORTS_ATTRIBUTED,
        ReportAttributed.builder()
            .from(spine)
            .proposedCause("heat")
            .proposedCauseCategory("weather")
            .confidenceScore(0.8)
            .addSupportingEvidence(
                Evidence.builder().kind(kind).ref(ref).weight(0.5).build(),
                Evidence.builder().kind(second).ref(secondRef).weight(0.4).build())
            .build());
  }
}
