/**
 * The protection feed (spec 8.5): {@link org.minorityreport.core.feed.ProtectionFeed} gives what
 * optimisers read, as of any moment.
 *
 * <p>What is left out comes from hydrated reports ({@code FeedState}), actual and expected units
 * from the day rows of the log of baseline predictions ({@code DayIndex} finds those that stand,
 * {@code DayReader} reads some at a time), and both meet step by step in {@code ProtectedSales}. Of
 * the sales no more than some days of one series are held at a time.
 */
@NullMarked
package org.minorityreport.core.feed;

import org.jspecify.annotations.NullMarked;
