/**
 * Canonical JSON: one text for one value, on every machine. {@link
 * org.minorityreport.core.json.CanonicalJson} writes and reads values, {@link
 * org.minorityreport.core.json.LogCodec} turns records into rows of logs and back.
 *
 * <p>UTF-8, no white space, properties in declared order, maps sorted by key, absent values
 * omitted, instants as {@link java.time.Instant#toString()}, decimals plain, doubles in the
 * shortest digits that read back the same, by an algorithm that does not depend on the JDK.
 */
@NullMarked
package org.minorityreport.core.json;

import org.jspecify.annotations.NullMarked;
