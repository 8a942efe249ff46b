package org.minorityreport.examples.quickstart;

import java.io.PrintWriter;
import java.util.List;
import java.util.Locale;
import org.minorityreport.api.input.InputTables;
import org.minorityreport.api.input.RefusedRow;
import org.minorityreport.api.input.Store;
import org.minorityreport.api.record.EventStatus;
import org.minorityreport.api.series.TimeSpan;
import org.minorityreport.api.view.EventQuery;

/** The head of a printout: what was read, what was run and how much was found. */
final class Summary {
  private static final int MAX_REFUSED = 3;

  private final PrintWriter out;
  private final Outcome outcome;

  /**
   * A summary.
   *
   * @param out takes it
   * @param outcome what was found
   */
  Summary(PrintWriter out, Outcome outcome) {
    this.out = out;
    this.outcome = outcome;
  }

  void print() {
    InputTables inputs = outcome.history().inputs();
    line("Read", outcome.history().title());
    line(
        "Rows",
        Cells.count(inputs.rowsRead())
            + " of sales, "
            + Cells.count(inputs.refused().size())
            + " refused");
    printRefused(inputs.refused());
    line("Sales", sales(inputs));
    line("Context", context(inputs));
    line(
        "Run",
        Cells.count(outcome.ticks(), "tick")
            + String.format(Locale.ROOT, " in %.1f s with ", outcome.seconds())
            + Cells.count(outcome.threads(), "thread"));
    line("Found", found());
  }

  private void printRefused(List<RefusedRow> refused) {
    refused.stream()
        .limit(MAX_REFUSED)
        .forEach(row -> line("", row.source() + ": " + row.kind() + ": " + row.message()));
    if (refused.size() > MAX_REFUSED) {
      line("", "and " + Cells.count(refused.size() - MAX_REFUSED) + " more, all in errors_log");
    }
  }

  private static String sales(InputTables inputs) {
    TimeSpan covers = inputs.covers();
    long series = 0;
    for (Store store : inputs.stores()) {
      series += inputs.sales(store.storeId(), covers).size();
    }
    return String.format(
        Locale.ROOT,
        "%,d stores, %,d series, steps of %s from %s to %s",
        inputs.stores().size(),
        series,
        inputs.source().cadence(),
        covers.from(),
        covers.to());
  }

  /** A source that is missing is not the same as one that has nothing to say. */
  private static String context(InputTables inputs) {
    String campaigns =
        inputs
            .campaigns()
            .map(list -> Cells.count(list.size(), "campaign"))
            .orElse("no source of campaigns (reports are marked CAMPAIGNS_missing)");
    String events =
        inputs
            .contextEvents()
            .map(list -> Cells.count(list.size(), "context event"))
            .orElse("no source of context events (reports are marked CONTEXT_missing)");
    return campaigns + ", " + events;
  }

  private String found() {
    int all = outcome.events().all().size();
    int merged = count(EventQuery.builder().merged(true));
    return Cells.count(outcome.reports().all().size(), "report")
        + " in "
        + Cells.count(all - merged, "event")
        + ", "
        + Cells.count(count(EventQuery.builder().merged(false).addStatuses(EventStatus.ACTIVE)))
        + " of them active"
        + (merged == 0 ? "" : "; " + Cells.count(merged, "event") + " went into others");
  }

  private int count(EventQuery.Builder query) {
    return outcome.events().find(query.pageSize(0).build()).total();
  }

  private void line(String label, String text) {
    out.println(String.format(Locale.ROOT, "%-8s %s", label, text));
  }
}
