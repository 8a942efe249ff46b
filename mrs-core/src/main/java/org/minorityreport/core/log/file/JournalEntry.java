package org.minorityreport.core.log.file;

import java.time.Instant;
import java.util.List;

/**
 * A commit as the journal has it.
 *
 * @param position its position, from 1
 * @param committedAt wall time of its arrival
 * @param slices its rows, log by log
 */
record JournalEntry(long position, Instant committedAt, List<Slice> slices) {}
