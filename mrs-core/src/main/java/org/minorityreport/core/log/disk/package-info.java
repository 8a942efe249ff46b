/**
 * What a store asks of a disk, so small that a test can put a faulty one in: {@link
 * org.minorityreport.core.log.disk.Disk} has the directory, {@link
 * org.minorityreport.core.log.disk.DiskFile} the open file. Stores of other authors may write
 * through it too, and are then tested with the faulty disk of the test kit.
 */
@NullMarked
package org.minorityreport.core.log.disk;

import org.jspecify.annotations.NullMarked;
