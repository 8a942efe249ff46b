/**
 * What is known of the models of a run: {@link org.minorityreport.core.registry.ModelRegistry}
 * reads and writes model_registry_log, {@link org.minorityreport.core.registry.Governance} refuses
 * what a governed run does not allow.
 */
@NullMarked
package org.minorityreport.core.registry;

import org.jspecify.annotations.NullMarked;
