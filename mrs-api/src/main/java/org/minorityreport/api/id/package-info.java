/**
 * The identities of the domain: {@link org.minorityreport.api.id.StoreId} and {@link
 * org.minorityreport.api.id.Sku} name a {@linkplain org.minorityreport.api.id.SeriesId series},
 * {@link org.minorityreport.api.id.ReportId}, {@link org.minorityreport.api.id.EventId} and {@link
 * org.minorityreport.api.id.AnnotationId} are computed (by the identity of core) from what they
 * stand for, {@link org.minorityreport.api.id.RunId} names a line of work.
 *
 * <p>All are immutable, compare by their text in the order of {@link String#compareTo}, and are
 * plain strings in JSON.
 */
@NullMarked
package org.minorityreport.api.id;

import org.jspecify.annotations.NullMarked;
