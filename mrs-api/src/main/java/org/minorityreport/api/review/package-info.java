/**
 * What people do about reports and events: who ({@link org.minorityreport.api.review.Actor}), and
 * what they ask for.
 */
@NullMarked
package org.minorityreport.api.review;

import org.jspecify.annotations.NullMarked;
