/**
 * Ways from one thing to another: {@link org.minorityreport.core.walk.Walks} leads from a report or
 * event to its event, reports, stores, campaigns and context events, from each of these back to its
 * reports, and from an earlier position to what is shown otherwise since.
 */
@NullMarked
package org.minorityreport.core.walk;

import org.jspecify.annotations.NullMarked;
