/**
 * The edge to the models: {@link org.minorityreport.core.model.ModelCatalogue} finds providers and
 * chooses, {@link org.minorityreport.core.model.Models} holds the choice, {@link
 * org.minorityreport.core.model.AskedModel} calls them through a guard: what throws or breaks a
 * rule is a {@link org.minorityreport.core.model.FailedCall}, and the fallback is asked.
 */
@NullMarked
package org.minorityreport.core.model;

import org.jspecify.annotations.NullMarked;
