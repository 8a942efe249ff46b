package org.minorityreport.examples.benchmarks.reading;

import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.minorityreport.api.log.Log;
import org.minorityreport.api.log.Logs;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.MappingIterator;
import tools.jackson.databind.ObjectReader;
import tools.jackson.databind.json.JsonMapper;

/** Parses every row with Jackson and keeps the newest of each report, as plain Java would. */
final class JacksonRows implements Reading {
  private record Row(String writtenAt, int version, BigDecimal value) {
    static Row newer(Row known, Row other) {
      int order = known.writtenAt.compareTo(other.writtenAt);
      return order < 0 || (order == 0 && known.version < other.version) ? other : known;
    }
  }

  private final Path store;
  private final int threads;
  private final Map<String, Map<String, Row>> byLog = new HashMap<>();

  JacksonRows(Path store, int threads) {
    this.store = store;
    this.threads = threads;
  }

  @Override
  public void run() throws Exception {
    ObjectReader reader = new JsonMapper().readerFor(JsonNode.class);
    for (Parser parser :
        Segments.share(Segments.of(store, NewestRows.LOGS), threads, () -> new Parser(reader))) {
      parser.byLog.forEach(
          (log, rows) -> {
            Map<String, Row> ours = byLog.computeIfAbsent(log, name -> new HashMap<>());
            rows.forEach((id, row) -> ours.merge(id, row, Row::newer));
          });
    }
  }

  @Override
  public Optional<Answer> answer() {
    Set<String> reports = new HashSet<>();
    byLog.values().forEach(rows -> reports.addAll(rows.keySet()));
    return Optional.of(
        new Answer(reports.size(), sum(Logs.REPORTS_DETECTED), sum(Logs.REPORTS_ATTRIBUTED)));
  }

  private BigDecimal sum(Log<?> log) {
    return byLog.getOrDefault(log.wireName(), Map.of()).values().stream()
        .map(Row::value)
        .reduce(BigDecimal.ZERO, BigDecimal::add);
  }

  /** One thread's part. */
  private static final class Parser implements Segments.Worker {
    private static final Map<String, String> VALUES =
        Map.of(
            Logs.REPORTS_DETECTED.wireName(), "attributed_sales_total",
            Logs.REPORTS_ATTRIBUTED.wireName(), "confidence_score");

    private final Map<String, Map<String, Row>> byLog = new HashMap<>();
    private final ObjectReader reader;

    Parser(ObjectReader reader) {
      this.reader = reader;
    }

    @Override
    public void read(int number, Path file) {
      Path folder = file.getParent();
      String log = folder == null ? "" : String.valueOf(folder.getFileName());
      Map<String, Row> rows = byLog.computeIfAbsent(log, name -> new HashMap<>());
      String field = VALUES.getOrDefault(log, "");
      try (MappingIterator<JsonNode> nodes = reader.readValues(file)) {
        while (nodes.hasNext()) {
          JsonNode node = nodes.next();
          Row row =
              new Row(
                  node.get("written_at").asString(),
                  node.get("version").asInt(),
                  node.path(field).decimalValue(BigDecimal.ZERO));
          rows.merge(node.get("report_id").asString(), row, Row::newer);
        }
      }
    }
  }
}
