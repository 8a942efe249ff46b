package org.minorityreport.cli.docs;

import static java.math.BigDecimal.ZERO;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.StringWriter;
import java.io.Writer;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.minorityreport.api.feed.FeedChange;
import org.minorityreport.api.id.ReportId;
import org.minorityreport.api.id.RunId;
import org.minorityreport.api.input.InputTables;
import org.minorityreport.api.input.Inputs;
import org.minorityreport.api.lineage.LineageGraph;
import org.minorityreport.api.log.AsOf;
import org.minorityreport.api.log.CommitPosition;
import org.minorityreport.api.log.LogStore;
import org.minorityreport.api.provenance.Explanation;
import org.minorityreport.api.provenance.FieldHistory;
import org.minorityreport.api.provenance.Trail;
import org.minorityreport.api.record.Role;
import org.minorityreport.api.rehearsal.Rehearsal;
import org.minorityreport.api.rehearsal.Replay;
import org.minorityreport.api.rehearsal.ReplayProgress;
import org.minorityreport.api.rehearsal.RunComparison;
import org.minorityreport.api.review.Actor;
import org.minorityreport.api.review.Commands;
import org.minorityreport.api.series.Cadence;
import org.minorityreport.api.view.FacetCounts;
import org.minorityreport.api.view.MinorityEvent;
import org.minorityreport.api.view.MinorityReport;
import org.minorityreport.api.view.MinorityReports;
import org.minorityreport.api.view.Page;
import org.minorityreport.api.view.ReportFacet;
import org.minorityreport.api.view.ReportOrder;
import org.minorityreport.api.view.ReportQuery;
import org.minorityreport.api.view.ReviewState;
import org.minorityreport.api.view.SeverityClass;
import org.minorityreport.core.Mrs;
import org.minorityreport.core.audit.Audit;
import org.minorityreport.core.feed.FeedFormat;
import org.minorityreport.core.feed.FeedPart;
import org.minorityreport.core.feed.FeedWriter;
import org.minorityreport.core.feed.ProtectionFeed;
import org.minorityreport.core.log.LogStores;
import org.minorityreport.examples.csv.CsvInputs;
import org.minorityreport.mock.world.World;

/** The samples of all pages but that on embedding, over a few simulated days. */
@SuppressWarnings("SystemOut") // what the pages show
class SamplesTest {
  private static final World WORLD =
      World.builder().stores(8).skus(2).days(6).cadence(Cadence.parse("PT1H")).build();

  @TempDir Path folder;

  private final LogStore logs = LogStores.inMemory();
  private final InputTables tables = WORLD.inputs();

  @AfterEach
  void close() {
    logs.close();
  }

  private Mrs run(String name, int ticks) {
    Mrs mrs = Mrs.builder().logs(logs).inputs(tables).run(name).build();
    WORLD.ticks(Duration.ofHours(3)).stream().limit(ticks).forEach(mrs::tick);
    return mrs;
  }

  /** {@code README.md}, {@code examples/csv-inputs/README.md} */
  @Test
  void the_first_steps() throws Exception {
    Files.writeString(folder.resolve("stores.csv"), "store_id,retailer\nS1,Northway\n");
    StringBuilder sales = new StringBuilder("store_id,sku,timestamp,units\n");
    Instant first = Instant.parse("2025-07-08T00:00:00Z");
    for (int hour = 0; hour < 30 * 24 + 16; hour++) {
      int sold = 40 + hour % 3;
      sales
          .append("S1,A,")
          .append(first.plus(Duration.ofHours(hour)))
          .append(',')
          .append(hour < 30 * 24 + 12 ? sold : 3 * sold)
          .append('\n');
    }
    Files.writeString(folder.resolve("sales.csv"), sales);
    begin();
    read(folder.resolve("mapping.json"));
  }

  private void begin() {
    Mrs mrs =
        Mrs.builder()
            .logs(LogStores.inMemory())
            .inputs(CsvInputs.in(folder)) // sales, stores, campaigns, context
            .build(); // models come from the class path
    mrs.tick(Instant.parse("2025-08-07T16:00:00Z"));
    for (MinorityEvent event : mrs.events().active()) {
      System.out.println(
          event.eventId().abbreviated()
              + " "
              + event.cohortName().orElse("")
              + ", "
              + event.cohortSize()
              + " stores, impact "
              + event.impactEstimate().orElse(ZERO));
    }
    assertThat(mrs.events().active()).hasSize(1);
    mrs.close();
  }

