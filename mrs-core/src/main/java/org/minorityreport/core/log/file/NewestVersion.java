package org.minorityreport.core.log.file;

/**
 * What the newest version of a key is and says.
 *
 * @param version its number
 * @param content digest of what it says
 */
record NewestVersion(int version, KeyHash content) {
  static NewestVersion of(KeyTable table, int row) {
    return new NewestVersion(table.version(row), table.content(row));
  }
}
