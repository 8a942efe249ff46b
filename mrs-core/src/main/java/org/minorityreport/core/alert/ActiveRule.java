package org.minorityreport.core.alert;

import java.time.Instant;
import org.minorityreport.api.alert.AlertRule;

/**
 * A rule in force.
 *
 * @param rule what it says
 * @param since from when this version holds: what was over before is not told any more
 */
record ActiveRule(AlertRule rule, Instant since) {}
