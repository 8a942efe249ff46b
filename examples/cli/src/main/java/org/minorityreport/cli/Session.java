package org.minorityreport.cli;

import org.minorityreport.core.Mrs;
import org.minorityreport.core.log.file.DirectoryLogStore;

/** A run of an opened store, both closed together. */
record Session(DirectoryLogStore logs, Mrs mrs) implements AutoCloseable {
  @Override
  public void close() {
    try (logs) {
      mrs.close();
    }
  }
}
