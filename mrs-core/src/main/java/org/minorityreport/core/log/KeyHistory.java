package org.minorityreport.core.log;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.minorityreport.api.log.CommitPosition;
import org.minorityreport.api.log.LogRow;
import org.minorityreport.api.log.StoredRow;

/** The versions of one key. Immutable, so that readers may hold it while the writer goes on. */
final class KeyHistory {
  private final List<StoredRow> versions;
  private final byte[] newestDigest;

  private KeyHistory(List<StoredRow> versions, byte[] newestDigest) {
    this.versions = versions;
    this.newestDigest = newestDigest;
  }

  static KeyHistory after(@Nullable KeyHistory before, LogRow row, StoredRow stored) {
    List<StoredRow> versions = new ArrayList<>(before == null ? List.of() : before.versions);
    versions.add(stored);
    return new KeyHistory(List.copyOf(versions), row.contentDigest());
  }

  boolean newestSays(LogRow row) {
    return row.sameContent(newestDigest);
  }

  int newestVersion() {
    return versions.get(versions.size() - 1).version();
  }

  Optional<StoredRow> newestAt(CommitPosition position) {
    for (int i = versions.size() - 1; i >= 0; i--) {
      if (versions.get(i).position().compareTo(position) <= 0) {
        return Optional.of(versions.get(i));
      }
    }
    return Optional.empty();
  }
}
