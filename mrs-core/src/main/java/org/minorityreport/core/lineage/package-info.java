/**
 * What a run is made of: {@link org.minorityreport.core.lineage.Lineage} counts inputs, stages,
 * logs and datasets into a {@link org.minorityreport.api.lineage.LineageGraph}, {@link
 * org.minorityreport.core.lineage.LineageText} writes it as text, Mermaid or Graphviz DOT.
 *
 * <p>Which stage writes a log is what the log says of its writers; which stage reads one is stated
 * in {@code Reads}, as no row tells it.
 */
@NullMarked
package org.minorityreport.core.lineage;

import org.jspecify.annotations.NullMarked;
