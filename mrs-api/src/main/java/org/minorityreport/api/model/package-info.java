/**
 * The service interface for models: a {@link org.minorityreport.api.model.ModelProvider} is found
 * through {@link java.util.ServiceLoader} and creates a {@link org.minorityreport.api.model.Model}
 * for a {@link org.minorityreport.api.model.ModelRole}.
 *
 * <p>One interface per role: {@link org.minorityreport.api.model.BaselineModel}, {@link
 * org.minorityreport.api.model.ClassifierModel}, {@link org.minorityreport.api.model.ClusterModel},
 * {@link org.minorityreport.api.model.AttributionModel}, {@link
 * org.minorityreport.api.model.CohortModel}. Questions and answers are immutable values, so that a
 * later field breaks no model. Models see nothing of core.
 */
@NullMarked
package org.minorityreport.api.model;

import org.jspecify.annotations.NullMarked;
