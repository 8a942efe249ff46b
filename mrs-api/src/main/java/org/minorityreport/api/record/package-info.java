/**
 * The canonical records: one immutable type per log, each field as it stands in the row.
 *
 * <p>Rows about reports share a {@link org.minorityreport.api.record.ReportSpine}; stages add
 * {@link org.minorityreport.api.record.ClusterFields}, {@link
 * org.minorityreport.api.record.CauseFields} and {@link org.minorityreport.api.record.CohortFields}
 * to it. What people do is a {@link org.minorityreport.api.record.UserEdit}, what their decisions
 * come to a {@link org.minorityreport.api.record.ReportFinalised}. Rows about calls to models share
 * {@link org.minorityreport.api.record.ModelColumns}. Wire names are the snake_case of the
 * accessor; the order of properties is that of the shared groups in the order of the {@code
 * extends} clause, then the record's own; a name that it declares again stands where it declares
 * it. Fields are only ever added.
 *
 * <p>Words that a stage writes are enums. Words that stand in rows of people, finalisation and
 * re-review are texts, because the lists of spec 7.2 and 4.7 grow: a row with a word of a newer
 * library is read and kept, and has no effect. The words known today are enums beside them, such as
 * {@link org.minorityreport.api.record.EditAction}.
 */
@NullMarked
package org.minorityreport.api.record;

import org.jspecify.annotations.NullMarked;