  private void read(Path mappingFile) throws Exception {
    Files.writeString(mappingFile, "{}");
    Inputs inputs = CsvInputs.in(folder); // read at the first tick; later ticks get the same tables
    InputTables tables =
        CsvInputs.in(folder).read(); // or read it now, and look at tables.refused()
    Inputs mapped =
        CsvInputs.in(folder, mappingFile); // with a mapping file that lies outside the folder
    assertThat(tables.refused()).isEmpty();
    assertThat(List.of(inputs, mapped)).doesNotContainNull();
  }

  /** {@code docs/queries.md} */
  @Test
  void what_can_be_asked() {
    try (Mrs mrs = run("main", 30)) {
      CommitPosition known = CommitPosition.of(1);
      MinorityReports reports = mrs.reports();
      ReportQuery query =
          ReportQuery.builder()
              .addRegions("north", "south")
              .addReviewStates(ReviewState.UNREVIEWED)
              .addSeverityClasses(SeverityClass.HIGH, SeverityClass.CRITICAL)
              .suppressed(false) // nor what a rule keeps out of the work list
              .text("heatwave") // in causes, names, ids and places
              .order(ReportOrder.IMPACT)
              .descending(true)
              .pageSize(20)
              .build();
      Page<MinorityReport> page = reports.find(query);
      FacetCounts byCity = reports.counts(ReportFacet.CITY, query);
      List<ReportId> news = reports.changed(known);
      assertThat(page.items()).isEmpty();
      assertThat(byCity).isNotNull();
      assertThat(news).isNotEmpty();
    }
  }

  /** {@code docs/reviewing.md}, {@code docs/feed.md}, {@code docs/provenance.md} */
  @Test
  void what_is_decided_fed_and_explained() {
    run("other", 26).close();
    try (Mrs mrs = run("main", 40)) {
      decide(mrs);
      assertThat(mrs.reports().get("MR-6a20e58883f1").finalCause())
          .hasValue("Empty shelf at a competitor");
      mrs.tag("June budget", null);
      StringWriter out = new StringWriter();
      feed(mrs, out);
      assertThat(out.toString()).contains("MR-6a20e58883f1");
      assertThat(trained).isNotEqualByComparingTo(ZERO);
      explain(mrs);
    }
  }

  private static void decide(Mrs mrs) {
    MinorityReports view = mrs.reports();
    Actor ann = Actor.of("ann", Role.MARKETER);
    mrs.review()
        .act(
            ann,
            Commands.edit("MR-6a20e58883f1")
                .basedOn(view.refreshSeq())
                .cause("Empty shelf at a competitor")
                .causeCategory("competitor_action")
                .confidence(0.78)
                .build());
  }

  private BigDecimal trained = ZERO;

  private void train(Optional<BigDecimal> units, double weight) {
    trained = weight > 0 ? trained.add(units.orElseThrow()) : trained;
  }

  private void follow(FeedChange change) {
    throw new AssertionError("nothing happened since: " + change);
  }

  private void feed(Mrs mrs, Writer out) {
    ProtectionFeed feed = mrs.feed(); // or mrs.feed(AsOf.atTag("June budget"))
    feed.sales(step -> train(step.keptUnits(), step.weight()));
    mrs.feed().changes(AsOf.atTag("June budget"), change -> follow(change));
    new FeedWriter(feed).write(FeedPart.WINDOWS, FeedFormat.CSV, out);
  }

  private static void explain(Mrs mrs) {
    Audit audit = mrs.audit();
    Trail trail =
        audit.trail("MR-6a20e58883f1"); // every row about it, and what each commit changed
    Explanation cause = audit.explain("MR-6a20e58883f1", "proposed_cause");
    FieldHistory totals = audit.history("MR-6a20e58883f1", "attributed_sales_total");
    Replay replay =
        audit.replay(
            "MR-6a20e58883f1",
            ReplayProgress.NONE); // run again from source: equal, differs, source changed
    Rehearsal rehearsal =
        audit.rehearse(ReplayProgress.NONE); // the same for a whole run and all its logs
    RunComparison runs = audit.compare(RunId.of("main"), RunId.of("other"));
    LineageGraph graph = audit.lineage();
    assertThat(trail.commits()).isNotEmpty();
    assertThat(List.of(cause, totals, replay, rehearsal, runs, graph)).doesNotContainNull();
  }
}
