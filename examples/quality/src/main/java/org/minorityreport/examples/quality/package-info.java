/**
 * Measures how well the shipped models do on simulated worlds whose truth is known.
 *
 * <p>{@link org.minorityreport.examples.quality.Quality} is the command. {@code Measurement} plays
 * worlds and lets the test kit count what came of them; {@code QualityPage} writes it down.
 */
@NullMarked
package org.minorityreport.examples.quality;

import org.jspecify.annotations.NullMarked;
