package org.minorityreport.core.model;

/**
 * An answer that is logged and not used, as it claims less for itself than the route asks for.
 * Immutable.
 *
 * @param by the model that gave it
 * @param answer the answer
 * @param message what it claims, and what is asked for
 * @param <A> type of the answer
 */
public record SetAside<A>(CalledModel by, A answer, String message) {}
