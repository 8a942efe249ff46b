/**
 * The exceptions of the library, one unchecked root with two branches: {@link
 * org.minorityreport.api.error.UsageException} (the caller can act) and {@link
 * org.minorityreport.api.error.ContractException} (a plug-in or the library broke a contract).
 *
 * <p>Messages say what was wrong, with which value, where, and what to do; the facts of a message
 * that a program may need are also fields of the exception.
 */
@NullMarked
package org.minorityreport.api.error;

import org.jspecify.annotations.NullMarked;
