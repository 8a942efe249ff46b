/**
 * What a run is made of: a {@link org.minorityreport.api.lineage.LineageGraph} of inputs, stages,
 * logs and datasets with row counts and versions of models.
 */
@NullMarked
package org.minorityreport.api.lineage;

import org.jspecify.annotations.NullMarked;
