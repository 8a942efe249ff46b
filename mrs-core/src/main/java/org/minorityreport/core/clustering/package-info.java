/**
 * The clustering stage: from the slice of a report to the 16 numbers of its shape ({@link
 * org.minorityreport.core.clustering.FeatureVector}), standardised by {@link
 * org.minorityreport.core.clustering.FeatureScales}, to what the cluster model says of it ({@link
 * org.minorityreport.core.clustering.Clustering}).
 *
 * <p>The features are computed here, whichever model is loaded, so that two models can be compared
 * and a library of shapes outlives the model that made it.
 */
@NullMarked
package org.minorityreport.core.clustering;

import org.jspecify.annotations.NullMarked;
