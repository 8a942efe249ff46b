package org.minorityreport.cli.docs;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.StringWriter;
import java.io.Writer;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.minorityreport.api.id.SeriesId;
import org.minorityreport.api.id.Sku;
import org.minorityreport.api.id.StoreId;
import org.minorityreport.api.input.AbsentMeans;
import org.minorityreport.api.input.InputTables;
import org.minorityreport.api.input.Inputs;
import org.minorityreport.api.input.SalesSource;
import org.minorityreport.api.input.Store;
import org.minorityreport.api.log.AsOf;
import org.minorityreport.api.log.LogStore;
import org.minorityreport.api.record.Role;
import org.minorityreport.api.review.ActRefusedException;
import org.minorityreport.api.review.Actor;
import org.minorityreport.api.review.Commands;
import org.minorityreport.api.review.Done;
import org.minorityreport.api.series.Cadence;
import org.minorityreport.api.series.SalesSeries;
import org.minorityreport.api.series.Steps;
import org.minorityreport.api.view.MinorityEvent;
import org.minorityreport.api.view.MinorityReport;
import org.minorityreport.api.view.MinorityReports;
import org.minorityreport.api.view.Page;
import org.minorityreport.api.view.ReportOrder;
import org.minorityreport.api.view.ReportQuery;
import org.minorityreport.core.Mrs;
import org.minorityreport.core.feed.FeedFormat;
import org.minorityreport.core.feed.FeedPart;
import org.minorityreport.core.feed.FeedWriter;
import org.minorityreport.core.feed.ProtectionFeed;
import org.minorityreport.core.log.LogStores;
import org.minorityreport.core.provenance.ProvenanceText;
import org.minorityreport.core.run.TickReport;

/** The samples of {@code docs/embedding.md}. */
@SuppressWarnings("SystemOut") // what the page shows
class EmbeddingTest {
  private static final Instant FIRST = Instant.parse("2025-07-01T00:00:00Z");
  private static final int HOURS = 37 * 24 + 16;
  private static final int UPLIFT = HOURS - 4;

  @TempDir Path folder;

  @Test
  void the_samples_find_decide_and_feed() {
    Instant now = FIRST.plusSeconds(3600L * HOURS);
    Inputs inputs = inputs(List.of(sales()));
    run(inputs, now);
    try (LogStore logs = LogStores.directory(folder);
        Mrs mrs = Mrs.builder().logs(logs).inputs(inputs).build()) {
      assertThat(read(mrs, now)).contains("proposed_cause of report");
      decide(mrs);
      StringWriter feed = new StringWriter();
      feed(mrs, feed);
      assertThat(feed.toString()).startsWith("store_id,sku,timestamp");
    }
  }

  private void run(Inputs inputs, Instant now) {
    try (LogStore logs =
            LogStores.directory(folder); // one writer at a time; readers as many as you like
        Mrs mrs =
            Mrs.builder()
                .logs(logs)
                .inputs(inputs) // yours, or CsvInputs of the examples
                .run("main")
                .startedBy("nightly-job")
                .build()) {
      TickReport report = mrs.tick(now); // looks at all steps that end at or before it
      if (!report.corrected().isEmpty()) {
        System.out.println("corrected since: " + report.corrected());
      }
      for (MinorityEvent event : mrs.events().active()) {
        System.out.println(event.eventId() + " " + event.cohortName().orElse("?"));
      }
    }
  }

  private static Inputs inputs(List<SalesSeries> sales) {
    InputTables.Builder tables =
        InputTables.builder(
            SalesSource.builder()
                .name("till export")
                .cadence(Cadence.parse("PT1H"))
                .absentMeans(AbsentMeans.UNKNOWN)
                .build());
    tables.store(Store.builder().storeId(StoreId.of("S1")).retailer("Northway").build());
    for (SalesSeries series : sales) { // one per store and product
      tables.sales(series);
    }
    tables.campaigns(List.of()).contextEvents(List.of()); // none, which is not the same as missing
    Inputs inputs = tables.build();
    return inputs;
  }

  private static SalesSeries sales() {
    long[] thousandths = new long[HOURS];
    for (int hour = 0; hour < HOURS; hour++) {
      long usual = 40_000 + hour % 3 * 1000L;
      thousandths[hour] = hour < UPLIFT ? usual : 3 * usual;
    }
    return SalesSeries.of(
        SeriesId.of(StoreId.of("S1"), Sku.of("A")),
        Steps.of(FIRST, Cadence.parse("PT1H"), HOURS),
        thousandths);
  }

  private static String read(Mrs mrs, Instant now) {
    MinorityReports open = mrs.reports();
    Page<MinorityReport> worst =
        open.find(
            ReportQuery.builder()
                .open(true)
                .order(ReportOrder.IMPACT)
                .descending(true)
                .pageSize(10)
                .build());
    MinorityReports then = mrs.reports(AsOf.now().untilTick(now)); // what was true for a tick
    String why =
        worst.items().stream()
            .findFirst()
            .map(report -> mrs.audit().explain(report.reportId().value(), "proposed_cause"))
            .map(ProvenanceText::of)
            .orElse("nothing is open");
    assertThat(then.all()).isEqualTo(open.all());
    return why;
  }

  private static void decide(Mrs mrs) {
    Actor anna = Actor.of("anna", Role.MARKETER);
    for (MinorityEvent event : mrs.events().active()) {
      try {
        Done done = mrs.review().act(anna, Commands.approve(event.eventId().value()).build());
        System.out.println(done.row().annotationId());
      } catch (ActRefusedException e) {
        System.out.println(e.refusal().code()); // a word for programs; the message is for people
      }
    }
  }

  private static void feed(Mrs mrs, Writer out) {
    ProtectionFeed feed = mrs.feed(); // or of a tag: mrs.feed(AsOf.atTag("june"))
    new FeedWriter(feed).write(FeedPart.SALES, FeedFormat.CSV, out);
  }
}
