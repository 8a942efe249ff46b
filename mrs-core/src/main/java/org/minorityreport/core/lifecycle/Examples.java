package org.minorityreport.core.lifecycle;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.function.Consumer;
import org.minorityreport.api.id.ReportId;
import org.minorityreport.api.id.RunId;
import org.minorityreport.api.lifecycle.Example;
import org.minorityreport.api.lifecycle.ExampleFilter;
import org.minorityreport.api.lifecycle.ExampleSeries;
import org.minorityreport.api.lifecycle.ExampleSlice;
import org.minorityreport.api.lifecycle.ExampleSplit;
import org.minorityreport.api.log.AsOf;
import org.minorityreport.api.log.LogStore;
import org.minorityreport.api.log.Logs;
import org.minorityreport.api.model.ReportSlice;
import org.minorityreport.api.model.SkuSlice;
import org.minorityreport.api.record.AttributionPrediction;
import org.minorityreport.api.record.FinalDecision;
import org.minorityreport.api.record.ReportClustered;
import org.minorityreport.api.record.ReportDetected;
import org.minorityreport.api.record.Role;
import org.minorityreport.api.view.MinorityReport;
import org.minorityreport.api.view.MinorityReports;
import org.minorityreport.api.view.Page;
import org.minorityreport.api.view.ReportOrder;
import org.minorityreport.api.view.ReportQuery;
import org.minorityreport.core.hydrate.Hydration;
import org.minorityreport.core.json.CanonicalJson;
import org.minorityreport.core.tag.Tags;

/**
 * Labelled examples as of a moment (spec 5.8): of each report that was decided what models were
 * given, proposed, and what was decided. Nothing that became known later is in them: the view and
 * all logs are read up to the moment. Superseded reports are no examples.
 *
 * <p>Each walk hydrates the reports as of the moment, which takes the memory of a view (5 to 7 KB a
 * report), and then passes by five logs once for each 2,000 examples, of which only these are in
 * memory.
 */
public final class Examples {
  private static final int AT_ONCE = 2_000;

  private final LogStore store;
  private final RunId run;
  private final AsOf asOf;
  private final ExampleFilter filter;

  Examples(LogStore store, RunId run, AsOf asOf, ExampleFilter filter) {
    this.store = store;
    this.run = run;
    AsOf known = AsOf.atPosition(new Tags(store, run).position(asOf));
    this.asOf = asOf.tick().map(known::untilTick).orElse(known);
    this.filter = filter;
  }

  /**
   * Hands out the examples, by report id.
   *
   * @param taker is given each example, on this thread
   */
  public void forEach(Consumer<Example> taker) {
    MinorityReports view = Hydration.hydrate(store, run, asOf).reports();
    int total = 1;
    for (int offset = 0; offset < total; offset += AT_ONCE) {
      Page<MinorityReport> page = view.find(page(filter.reports(), offset));
      total = page.total();
      List<MinorityReport> wanted = page.items().stream().filter(this::isWanted).toList();
      if (!wanted.isEmpty()) {
        Batch batch = new Batch(wanted.stream().map(MinorityReport::reportId).toList());
        wanted.forEach(report -> taker.accept(batch.example(report)));
      }
    }
  }

  /**
   * Writes the examples as JSON Lines: canonical JSON in UTF-8, a line break after each; {@code
   * docs/example.schema.json} is the schema of a line.
   *
   * @param out where to, not closed
   * @throws UncheckedIOException if writing fails
   */
  public void writeJsonLines(OutputStream out) {
    forEach(example -> write(out, CanonicalJson.text(example) + "\n"));
  }

  /**
   * Writes the examples as CSV (RFC 4180, UTF-8, line feeds) with a header of the fields' names;
   * what is a list or an object is in its cell as JSON.
   *
   * @param out where to, not closed
   * @throws UncheckedIOException if writing fails
   */
  public void writeCsv(OutputStream out) {
    List<String> columns = CanonicalJson.properties(Example.class);
    write(out, ExampleCsv.header(columns));
    forEach(example -> write(out, ExampleCsv.line(columns, example)));
  }

