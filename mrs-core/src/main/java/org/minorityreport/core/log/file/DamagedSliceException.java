package org.minorityreport.core.log.file;

import org.minorityreport.api.error.LogStoreException;

/** Bytes of a slice are not those that were written. */
final class DamagedSliceException extends LogStoreException {
  private static final long serialVersionUID = 1L;

  private final transient Finding finding;

  DamagedSliceException(Finding finding) {
    super(finding + "; restore the file from a copy");
    this.finding = finding;
  }

  Finding finding() {
    return finding;
  }
}
