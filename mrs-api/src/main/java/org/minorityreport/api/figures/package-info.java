/**
 * What the system came to over a period, as values: {@link
 * org.minorityreport.api.figures.KeyFigures} with the ids that each figure counts.
 */
@NullMarked
package org.minorityreport.api.figures;

import org.jspecify.annotations.NullMarked;
