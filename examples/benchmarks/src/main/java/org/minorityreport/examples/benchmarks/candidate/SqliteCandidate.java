package org.minorityreport.examples.benchmarks.candidate;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import org.minorityreport.api.record.ReportDetected;
import org.minorityreport.core.json.CanonicalJson;

/** SQLite: one table whose primary key begins with the time, one transaction per commit. */
final class SqliteCandidate implements Candidate {
  private final SideBySide encoders;
  private final Connection connection;
  private final PreparedStatement insert;
  private List<ReportDetected> records = List.of();
  private long bytes;

  SqliteCandidate(Path directory, SideBySide encoders) throws SQLException {
    this.encoders = encoders;
    this.connection = DriverManager.getConnection("jdbc:sqlite:" + directory.resolve("rows.db"));
    try (Statement statement = connection.createStatement()) {
      statement.execute("PRAGMA journal_mode=WAL");
      statement.execute("PRAGMA synchronous=FULL");
      statement.execute(
          "CREATE TABLE row (written_at INTEGER, log INTEGER, run TEXT, key BLOB, json BLOB NOT NULL,"
              + " PRIMARY KEY (written_at, log, run, key)) WITHOUT ROWID");
    }
    connection.setAutoCommit(false);
    this.insert =
        connection.prepareStatement(
            "INSERT INTO row VALUES (?, ?, ?, ?, ?) ON CONFLICT DO NOTHING");
  }

  @Override
  public void prepare(List<ReportDetected> next) {
    records = next;
  }

  @Override
  public int commit() throws Exception {
    List<byte[]> rows = encoders.map(records, CanonicalJson::bytes);
    for (int i = 0; i < rows.size(); i++) {
      ReportDetected row = records.get(i);
      insert.setLong(1, RowKey.time(row));
      insert.setInt(2, RowKey.LOG);
      insert.setString(3, row.runId().value());
      insert.setBytes(4, RowKey.digest(row));
      insert.setBytes(5, rows.get(i));
      insert.addBatch();
      bytes += rows.get(i).length + 1;
    }
    int added = 0;
    for (int count : insert.executeBatch()) {
      added += count;
    }
    connection.commit();
    return added;
  }

  @Override
  public long bytes() {
    return bytes;
  }

  @Override
  public void close() throws IOException {
    encoders.close();
    try {
      insert.close();
      connection.close();
    } catch (SQLException e) {
      throw new IOException("SQLite could not be closed", e);
    }
  }
}
