package org.minorityreport.examples.benchmarks.reading;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Properties;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.minorityreport.api.log.Log;
import org.minorityreport.api.log.Logs;

/**
 * One table with the newest row of each report in each log, joined, made by a DuckDB in memory out
 * of the same files. Of several ways to say it this was the fastest: {@code arg_max} of a struct,
 * with the types of the columns given and only those that a hydrated report shows.
 */
final class DuckDbQuery implements Reading {
  private static final Pattern SEPARATOR = Pattern.compile(", ");
  private static final String KEY = "report_id VARCHAR, version INTEGER, written_at VARCHAR, ";

  private static final Part DETECTED =
      new Part(
          Logs.REPORTS_DETECTED,
          "store_id VARCHAR, sku VARCHAR, skus JSON, first_detected_from TIMESTAMP,"
              + " window_start TIMESTAMP, window_end TIMESTAMP, direction VARCHAR,"
              + " severity_score DOUBLE, members JSON, attributed_revenue_total DECIMAL(18,2),"
              + " baseline_revenue_total DECIMAL(18,2), impact_estimate DECIMAL(18,2),"
              + " attributed_sales_total DECIMAL(18,3), baseline_sales_total DECIMAL(18,3),"
              + " is_degraded BOOLEAN, degraded_reasons JSON, suppressed_by VARCHAR");

  private static final List<Part> LATER =
      List.of(
          new Part(
              Logs.REPORTS_ENDED, "window_end TIMESTAMP, event_status VARCHAR, end_reason VARCHAR"),
          new Part(
              Logs.REPORTS_CLUSTERED,
              "cluster_id VARCHAR, cluster_name VARCHAR, similarity_score DOUBLE,"
                  + " cluster_match_confidence DOUBLE, embedding_x DOUBLE, embedding_y DOUBLE"),
          new Part(
              Logs.REPORTS_ATTRIBUTED,
              "proposed_cause VARCHAR, proposed_cause_category VARCHAR,"
                  + " confidence_score DECIMAL(18,6), proposed_cause_2 VARCHAR,"
                  + " proposed_cause_category_2 VARCHAR, confidence_score_2 DOUBLE,"
                  + " proposed_cause_3 VARCHAR, proposed_cause_category_3 VARCHAR,"
                  + " confidence_score_3 DOUBLE, supporting_evidence JSON"),
          new Part(
              Logs.REPORTS_COHORTED,
              "report_group_id VARCHAR, event_status VARCHAR, cohort_name VARCHAR,"
                  + " cohort_confidence DOUBLE, cohort_reason JSON, cohort_size INTEGER"),
          new Part(
              Logs.REPORTS_FINALISED,
              "final_decision VARCHAR, final_cause VARCHAR, final_cause_category VARCHAR,"
                  + " final_confidence DOUBLE, finalized_at TIMESTAMP, annotation_id VARCHAR"));

  /** A log and the columns that it gives, with their types. */
  private record Part(Log<?> log, String columns) {
    String name() {
      return log.code().orElseThrow();
    }

    List<String> columnNames() {
      return SEPARATOR
          .splitAsStream(columns)
          .map(each -> each.substring(0, each.indexOf(' ')))
          .toList();
    }

    /** The newest row per report, as a part of a query. */
    String newest(Path store) {
      String types =
          SEPARATOR
              .splitAsStream(KEY + columns)
              .map(each -> each.replace(" ", ": '") + "'")
              .collect(Collectors.joining(", ", "{", "}"));
      String values =
          columnNames().stream()
              .map(column -> column + " := " + column)
              .collect(Collectors.joining(", "));
      return "%s AS (SELECT report_id, unnest(arg_max(struct_pack(%s), (written_at, version))) FROM"
              .formatted(name(), values)
          + " read_json('%s/*.jsonl', format='newline_delimited', columns=%s) GROUP BY report_id)"
              .formatted(
                  store.resolve(log.wireName()).toAbsolutePath().toString().replace("'", "''"),
                  types);
    }
  }

  private final Connection connection;
  private final String query;

  private DuckDbQuery(Connection connection, String query) {
    this.connection = connection;
    this.query = query;
  }

  /** Starts a DuckDB that fetches nothing from anywhere. */
  static DuckDbQuery open(Path store, int threads) throws SQLException {
    Properties settings = new Properties();
    settings.setProperty("autoinstall_known_extensions", "false");
    settings.setProperty("autoload_known_extensions", "false");
    settings.setProperty("threads", Integer.toString(threads));
    settings.setProperty("preserve_insertion_order", "false");
    return new DuckDbQuery(DriverManager.getConnection("jdbc:duckdb:", settings), query(store));
  }

  private static String query(Path store) {
    List<String> parts = new ArrayList<>(List.of(DETECTED.newest(store)));
    List<String> columns = new ArrayList<>(List.of("MRDL.*"));
    StringBuilder joins = new StringBuilder();
    for (Part part : LATER) {
      if (!Files.exists(store.resolve(part.log().wireName()))) {
        continue; // nobody has decided anything yet
      }
      parts.add(part.newest(store));
      part.columnNames()
          .forEach(
              column -> columns.add(part.name() + "." + column + " AS " + part.name() + column));
      joins.append(" LEFT JOIN ").append(part.name()).append(" USING (report_id)");
    }
    return "CREATE TABLE reports AS WITH "
        + String.join(", ", parts)
        + " SELECT "
        + String.join(", ", columns)
        + " FROM MRDL"
        + joins;
  }

  @Override
  public void run() throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.execute(query);
    }
  }

  @Override
  public Optional<Answer> answer() throws SQLException {
    try (Statement statement = connection.createStatement();
        ResultSet found =
            statement.executeQuery(
                "SELECT count(*), sum(attributed_sales_total), sum(MRPALconfidence_score) FROM"
                    + " reports")) {
      found.next();
      return Optional.of(
          new Answer(found.getLong(1), found.getBigDecimal(2), found.getBigDecimal(3)));
    }
  }

  @Override
  public void close() throws SQLException {
    connection.close();
  }
}
