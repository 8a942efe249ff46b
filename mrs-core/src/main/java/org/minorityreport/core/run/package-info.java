/**
 * The loop around the stages: {@link org.minorityreport.core.run.Runner} takes a tick, gives the
 * stages what they need through {@code TickPipeline} and appends their rows as one commit.
 *
 * <p>Time, storage, concurrency and failure live here. What one tick leaves to the next is a {@code
 * RunCarry}: a cache, made again from the inputs by folding over the ticks of {@code
 * stage_runs_log} where it is missing.
 */
@NullMarked
package org.minorityreport.core.run;

import org.jspecify.annotations.NullMarked;
