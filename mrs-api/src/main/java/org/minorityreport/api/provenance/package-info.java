/**
 * Answers to "where does that come from?": {@link org.minorityreport.api.provenance.Trail} lists
 * every row about a report or event and what each commit changed, {@link
 * org.minorityreport.api.provenance.Explanation} leads from one shown value to the rows, stage,
 * models and inputs that it comes from, {@link org.minorityreport.api.provenance.FieldHistory}
 * lists the values that a field had.
 *
 * <p>Values of fields are what JSON reads: text, {@code Boolean}, numbers, lists and maps. A {@link
 * org.minorityreport.api.provenance.LogGap} names what of a damaged log could not be read; all else
 * is made of what could.
 */
@NullMarked
package org.minorityreport.api.provenance;

import org.jspecify.annotations.NullMarked;
