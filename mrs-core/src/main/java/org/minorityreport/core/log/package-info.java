/**
 * Log stores that ship with the library: {@link org.minorityreport.core.log.LogStores} makes them.
 * The one here holds everything in memory, for tests and short-lived hosts; its memory grows with
 * the rows, about their JSON plus 200 bytes each. The one that lasts is in {@link
 * org.minorityreport.core.log.file}.
 */
@NullMarked
package org.minorityreport.core.log;

import org.jspecify.annotations.NullMarked;
