/**
 * What people do about reports and events (spec 7): {@link org.minorityreport.core.review.Reviews}
 * checks every command against roles, rules and what has changed since the person looked, and
 * appends it as one row; {@link org.minorityreport.core.review.WorkLists} says what waits for whom.
 */
@NullMarked
package org.minorityreport.core.review;

import org.jspecify.annotations.NullMarked;
