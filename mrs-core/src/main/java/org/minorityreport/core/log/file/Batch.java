package org.minorityreport.core.log.file;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.minorityreport.api.error.ContractException;
import org.minorityreport.api.error.LogStoreException;
import org.minorityreport.api.log.Commit;
import org.minorityreport.api.log.Log;
import org.minorityreport.api.log.LogRow;
import org.minorityreport.api.log.LogSlice;
import org.minorityreport.core.json.LogCodec;
import org.minorityreport.core.json.RowHeader;

/** What of a commit is news, with its versions. One thread at a time. */
final class Batch {
  private final Function<Log<?>, LogKeys> keys;
  private final Map<KeyHash, NewestVersion> changed = new HashMap<>();
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
    NewSlice news = new NewSlice(slice.log(), slice.writer());
    for (LogRow row : slice.rows()) {
      KeyHash key = KeyHash.ofKey(row.log(), row.key());
      @Nullable NewestVersion before =
          changed.containsKey(key) ? changed.get(key) : keys.apply(row.log()).newest(key);
      if (before != null && before.says(row)) {
        duplicates++;
        continue;
      }
      int version = before == null ? 1 : before.version() + 1;
      byte[] json = row.json(version);
      checkSelfDescribing(row, version, json);
      news.add(key, row, version, json);
      changed.put(key, NewestVersion.of(version, row));
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

  /**
   * The key of a row, and what it says, must follow from its JSON: after a restart there is nothing
   * else.
   */
  private static void checkSelfDescribing(LogRow row, int version, byte[] json) {
    try {
      RowHeader found = RowHeader.of(row.log(), json, 0, json.length);
      boolean same =
          found.runId().equals(row.runId())
              && found.key().equals(row.key())
              && found.subject().equals(row.subject())
              && found.writtenAt().equals(row.writtenAt())
              && found.version() == version
              && found.isRetracted() == row.isRetracted()
              && Arrays.equals(
                  LogCodec.row(row.log(), found, json).contentDigest(), row.contentDigest());
      if (same && !hasLineBreak(json)) {
        return;
      }
    } catch (ContractException e) {
      throw new LogStoreException(e.getMessage() + "; nothing was appended", e);
    }
    throw new LogStoreException(
        row + " is not what its JSON says; make rows with LogCodec; nothing was appended");
  }

  private static boolean hasLineBreak(byte[] json) {
    for (byte b : json) {
      if (b == '\n') {
        return true;
      }
    }
    return false;
  }
}
