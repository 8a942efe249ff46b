/**
 * Measures what the protection feed is worth to a mix model, on simulated worlds whose truth is
 * known.
 *
 * <p>{@link org.minorityreport.examples.benefit.Benefit} is the command. {@code DrawnWorld} draws
 * campaigns and anomalies, {@code Trial} plays one world, {@code Analyst} decides, {@code MixModel}
 * fits, {@code BenefitPage} and {@code Picture} show what came of it.
 */
@NullMarked
package org.minorityreport.examples.benefit;

import org.jspecify.annotations.NullMarked;
