package org.minorityreport.core.log.file;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.minorityreport.api.log.Commit;
import org.minorityreport.api.log.Log;
import org.minorityreport.api.log.LogRow;
import org.minorityreport.api.log.LogSlice;

/** What of a commit is news, with its versions. One thread at a time. */
final class Batch {
  private final Function<Log<?>, KnownRows> known;
  private final Map<Log<?>, Map<KeyHash, NewestVersion>> changed = new HashMap<>();
  private final List<NewSlice> slices = new ArrayList<>();
  private long newRows;
  private long newVersions;
  private long duplicates;

  private Batch(Function<Log<?>, KnownRows> known) {
    this.known = known;
  }

  static Batch of(Commit commit, Function<Log<?>, KnownRows> known) {
    Batch batch = new Batch(known);
    commit.slices().forEach(batch::add);
    return batch;
  }

  List<NewSlice> slices() {
    return slices;
  }

  /** How many bytes all slices have. */
  long bytes() {
    return slices.stream().mapToLong(NewSlice::length).sum();
  }

  /** The digests of the slices, in their order. */
  List<SliceDigests> digests() {
    return slices.stream().map(NewSlice::digests).toList();
  }

  long newRows() {
    return newRows;
  }

  long newVersions() {
    return newVersions;
  }

  long duplicates() {
    return duplicates;
  }

  private void add(LogSlice slice) {
    slice.check();
    NewSlice news = new NewSlice(slice);
    Map<KeyHash, NewestVersion> ofLog =
        changed.computeIfAbsent(slice.log(), log -> new HashMap<>());
    KnownRows stored = known.apply(slice.log());
    for (LogRow row : slice.rows()) {
      if (stored.isRepeated(row, ofLog.keySet())) {
        duplicates++;
        continue;
      }
      KeyHash key = RowHash.ofKey(row.key());
      @Nullable NewestVersion inCommit = ofLog.get(key);
      @Nullable NewestVersion before = inCommit == null ? stored.newest(key, row) : inCommit;
      if (before != null && before.says(row)) {
        duplicates++;
        continue;
      }
      int version = before == null ? 1 : before.version() + 1;
      news.add(row, key, version);
      ofLog.put(key, new NewestVersion(version, row));
      if (before == null) {
        newRows++;
      } else {
        newVersions++;
      }
    }
    if (!news.rows().isEmpty()) {
      slices.add(news);
    }
  }
}
