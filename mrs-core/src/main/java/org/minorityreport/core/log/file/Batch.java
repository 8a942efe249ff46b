package org.minorityreport.core.log.file;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.minorityreport.api.log.Commit;
import org.minorityreport.api.log.Log;
import org.minorityreport.api.log.LogRow;
import org.minorityreport.api.log.LogSlice;

/** What of a commit is news, with its versions. One thread at a time. */
final class Batch {
  /** From how many rows on they are hashed on several threads. */
  private static final int SIDE_BY_SIDE = 256;

  private final Function<Log<?>, LogKeys> keys;
  private final Map<Log<?>, Map<KeyHash, NewestVersion>> changed = new HashMap<>();
  private final List<NewSlice> slices = new ArrayList<>();
  private long newRows;
  private long newVersions;
  private long duplicates;

  private Batch(Function<Log<?>, LogKeys> keys) {
    this.keys = keys;
  }

  static Batch of(Commit commit, Function<Log<?>, LogKeys> keys) {
    Batch batch = new Batch(keys);
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
    for (Known known : known(slice)) {
      @Nullable NewestVersion inCommit = ofLog.get(known.key());
      @Nullable NewestVersion before = inCommit == null ? known.before() : inCommit;
      if (before != null && before.says(known.row())) {
        duplicates++;
        continue;
      }
      int version = before == null ? 1 : before.version() + 1;
      news.add(known.row(), known.key(), version);
      ofLog.put(known.key(), new NewestVersion(version, known.row()));
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

  /** Each row is looked up on its own, so many of them on several threads. */
  private List<Known> known(LogSlice slice) {
    LogKeys ofLog = keys.apply(slice.log());
    List<LogRow> rows = slice.rows();
    Stream<LogRow> all = rows.size() < SIDE_BY_SIDE ? rows.stream() : rows.parallelStream();
    return all.map(row -> Known.of(row, ofLog)).toList();
  }

  /**
   * A row and what is known of its key.
   *
   * @param row the row
   * @param key hash of its key
   * @param before the newest version before this commit
   */
  private record Known(LogRow row, KeyHash key, @Nullable NewestVersion before) {
    static Known of(LogRow row, LogKeys keys) {
      KeyHash key = RowHash.ofKey(row.key());
      @Nullable NewestVersion before = keys.newest(key, row);
      if (before != null) {
        row.contentDigest(); // here, where other threads help; of a new key it can wait
      }
      return new Known(row, key, before);
    }
  }
}
