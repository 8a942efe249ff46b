package org.minorityreport.core.decision;

import org.minorityreport.api.id.AnnotationId;
import org.minorityreport.api.stage.RejectedCause;

/**
 * That a person rejected what was proposed for a report, and linked what it was instead. Immutable.
 *
 * @param target the report, or its event
 * @param act the act
 * @param cause what was proposed for the report before the first tick that saw the act
 */
record Rejection(String target, AnnotationId act, RejectedCause cause) {}
