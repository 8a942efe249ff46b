/**
 * The façade: {@link org.minorityreport.core.Mrs} is all that a host needs to run ticks and read
 * reports and events.
 *
 * <p>Data flow through the packages below: {@code input} (what is new) - {@code detection} - {@code
 * clustering} - {@code attribution} - {@code cohorting}, driven by {@code run} and kept in {@code
 * log}; {@code hydrate} makes views of the logs, {@code tag} names states of them. {@code identity}
 * and {@code json} give ids and bytes to all of them, {@code model} is the edge to the models.
 */
@NullMarked
package org.minorityreport.core;

import org.jspecify.annotations.NullMarked;