  private static void write(OutputStream out, String text) {
    try {
      out.write(text.getBytes(StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static ReportQuery page(ReportQuery query, int offset) {
    return ReportQuery.builder()
        .from(query)
        .order(ReportOrder.ID)
        .descending(false)
        .offset(offset)
        .pageSize(AT_ONCE)
        .build();
  }

  private boolean isWanted(MinorityReport report) {
    boolean decided = report.finalDecision().flatMap(FinalDecision::of).isPresent();
    return decided
        && !report.reportStatus().equals("superseded")
        && (filter.automatic() || !isAutomatic(report))
        && (filter.conflicts() || !report.inConflict())
        && (filter.splits().isEmpty() || filter.splits().contains(split(report)));
  }

  private static boolean isAutomatic(MinorityReport report) {
    return report.finalDecision().filter(FinalDecision.AUTO_APPROVED.wireName()::equals).isPresent()
        || report.decidedBy().filter(by -> by.role().equals(Role.SYSTEM.wireName())).isPresent();
  }

  private static ExampleSplit split(MinorityReport report) {
    return ExampleSplit.of(
        report.reportGroupId().map(id -> id.value()).orElse(report.reportId().value()));
  }

  private static ExampleSlice slice(ReportSlice slice) {
    ExampleSlice.Builder made =
        ExampleSlice.builder().firstStep(slice.steps().from()).cadence(slice.steps().cadence());
    for (SkuSlice sku : slice.skus()) {
      made.addSeries(
          ExampleSeries.builder()
              .sku(sku.sku())
              .direction(sku.direction())
              .actualUnits(sku.actual())
              .expectedUnits(sku.expected())
              .build());
    }
    return made.build();
  }

  /** What the logs hold about some reports. */
  private final class Batch {
    private final SortedMap<ReportId, ReportClustered> clustered;
    private final SortedMap<ReportId, AttributionPrediction> attributed;
    private final SortedMap<ReportId, ReportSlice> slices;
    private final LoggedDrivers drivers;

    Batch(List<ReportId> reports) {
      Instant until = asOf.tick().orElse(Instant.MAX);
      LoggedReports logs = new LoggedReports(store, run, asOf.position().orElseThrow(), until);
      clustered = logs.newest(Logs.REPORTS_CLUSTERED, reports);
      attributed =
          logs.newest(
              Logs.ATTRIBUTION_PREDICTIONS,
              reports,
              row -> row.outcome().equals("ok") && !row.route().equals("shadow"));
      SortedMap<ReportId, ReportDetected> detected = logs.newest(Logs.REPORTS_DETECTED, reports);
      slices = logs.slices(detected.values());
      drivers = logs.drivers();
    }

    Example example(MinorityReport report) {
      ReportId id = report.reportId();
      Optional<ReportClustered> shape = Optional.ofNullable(clustered.get(id));
      Optional<AttributionPrediction> scores = Optional.ofNullable(attributed.get(id));
      return Example.builder()
          .reportId(id)
          .eventId(report.reportGroupId())
          .split(split(report))
          .storeId(report.storeId())
          .retailer(report.retailer())
          .city(report.city())
          .region(report.region())
          .country(report.country())
          .sku(report.sku())
          .direction(report.direction())
          .firstDetectedFrom(report.firstDetectedFrom())
          .windowStart(report.windowStart())
          .windowEnd(report.windowEnd())
          .severityScore(report.severityScore())
          .impactEstimate(report.impactEstimate())
          .features(shape.map(ReportClustered::featureVector).orElse(List.of()))
          .slice(Optional.ofNullable(slices.get(id)).map(Examples::slice))
          .clusterId(report.clusterId())
          .candidates(scores.map(AttributionPrediction::output).orElse(List.of()))
          .candidateDrivers(
              scores
                  .map(said -> drivers.of(said, report.storeId(), report.region(), report.skus()))
                  .orElse(List.of()))
          .proposedCause(report.proposedCause())
          .proposedCauseCategory(report.proposedCauseCategory())
          .confidenceScore(report.confidenceScore())
          .modelVersions(report.modelVersions())
          .finalDecision(report.finalDecision().orElseThrow())
          .finalCause(report.finalCause())
          .finalCauseCategory(report.finalCauseCategory())
          .finalConfidence(report.finalConfidence())
          .decisionLevel(report.decisionLevel())
          .decidedByRole(report.decidedBy().map(by -> by.role()))
          .isAutomatic(isAutomatic(report))
          .inConflict(report.inConflict())
          .annotationId(report.annotationId())
          .finalizedAt(report.finalizedAt())
          .evidence(report.supportingEvidence())
          .build();
    }
  }
}
