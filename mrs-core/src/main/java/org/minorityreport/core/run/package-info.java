/**
 * The loop around the stages: {@link org.minorityreport.core.run.Runner} takes a tick, gives the
 * stages what they need through {@code TickPipeline} and appends their rows as one commit.
 *
 * <p>Time, storage, concurrency and failure live here. What one tick leaves to the next is a {@code
 * RunCarry}: a cache that {@code RunState} keeps and {@code Carries} makes again from a look-back
 * of logs and data; what stages owe after an outage {@code LoggedPending} finds in the logs. Sales
 * that were corrected send {@code Reruns} over the ticks that saw them, where {@code PastFaults}
 * let fail what failed then, and {@code Reconciliation} says which reports are no more.
 */
@NullMarked
package org.minorityreport.core.run;

import org.jspecify.annotations.NullMarked;
