/**
 * Plain text for terminals: a {@link org.minorityreport.core.text.TextPage} of lines that are at
 * most as wide as a terminal; and {@link org.minorityreport.core.text.Nearest}, the word that
 * somebody probably meant.
 */
@NullMarked
package org.minorityreport.core.text;

import org.jspecify.annotations.NullMarked;
