package org.minorityreport.examples.quickstart;

import java.io.PrintWriter;
import org.minorityreport.api.input.SalesSource;
import org.minorityreport.api.view.EventOrder;
import org.minorityreport.api.view.EventQuery;
import org.minorityreport.api.view.MinorityEvent;
import org.minorityreport.api.view.MinorityReport;
import org.minorityreport.api.view.Page;
import org.minorityreport.api.view.ReportOrder;
import org.minorityreport.api.view.ReportQuery;

/** Prints what a run found, its tables in at most 120 columns; one thread at a time. */
final class Printout {
  private static final int MAX_REPORTS = 10;
  private static final int HEADING = 80;

  private final PrintWriter out;
  private final Outcome outcome;
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
    this.limit = limit;
    this.details = details;
    SalesSource source = outcome.history().inputs().source();
    this.cells = Cells.of(source.cadence(), source.currency());
  }

  /** Prints everything. */
  void print() {
    new Summary(out, outcome).print();
    Page<MinorityEvent> strongest =
        outcome
            .events()
            .find(
                EventQuery.builder()
                    .merged(false)
                    .order(EventOrder.IMPACT)
                    .descending(true)
                    .pageSize(limit)
                    .build());
    if (!strongest.items().isEmpty()) {
      printEvents(strongest);
      strongest.items().stream().limit(details).forEach(this::printReports);
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

  private void printEvents(Page<MinorityEvent> strongest) {
    out.println();
    out.println("Events, strongest first:");
    out.println();
    out.println(new EventTable(cells).of(strongest.items()));
    int more = strongest.total() - strongest.items().size();
    if (more > 0) {
      out.println("and " + Cells.count(more) + " more (--limit shows more)");
    }
  }

  private void printReports(MinorityEvent event) {
    Page<MinorityReport> strongest =
        outcome
            .reports()
            .find(
                ReportQuery.builder()
                    .addEventIds(event.eventId())
                    .superseded(false)
                    .order(ReportOrder.SEVERITY)
                    .descending(true)
                    .pageSize(MAX_REPORTS)
                    .build());
    String name = cells.shorten(Cells.orNothing(event.cohortName()), HEADING);
    out.println();
    out.println("Reports of " + event.eventId().abbreviated() + " " + name + ":");
    out.println();
    out.println(new ReportTable(cells).of(strongest.items()));
    int more = strongest.total() - strongest.items().size();
    if (more > 0) {
      out.println("and " + Cells.count(more) + " more of this event");
    }
  }
}
