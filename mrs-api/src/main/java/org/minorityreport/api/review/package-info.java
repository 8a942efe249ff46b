/**
 * What people do about reports and events: who ({@link org.minorityreport.api.review.Actor}), what
 * they ask for ({@link org.minorityreport.api.review.Commands}), what became of it ({@link
 * org.minorityreport.api.review.Done}, {@link org.minorityreport.api.review.ActRefusedException}),
 * and what waits for them ({@link org.minorityreport.api.review.WorkItem}, {@link
 * org.minorityreport.api.review.OpenQuestion}, {@link org.minorityreport.api.review.Conflict}).
 */
@NullMarked
package org.minorityreport.api.review;

import org.jspecify.annotations.NullMarked;
