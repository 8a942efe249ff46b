/**
 * Sorted maps in one file, which is looked into and never read whole: the form in which {@linkplain
 * org.minorityreport.core.hydrate.Hydration a view} is kept between two processes. {@link
 * org.minorityreport.core.snapshot.SnapshotWriter} writes them, {@link
 * org.minorityreport.core.snapshot.Snapshot} finds them again.
 */
@NullMarked
package org.minorityreport.core.snapshot;

import org.jspecify.annotations.NullMarked;
