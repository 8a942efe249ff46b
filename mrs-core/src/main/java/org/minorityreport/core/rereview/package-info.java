/**
 * Re-review: reports are looked at again because something happened that their proposals could not
 * know (spec 4.7, 4.11). {@link org.minorityreport.core.rereview.NewEvidence} picks the reports
 * that context of which nobody knew concerns, {@link org.minorityreport.core.rereview.Rounds} makes
 * the rows of their rounds, {@link org.minorityreport.core.rereview.Signals} picks those that a
 * confirmed pattern, a changed cluster or a loss of confidence concerns.
 *
 * <p>All of it is pure: what to look at comes in, rows come out. Further triggers are further ways
 * to make a {@link org.minorityreport.core.rereview.Pick}.
 */
@NullMarked
package org.minorityreport.core.rereview;

import org.jspecify.annotations.NullMarked;
