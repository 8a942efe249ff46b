package org.minorityreport.core.hydrate;

import java.util.List;
import org.minorityreport.api.id.EventId;

/**
 * Which event a report was put into.
 *
 * @param event the event
 * @param places the rows that say so
 */
record Said(EventId event, List<RowPlace> places) {}
