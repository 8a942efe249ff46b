/**
 * One door to all that can be asked about how a run came to what it shows: {@link
 * org.minorityreport.core.audit.Audit}.
 */
@NullMarked
package org.minorityreport.core.audit;

import org.jspecify.annotations.NullMarked;
