/**
 * The process kill: what a log store must survive when its process ends without a word, its disk is
 * full or its directory becomes read-only, and what it owes to other processes. The author of a
 * store extends {@link org.minorityreport.testkit.store.kill.ProcessKillContract} and says with a
 * {@link org.minorityreport.testkit.store.kill.KillableStore} how the store is opened.
 *
 * <p>A writer runs in a JVM of its own and says after each append which commit was acknowledged. It
 * is killed at a random moment; then the store is opened and compared, row by row, with what those
 * commits must come to. The content of a commit follows from a seed and its number, so both sides
 * know it without a word between them.
 */
@NullMarked
package org.minorityreport.testkit.store.kill;

import org.jspecify.annotations.NullMarked;
