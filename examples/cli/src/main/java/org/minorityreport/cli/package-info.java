/**
 * The {@code mrs} command: the whole system in a terminal, on files; one class per command, entered
 * at {@link org.minorityreport.cli.Main}.
 */
@NullMarked
package org.minorityreport.cli;

import org.jspecify.annotations.NullMarked;
