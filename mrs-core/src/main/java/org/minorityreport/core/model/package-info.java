/**
 * The edge to the models: {@link org.minorityreport.core.model.ModelCatalogue} finds providers and
 * chooses, {@link org.minorityreport.core.model.Models} holds the choice, {@link
 * org.minorityreport.core.model.ModelEdge} wraps what a model throws or answers outside its
 * contract, once and with its name.
 */
@NullMarked
package org.minorityreport.core.model;

import org.jspecify.annotations.NullMarked;
