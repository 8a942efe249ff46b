package org.minorityreport.core.alert;

import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import org.minorityreport.api.alert.AlertLevel;
import org.minorityreport.api.alert.AlertRule;

/**
 * A subject that meets a rule.
 *
 * @param rule the rule
 * @param subject what it is about, as rows say it
 * @param level the highest level that is reached
 * @param condition the condition in words
 * @param path where the host shows it, after its base address
 * @param retailers its retailers
 * @param regions its regions
 * @param category its category
 * @param isOfHealth whether it is about health
 * @param keptOut why it is kept out of alerts; empty if it is not
 * @param isDecided whether somebody decided about it: nobody else need be called then
 * @param since when the subject came up
 */
record Match(
    AlertRule rule,
    String subject,
    AlertLevel level,
    String condition,
    String path,
    Set<String> retailers,
    Set<String> regions,
    Optional<String> category,
    boolean isOfHealth,
    Optional<String> keptOut,
    boolean isDecided,
    Instant since) {}
