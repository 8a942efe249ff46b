package org.minorityreport.examples.benchmarks.candidate;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import org.minorityreport.api.record.ReportDetected;
import org.minorityreport.core.json.CanonicalJson;
import org.rocksdb.BlockBasedTableConfig;
import org.rocksdb.BloomFilter;
import org.rocksdb.Options;
import org.rocksdb.RocksDB;
import org.rocksdb.RocksDBException;
import org.rocksdb.WriteBatch;
import org.rocksdb.WriteOptions;

/**
 * RocksDB: a key that begins with the time, asked for before it is put; one synced batch per
 * commit.
 */
final class RocksDbCandidate implements Candidate {
  private static final double BITS_PER_KEY = 10;

  private final SideBySide encoders;
  private final BloomFilter filter;
  private final Options options;
  private final WriteOptions synced;
  private final RocksDB database;
  private List<ReportDetected> records = List.of();
  private long bytes;

  RocksDbCandidate(Path directory, SideBySide encoders) throws RocksDBException {
    this.encoders = encoders;
    RocksDB.loadLibrary();
    this.filter = new BloomFilter(BITS_PER_KEY);
    this.synced = new WriteOptions().setSync(true);
    this.options =
        new Options()
            .setCreateIfMissing(true)
            .setTableFormatConfig(new BlockBasedTableConfig().setFilterPolicy(filter));
    this.database = RocksDB.open(options, directory.resolve("rocksdb").toString());
  }

  @Override
  public void prepare(List<ReportDetected> next) {
    records = next;
  }

  @Override
  public int commit() throws Exception {
    List<byte[]> rows = encoders.map(records, CanonicalJson::bytes);
    int added = 0;
    try (WriteBatch batch = new WriteBatch()) {
      for (int i = 0; i < rows.size(); i++) {
        ReportDetected row = records.get(i);
        byte[] key = RowKey.bytes(row, row.runId().value().getBytes(StandardCharsets.UTF_8));
        if (database.get(key) == null) {
          batch.put(key, rows.get(i));
          bytes += rows.get(i).length + 1;
          added++;
        }
      }
      database.write(synced, batch);
    }
    return added;
  }

  @Override
  public long bytes() {
    return bytes;
  }

  @Override
  public void close() {
    encoders.close();
    database.close();
    synced.close();
    options.close();
    filter.close();
  }
}
