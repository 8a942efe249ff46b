package org.minorityreport.core.rehearsal;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.minorityreport.api.rehearsal.RunFigures;
import org.minorityreport.api.taxonomy.Taxonomy;
import org.minorityreport.api.value.Money;
import org.minorityreport.api.value.Units;
import org.minorityreport.api.view.MinorityReport;
import org.minorityreport.core.hydrate.HydratedView;

/** Sums up a view. */
final class Figures {
  private Figures() {}

  static RunFigures of(HydratedView view) {
    List<MinorityReport> reports = view.reports().all();
    List<BigDecimal> impacts =
        reports.stream().flatMap(report -> report.impactEstimate().stream()).toList();
    return RunFigures.builder()
        .reports(reports.size())
        .open(reports.stream().filter(MinorityReport::isOpen).count())
        .events(view.events().all().size())
        .withCluster(reports.stream().filter(report -> report.clusterId().isPresent()).count())
        .withCause(reports.stream().filter(Figures::hasCause).count())
        .degraded(reports.stream().filter(MinorityReport::isDegraded).count())
        .attributedSalesTotal(sum(reports, MinorityReport::attributedSalesTotal))
        .baselineSalesTotal(sum(reports, MinorityReport::baselineSalesTotal))
        .impactEstimate(
            impacts.isEmpty()
                ? Optional.empty()
                : Optional.of(
                    Money.normal(impacts.stream().reduce(BigDecimal.ZERO, BigDecimal::add))))
        .build();
  }

  private static boolean hasCause(MinorityReport report) {
    return report
        .proposedCauseCategory()
        .filter(category -> !category.equals(Taxonomy.UNKNOWN))
        .isPresent();
  }

  private static BigDecimal sum(
      List<MinorityReport> reports, Function<MinorityReport, BigDecimal> field) {
    return Units.normal(reports.stream().map(field).reduce(BigDecimal.ZERO, BigDecimal::add));
  }
}
