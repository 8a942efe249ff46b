package org.minorityreport.core.decision;

import java.time.Instant;
import java.util.Optional;
import org.minorityreport.api.id.AnnotationId;

/**
 * That a report was confirmed for some time. Immutable.
 *
 * @param act the act that did it
 * @param from the first tick that saw it
 * @param until the first tick that saw it taken back
 */
record Confirmed(AnnotationId act, Instant from, Optional<Instant> until) {}
