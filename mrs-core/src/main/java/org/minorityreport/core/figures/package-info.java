/**
 * Computes the key figures of a run from its logs: {@link org.minorityreport.core.figures.Figures}
 * makes {@link org.minorityreport.api.figures.KeyFigures} as of any moment.
 */
@NullMarked
package org.minorityreport.core.figures;

import org.jspecify.annotations.NullMarked;
