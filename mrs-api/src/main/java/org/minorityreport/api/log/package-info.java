/**
 * Append-only logs: {@link org.minorityreport.api.log.Logs} lists them, each a {@link
 * org.minorityreport.api.log.Log} with its record, key and writer; a {@link
 * org.minorityreport.api.log.LogStore} keeps their rows as canonical JSON. A {@link
 * org.minorityreport.api.log.Commit} of slices goes in whole or not at all and gets a {@link
 * org.minorityreport.api.log.CommitPosition}, which is totally ordered across all logs. Questions
 * about the past say {@link org.minorityreport.api.log.AsOf} when: a position, the name of one, or
 * a tick.
 *
 * <p>The store knows rows as bytes with a key, never as records: it assigns versions and drops
 * duplicates, and that is the same for every log. A row may be a retraction of its key.
 */
@NullMarked
package org.minorityreport.api.log;

import org.jspecify.annotations.NullMarked;
