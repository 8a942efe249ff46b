package org.minorityreport.core.log.file;

import org.jspecify.annotations.Nullable;
import org.minorityreport.api.log.LogRow;

/** What the newest version of a key is and says. Immutable. */
final class NewestVersion {
  private final int version;
  private final @Nullable KeyHash content;
  private final @Nullable LogRow row;

  /** One that is stored. */
  NewestVersion(int version, KeyHash content) {
    this.version = version;
    this.content = content;
    this.row = null;
  }

  /** One in the same commit, which need not be hashed unless its key comes again. */
  NewestVersion(int version, LogRow row) {
    this.version = version;
    this.content = null;
    this.row = row;
  }

  int version() {
    return version;
  }

  boolean says(LogRow other) {
    KeyHash known = row == null ? content : RowHash.ofContent(row);
    return RowHash.ofContent(other).equals(known);
  }
}
