/**
 * What can cause an anomaly: an open tree of {@linkplain
 * org.minorityreport.api.taxonomy.CauseCategory categories} and subtypes, shipped as data with core
 * and extended by hosts through {@link org.minorityreport.api.taxonomy.Taxonomy#with}.
 *
 * <p>A category that the tree lacks is novel, never an error.
 */
@NullMarked
package org.minorityreport.api.taxonomy;

import org.jspecify.annotations.NullMarked;
