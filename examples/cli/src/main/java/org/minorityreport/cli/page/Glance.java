package org.minorityreport.cli.page;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.minorityreport.api.health.Health;
import org.minorityreport.api.view.MinorityEvent;
import org.minorityreport.api.view.MinorityReport;

/** The figures that one sees first. */
record Glance(List<Figure> figures, String period, int stores) {
  static Glance of(
      List<MinorityEvent> events,
      List<MinorityReport> reports,
      Health health,
      Optional<String> currency) {
    long decided = events.stream().filter(event -> event.finalDecision().isPresent()).count();
    long several = events.stream().filter(event -> event.reportIds().size() > 1).count();
    long explained =
        reports.stream()
            .filter(report -> report.proposedCause().filter(c -> !c.equals("unknown")).isPresent())
            .count();
    BigDecimal units = BigDecimal.ZERO;
    BigDecimal gained = BigDecimal.ZERO;
    BigDecimal lost = BigDecimal.ZERO;
    for (MinorityReport report : reports) {
      units = units.add(report.attributedSalesTotal().subtract(report.baselineSalesTotal()).abs());
      BigDecimal impact = report.impactEstimate().orElse(BigDecimal.ZERO);
      if (impact.signum() > 0) {
        gained = gained.add(impact);
      } else {
        lost = lost.add(impact);
      }
    }
    long stores = reports.stream().map(MinorityReport::storeId).distinct().count();
    List<Figure> figures = new ArrayList<>();
    figures.add(
        new Figure(
            Amounts.count(events.size()),
            "events",
            Amounts.count(several) + " of several reports"));
    figures.add(
        new Figure(
            Amounts.count(reports.size()),
            "reports",
            "in " + Amounts.count(stores, "store", "stores")));
    figures.add(
        new Figure(
            Amounts.count(explained) + " / " + Amounts.count(reports.size()),
            "with a proposed cause",
            "the rest say \u201cunknown\u201d"));
    figures.add(
        new Figure(
            Amounts.count(decided) + " / " + Amounts.count(events.size()),
            "events decided",
            Amounts.count(health.review().backlog(), "report awaits", "reports await")
                + " a person"));
    boolean priced = reports.stream().anyMatch(report -> report.impactEstimate().isPresent());
    figures.add(
        new Figure(
            priced ? Amounts.signed(gained) : "\u2013",
            "money above what was expected",
            priced
                ? Amounts.signed(lost) + " below it" + currency.map(c -> ", in " + c).orElse("")
                : "the sales say no revenue"));
    figures.add(new Figure(Amounts.whole(units), "units out of the ordinary", "above and below"));
    return new Glance(figures, period(reports), (int) stores);
  }

  private static String period(List<MinorityReport> reports) {
    Optional<MinorityReport> first =
        reports.stream().min(Comparator.comparing(MinorityReport::firstDetectedFrom));
    Optional<MinorityReport> last =
        reports.stream().max(Comparator.comparing(MinorityReport::firstDetectedFrom));
    return first.isEmpty() || last.isEmpty()
        ? "Nothing found"
        : "Onsets from "
            + Times.minute(first.get().firstDetectedFrom())
            + " to "
            + Times.minute(last.get().firstDetectedFrom())
            + " UTC";
  }

  /** One of them. */
  record Figure(String value, String name, String more) {}
}
