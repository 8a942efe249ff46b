package org.minorityreport.examples.quickstart;

import static org.minorityreport.examples.quickstart.TableColumns.left;
import static org.minorityreport.examples.quickstart.TableColumns.right;

import java.util.List;
import org.minorityreport.api.record.EventStatus;
import org.minorityreport.api.view.MinorityEvent;

/** The table of events. Immutable. */
final class EventTable {
  private static final int ID = 15;
  private static final int NAME = 33;
  private static final int CATEGORY = 17;
  private static final int IMPACT = 16;
  private static final int STORES = 6;
  private static final int TIME = 16;

  private final Cells cells;

  EventTable(Cells cells) {
    this.cells = cells;
  }

  String of(List<MinorityEvent> events) {
    return TableColumns.table(
        events,
        List.of(
            left("event\nstatus", ID, e -> e.eventId().abbreviated() + "\n" + status(e)),
            left("name\ncause", NAME, this::nameAndCause),
            left("category\nconfidence", CATEGORY, this::categoryAndConfidence),
            right("impact\ndirection", IMPACT, this::impactAndDirection),
            right("stores", STORES, e -> Cells.count(e.storeIds().size())),
            left(
                "from\nto",
                TIME,
                e -> cells.time(e.windowStart()) + "\n" + cells.end(e.windowEnd()))));
  }

  private static String status(MinorityEvent event) {
    return event.eventStatus() == EventStatus.ACTIVE ? "active" : "ended";
  }

  private String nameAndCause(MinorityEvent event) {
    return cells.shorten(Cells.orNothing(event.cohortName()), NAME)
        + "\n"
        + cells.shorten(Cells.orNothing(event.proposedCause()), NAME);
  }

  private String categoryAndConfidence(MinorityEvent event) {
    return cells.shorten(Cells.orNothing(event.proposedCauseCategory()), CATEGORY)
        + "\n"
        + Cells.confidence(event.confidenceScore());
  }

  private String impactAndDirection(MinorityEvent event) {
    return cells.impact(
            event.impactEstimate(),
            event.attributedSalesTotal().subtract(event.baselineSalesTotal()))
        + "\n"
        + Cells.direction(event.direction());
  }
}
