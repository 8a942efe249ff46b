package org.minorityreport.core.run;

/**
 * What the stages made of a tick.
 *
 * @param rows rows to be appended
 * @param carry what the next tick needs
 * @param reports how many reports were open or closed
 * @param events how many events changed
 */
record TickOutcome(TickRows rows, RunCarry carry, int reports, int events) {}
