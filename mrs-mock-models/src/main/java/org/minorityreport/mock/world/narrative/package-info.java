/**
 * What may happen in the simulated world, as data that people write and extend.
 *
 * <p>A {@link org.minorityreport.mock.world.narrative.NarrativeLibrary} is read from one JSON file
 * and holds {@link org.minorityreport.mock.world.narrative.Narrative}s. Each says when (days after
 * the warm-up and local time), how long, in which {@link
 * org.minorityreport.mock.world.narrative.ShapeFamily} and size, at which {@link
 * org.minorityreport.mock.world.narrative.Places} and for which share of the products sales change,
 * and which {@link org.minorityreport.mock.world.narrative.ContextTrace}s it leaves among campaigns
 * and context events. Whatever is wrong in a file is refused with narrative, field, value and rule.
 *
 * <p>Beside them stand {@link org.minorityreport.mock.world.narrative.FeedFault}s, which change
 * what arrives rather than what is sold, and {@link
 * org.minorityreport.mock.world.narrative.Outage}s of models.
 *
 * <p>A narrative names no store and no date, so that one library serves worlds of any size that
 * begin at any day.
 */
@NullMarked
package org.minorityreport.mock.world.narrative;

import org.jspecify.annotations.NullMarked;
