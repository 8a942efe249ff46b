/**
 * What optimisers read (spec 8.5): {@link org.minorityreport.api.feed.Assessment} says what to do
 * about a report, {@link org.minorityreport.api.feed.ProtectedStep} what a step of a series is
 * worth, {@link org.minorityreport.api.feed.MaskWindow}, {@link
 * org.minorityreport.api.feed.MaskMatrix} and {@link org.minorityreport.api.feed.MaskScope} what to
 * leave out, {@link org.minorityreport.api.feed.SafetyReport} whether that is too much, {@link
 * org.minorityreport.api.feed.FeedChange} what became different since, {@link
 * org.minorityreport.api.feed.Outlook} how an open report may go on.
 */
@NullMarked
package org.minorityreport.api.feed;

import org.jspecify.annotations.NullMarked;
