/**
 * Writes the runs of stages as OpenLineage events: {@link
 * org.minorityreport.examples.openlineage.OpenLineageExport} is the command, {@link
 * org.minorityreport.examples.openlineage.StageEvents} makes the events from the logs.
 *
 * <p>Copy it to send the events elsewhere: any transport of the client takes them.
 */
@NullMarked
package org.minorityreport.examples.openlineage;

import org.jspecify.annotations.NullMarked;
