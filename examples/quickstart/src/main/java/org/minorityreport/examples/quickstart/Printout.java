package org.minorityreport.examples.quickstart;

import java.io.PrintWriter;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.minorityreport.api.id.ReportId;
import org.minorityreport.api.input.SalesSource;
import org.minorityreport.api.view.MinorityEvent;
import org.minorityreport.api.view.MinorityReport;

/** Prints what a run found, its tables in at most 120 columns; one thread at a time. */
final class Printout {
  private static final int MAX_REPORTS = 10;
  private static final int HEADING = 80;

  private final PrintWriter out;
  private final Outcome outcome;
  private final List<MinorityEvent> events;
  private final int limit;
  private final int details;
  private final Cells cells;

  /**
   * A printout.
   *
   * @param out takes it
   * @param outcome what was found
   * @param limit how many events are printed
   * @param details of how many of them the reports are printed
   */
  Printout(PrintWriter out, Outcome outcome, int limit, int details) {
    this.out = out;
    this.outcome = outcome;
    this.events = EventOrder.strongestFirst(outcome.events());
    this.limit = limit;
    this.details = details;
    SalesSource source = outcome.history().inputs().source();
    this.cells = Cells.of(source.cadence(), source.currency());
  }

  /** Prints everything. */
  void print() {
    new Summary(out, outcome, events).print();
    List<MinorityEvent> shown = events.stream().limit(limit).toList();
    if (!shown.isEmpty()) {
      printEvents(shown);
      printReports(shown.stream().limit(details).toList());
    }
    out.println();
    out.println(
        "Logs: "
            + outcome.logs().toAbsolutePath().normalize()
            + " ("
            + Cells.count(outcome.rows())
            + " rows, JSON Lines)");
    out.flush();
  }

  private void printEvents(List<MinorityEvent> shown) {
    out.println();
    out.println("Events, strongest first:");
    out.println();
    out.println(new EventTable(cells).of(shown));
    if (events.size() > shown.size()) {
      out.println(
          "and " + Cells.count(events.size() - shown.size()) + " more (--limit shows more)");
    }
  }

  private void printReports(List<MinorityEvent> detailed) {
    Map<ReportId, MinorityReport> byId =
        outcome.reports().stream()
            .collect(Collectors.toMap(MinorityReport::reportId, Function.identity()));
    for (MinorityEvent event : detailed) {
      List<MinorityReport> reports =
          event.reportIds().stream()
              .filter(byId::containsKey)
              .map(byId::get)
              .sorted(
                  Comparator.comparingDouble(MinorityReport::severityScore)
                      .reversed()
                      .thenComparing(MinorityReport::reportId))
              .toList();
      String name = cells.shorten(Cells.orNothing(event.cohortName()), HEADING);
      out.println();
      out.println("Reports of " + event.eventId().abbreviated() + " " + name + ":");
      out.println();
      out.println(new ReportTable(cells).of(reports.stream().limit(MAX_REPORTS).toList()));
      if (reports.size() > MAX_REPORTS) {
        out.println("and " + Cells.count(reports.size() - MAX_REPORTS) + " more of this event");
      }
    }
  }
}
