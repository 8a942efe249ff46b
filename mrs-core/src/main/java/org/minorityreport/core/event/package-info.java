/**
 * What the reports of an event come to together: {@link
 * org.minorityreport.core.event.EventFigures}, from one {@link
 * org.minorityreport.core.event.EventPart} per report. Rows of cohorting and hydrated events have
 * their figures from here, so both say the same of the same reports.
 */
@NullMarked
package org.minorityreport.core.event;

import org.jspecify.annotations.NullMarked;
