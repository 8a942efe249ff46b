/**
 * Measures how well the shipped models do on simulated worlds whose truth is known.
 *
 * <p>{@link org.minorityreport.examples.quality.Quality} is the command. A {@code PlayedWorld} is a
 * world that went through all stages, with what was found and what is true; {@code Matching} says
 * which of the found windows belong to which happening. From these {@code DetectionFigures}, {@code
 * CauseFigures} and {@code EventFigures} are counted, and {@code QualityPage} writes them down.
 */
@NullMarked
package org.minorityreport.examples.quality;

import org.jspecify.annotations.NullMarked;
