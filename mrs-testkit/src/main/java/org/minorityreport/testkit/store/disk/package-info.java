/**
 * A disk that breaks on demand: {@link org.minorityreport.testkit.store.disk.FaultyDisk} keeps
 * files in memory, counts calls, fails, stops, tears a write, fills up, turns read-only, and loses
 * its power with one of the outcomes of {@link org.minorityreport.testkit.store.disk.PowerLoss}.
 */
@NullMarked
package org.minorityreport.testkit.store.disk;

import org.jspecify.annotations.NullMarked;
