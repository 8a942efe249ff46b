/**
 * What people and optimisers read: {@link org.minorityreport.api.view.MinorityReports} and {@link
 * org.minorityreport.api.view.MinorityEvents}, hydrated from the logs by fixed precedence.
 *
 * <p>Each value of a {@link org.minorityreport.api.view.MinorityReport} names its {@link
 * org.minorityreport.api.view.ValueSource} by group, and the row names every {@link
 * org.minorityreport.api.view.RowRef} that contributed. What is looked for is said by a {@link
 * org.minorityreport.api.view.ReportQuery} or an {@link org.minorityreport.api.view.EventQuery}.
 */
@NullMarked
package org.minorityreport.api.view;

import org.jspecify.annotations.NullMarked;
