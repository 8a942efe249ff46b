/**
 * Models that are wrong on purpose, each in a line or two, as an author could have written them.
 * {@link org.minorityreport.testkit.model.wrong.WrongModel} lists them all; the {@code Right...}
 * classes are what they would be without the mistake.
 */
@NullMarked
package org.minorityreport.testkit.model.wrong;

import org.jspecify.annotations.NullMarked;
