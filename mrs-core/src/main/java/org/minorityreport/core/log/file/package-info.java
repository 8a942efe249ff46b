/**
 * A log store in a directory: plain JSON Lines that anybody can read, and a journal that says which
 * of them count. {@link org.minorityreport.core.log.file.DirectoryLogStore} is the store, {@link
 * org.minorityreport.core.log.file.DirectoryOptions} how to open it, {@link
 * org.minorityreport.core.log.file.Finding} what it may find, {@link
 * org.minorityreport.core.log.file.Anchor} what proves later that nothing was changed or cut off.
 * All reading and writing goes through {@link org.minorityreport.core.log.disk.Disk}.
 *
 * <h2>Format, version 1</h2>
 *
 * <p>The directory holds the files {@code format}, {@code journal}, {@code lock}, {@code holder},
 * one folder per log that has rows, named by its wire name, and {@code torn} if anything was moved
 * aside, {@code cache}. Other names are left alone. All text is UTF-8, line break is LF, hex is
 * lower case, SHA-256 is over raw bytes.
 *
 * <ul>
 *   <li>{@code format} is exactly <code>{"format":"minority-report-logs","version":1}</code> and
 *       LF. A reader must reject anything else, telling another version from damage. It is made
 *       last, by renaming {@code format.new}; {@code journal} is there before.
 *   <li>{@code LOG/000001.jsonl}, {@code 000002.jsonl}, ... are segments: rows in canonical JSON,
 *       each followed by LF, and nothing else. A segment that would grow beyond the size of the
 *       options is followed by the next; a slice lies in one segment.
 *   <li>{@code journal} holds one entry per commit, positions from 1 without gap. An entry is
 *       <pre>LENGTH SP CHECK SP HASH SP JSON LF</pre>
 *       LENGTH: 8 hex digits, bytes of the whole entry from LENGTH to LF. CHECK: 8 hex digits,
 *       CRC32C of the 8 characters of LENGTH. HASH: 64 hex digits, SHA-256 of the 32 bytes of the
 *       hash before and the bytes of JSON; the hash before the first entry is SHA-256 of the bytes
 *       of {@code format}.
 *   <li>JSON has exactly these fields in this order, without white space: {@code position}; {@code
 *       committed_at}, ISO-8601 in UTC; {@code slices}, an array of {@code log} (wire name), {@code
 *       writer} (name in lower case), {@code segment} (number), {@code offset}, {@code length}
 *       (bytes, every LF included), {@code rows}, {@code runs} (object sorted by run: {@code
 *       first}, number of the first of its rows in the log's rows of that run, from 1, and {@code
 *       rows}), {@code crc32c} (8 hex digits) and {@code sha256} (64) of the bytes of the slice.
 *   <li>{@code lock} is empty and locked by the writer; {@code holder} says in words who that is.
 *   <li>{@code torn} holds what was moved aside: {@code FILE.at-OFFSET.copy-N}.
 * </ul>
 *
 * <p>A row counts if and only if a valid entry covers it. An entry is torn if the file ends before
 * the end that LENGTH declares, or before a whole LENGTH SP CHECK SP, or if everything from its
 * place to the end of the file is zero. It is damaged if it is complete and CHECK, HASH, the
 * separators or JSON do not match, if its position is not the next, if a slice does not begin where
 * the one before of its log ended (or at 0 of the next segment), or if row numbers do not follow. A
 * reader must reject a slice whose CRC32C does not match; {@code verify} also computes SHA-256 and
 * parses every row. Behind a damaged entry a reader goes on, taking as hash before the one that the
 * damaged entry states or the one that its JSON makes.
 *
 * <h2>Order of writing</h2>
 *
 * <p>Slices are written and forced, names of new files made to last, then the entry is written and
 * forced, then the commit is acknowledged. So an entry never speaks of bytes that a loss of power
 * can take. Opening for writing moves aside a torn tail of the journal, entries from the first one
 * on whose slices are not all there (a copy taken while the store was written), and bytes of
 * segments that no entry covers; it refuses, and moves nothing, if anything is damaged.
 *
 * <h2>Memory</h2>
 *
 * <p>Keys of recent rows are in the heap: 64 to 130 bytes each, at most {@link
 * org.minorityreport.core.log.file.DirectoryOptions#heapKeys() so many} of a log and those of one
 * commit, twice while they are written to the cache; older ones are in files that are mapped. A log
 * whose rows come again in their order has one slice in the heap, if that is no more than 4 MiB.
 * About 80 bytes for each slice and 24 for each commit; none for a row as such. A store open for
 * reading keeps keys only of logs whose {@code latest} was asked for, and holds those in the heap
 * that are not in the cache.
 *
 * <h2>Cache</h2>
 *
 * <p>{@code cache} holds what is made out of journal and segments: {@code commits} and, per log,
 * files of keys. It may be deleted at any time. A file counts only if its checksum matches and it
 * was made at a commit of this journal, which its chain hash tells; so a foreign, older or longer
 * one is no danger. Files of keys hold rows that follow each other; a key is looked for in the
 * newest first, and only in those whose ticks include that of the row, if ticks are part of the
 * key.
 */
@NullMarked
package org.minorityreport.core.log.file;

import org.jspecify.annotations.NullMarked;
