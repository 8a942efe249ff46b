/**
 * Measures how well models do on simulated worlds whose truth is known.
 *
 * <p>A {@link org.minorityreport.testkit.quality.PlayedWorld} is a world that went through all
 * stages, with what was found and what is true; {@link
 * org.minorityreport.testkit.quality.WorldFigures} adds up what came of it: {@link
 * org.minorityreport.testkit.quality.DetectionFigures}, {@link
 * org.minorityreport.testkit.quality.CauseFigures} and {@link
 * org.minorityreport.testkit.quality.EventFigures}. {@code Matching} says which of the found
 * windows belong to which happening. {@link org.minorityreport.testkit.quality.QualityReport} sets
 * the figures of one model beside those of the mock.
 */
@NullMarked
package org.minorityreport.testkit.quality;

import org.jspecify.annotations.NullMarked;
