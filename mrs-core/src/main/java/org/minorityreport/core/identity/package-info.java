/**
 * Identity: {@link org.minorityreport.core.identity.Identity} computes the ids of reports, events
 * and configurations, {@link org.minorityreport.core.identity.Digests} the digests behind them.
 *
 * <p>Hash input, to the byte: the parts as UTF-8, joined by {@code |} where said so, else as the
 * canonical JSON array of the parts; SHA-256; lower-case hex; the first 32 digits. Instants as
 * ISO-8601 in UTC with seconds always present and a fraction only if non-zero, in groups of three
 * digits.
 */
@NullMarked
package org.minorityreport.core.identity;

import org.jspecify.annotations.NullMarked;
