package org.minorityreport.testkit;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.minorityreport.api.log.LogStore;
import org.minorityreport.api.provenance.Trail;
import org.minorityreport.api.series.Cadence;
import org.minorityreport.api.view.MinorityReport;
import org.minorityreport.core.Mrs;
import org.minorityreport.core.audit.Audit;
import org.minorityreport.core.lineage.LineageText;
import org.minorityreport.core.log.LogStores;
import org.minorityreport.core.provenance.ProvenanceText;
import org.minorityreport.core.rehearsal.RehearsalText;
import org.minorityreport.mock.world.World;

/** What {@code docs/provenance.md} prints is what the library prints of the simulated week. */
class ProvenancePageTest {
  private static final InstantSource CLOCK =
      InstantSource.fixed(Instant.parse("2025-08-13T06:00:00Z"));

  @Test
  void page_printsWhatIsSaidOfOneReportOfTheSimulatedWeek() {
    World world = World.builder().stores(12).skus(2).days(8).cadence(Cadence.parse("PT1H")).build();
    LogStore store = LogStores.inMemory(CLOCK);
    Mrs.Builder builder =
        Mrs.builder().logs(store).inputs(tick -> world.inputs()).run("week").clock(CLOCK);
    try (Mrs mrs = builder.threads(2).build()) {
      world.ticks(Duration.ofHours(4)).forEach(mrs::tick);
      Audit audit = mrs.audit();
      MinorityReport report = shown(mrs);
      String id = report.reportId().value();
      List<String> lines = new ArrayList<>();
      block(lines, "explain", ProvenanceText.of(audit.explain(id, "proposed_cause")));
      block(lines, "", ProvenanceText.of(audit.explain(id, "event_status")));
      block(lines, "trail", ProvenanceText.of(audit.trail(id)));
      block(lines, "history", ProvenanceText.of(audit.history(id, "attributed_sales_total")));
      block(lines, "replay", RehearsalText.of(audit.replay(id, (tick, done, all) -> {})));
      block(lines, "lineage", LineageText.of(audit.lineage()));
      lines.add("");
      lines.add("```mermaid");
      LineageText.mermaid(audit.lineage()).lines().forEach(lines::add);
      lines.add("```");

      GoldenFile.checkSection(
          GoldenFile.inRepository("../docs/provenance.md"), "simulated week", lines);
    }
  }

  /** The report with evidence whose trail is the shortest. */
  private static MinorityReport shown(Mrs mrs) {
    return mrs.reports().all().stream()
        .filter(r -> r.supportingEvidence().stream().anyMatch(e -> e.contentHash().isPresent()))
        .min(
            Comparator.comparingInt(
                (MinorityReport r) -> {
                  Trail trail = mrs.audit().trail(r.reportId().value());
                  return ProvenanceText.of(trail).length();
                }))
        .orElseThrow();
  }

  private static void block(List<String> lines, String title, String text) {
    if (!title.isEmpty()) {
      lines.add("");
      lines.add("## " + title);
    }
    lines.add("");
    lines.add("```");
    text.lines().forEach(lines::add);
    lines.add("```");
  }
}
