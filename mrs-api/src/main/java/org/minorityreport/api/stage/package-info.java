/**
 * The stages as pure functions: {@link org.minorityreport.api.stage.DetectionStage}, {@link
 * org.minorityreport.api.stage.ClusteringStage}, {@link
 * org.minorityreport.api.stage.AttributionStage}, {@link
 * org.minorityreport.api.stage.CohortingStage}, {@link
 * org.minorityreport.api.stage.FinalisationStage}, each with its task and its result.
 *
 * <p>A stage keeps no state between calls: what one tick leaves to the next is a carry ({@link
 * org.minorityreport.api.stage.StoreCarry}, {@link org.minorityreport.api.stage.CohortCarry}),
 * which the runner passes in and out. Time, storage, concurrency and failure live in the runner, so
 * one and the same stage runs embedded, in a test, or partitioned on a cluster.
 */
@NullMarked
package org.minorityreport.api.stage;

import org.jspecify.annotations.NullMarked;
