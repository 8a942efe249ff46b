/**
 * A small retail world whose truth is known, for demonstrations, tests and authors of models.
 *
 * <p>A {@link org.minorityreport.mock.world.World} has UK stores of fictional chains and products
 * with prices. Its {@link org.minorityreport.mock.world.WorldBuilder} sets seed, size, days and
 * cadence, and which {@link org.minorityreport.mock.world.narrative.NarrativeLibrary} plays. The
 * world renders the inputs of a run, and the {@link org.minorityreport.mock.world.GroundTruth}:
 * which {@link org.minorityreport.mock.world.Happening}s there are, and what each does to every
 * {@link org.minorityreport.mock.world.AffectedSeries}.
 *
 * <p>{@link org.minorityreport.mock.world.World#inputs} is what is known in the end; {@link
 * org.minorityreport.mock.world.World#arriving} what each tick sees, where rows come late or wrong.
 * {@link org.minorityreport.mock.world.RandomHappenings} draws happenings for worlds without a
 * script.
 *
 * <p>A warm-up of 28 days in which nothing happens always comes first. Sales are counts about a
 * mean: the level of store and product, times the rhythm of the local week of the store's format,
 * times the factors of the happenings there.
 */
@NullMarked
package org.minorityreport.mock.world;

import org.jspecify.annotations.NullMarked;
