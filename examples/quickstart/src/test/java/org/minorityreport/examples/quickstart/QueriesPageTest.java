package org.minorityreport.examples.quickstart;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.minorityreport.api.id.ReportId;
import org.minorityreport.api.log.CommitPosition;
import org.minorityreport.api.view.FacetCounts;
import org.minorityreport.api.view.MinorityReport;
import org.minorityreport.api.view.MinorityReports;
import org.minorityreport.api.view.Page;
import org.minorityreport.api.view.ReportFacet;
import org.minorityreport.api.view.ReportOrder;
import org.minorityreport.api.view.ReportQuery;
import org.minorityreport.api.view.ReviewState;
import org.minorityreport.api.view.SeverityClass;
import org.minorityreport.core.Mrs;
import org.minorityreport.core.log.LogStores;
import org.minorityreport.examples.csv.CsvInputs;

/** The code in docs/queries.md is the code below, and it runs. */
class QueriesPageTest {
  private static final Path PAGE = Path.of("../../docs/queries.md");
  private static final Path SELF =
      Path.of("src/test/java/org/minorityreport/examples/quickstart/QueriesPageTest.java");

  @Test
  void theCodeOfThePage_isTheCodeOfThisTest() throws IOException {
    assertThat(Snippet.in(SELF, "page")).isEqualTo(Snippet.in(PAGE));
  }

  @Test
  void theCodeOfThePage_runs(@TempDir Path folder) throws IOException {
    Files.writeString(
        folder.resolve("stores.csv"), "store_id,retailer,city,region\ns1,r,c,north\n");
    Files.writeString(
        folder.resolve("sales.csv"), "store_id,sku,timestamp,units\ns1,a,2025-08-07T12:00:00Z,3\n");
    try (Mrs mrs = Mrs.builder().logs(LogStores.inMemory()).inputs(CsvInputs.in(folder)).build()) {
      assertThat(found(mrs, CommitPosition.START)).isZero();
    }
  }

  private static int found(Mrs mrs, CommitPosition known) {
    // page begins
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
    // page ends
    return page.total() + byCity.total() + news.size();
  }
}
