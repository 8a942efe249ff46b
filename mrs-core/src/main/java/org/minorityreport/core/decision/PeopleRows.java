package org.minorityreport.core.decision;

import java.util.List;
import java.util.SortedMap;
import org.minorityreport.api.log.StoredRow;
import org.minorityreport.api.stage.Placements;

/**
 * Rows of people that a tick is the first to see, in the order of their logs. Immutable.
 *
 * @param seen how many rows of each log the tick saw, by wire name; logs without any are left out
 * @param edits what people did about reports
 * @param eventEdits what people did about events
 * @param recorded context events that they recorded
 * @param settings rows of settings_log
 * @param placements where people put reports and events, by all acts that the tick saw
 * @param confirmed number of reports with a cause that people confirmed, of all that the tick saw
 */
public record PeopleRows(
    SortedMap<String, Long> seen,
    List<StoredRow> edits,
    List<StoredRow> eventEdits,
    List<StoredRow> recorded,
    List<StoredRow> settings,
    Placements placements,
    SortedMap<ConfirmedIn, Long> confirmed) {}
