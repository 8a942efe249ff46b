package org.minorityreport.examples.csv;

import java.time.Instant;
import java.time.ZoneId;
import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.minorityreport.api.input.AbsentMeans;
import org.minorityreport.api.series.Cadence;

/** What the mapping file says; without one, all defaults. */
record Mapping(
    String source,
    Optional<Cadence> cadence,
    AbsentMeans absentMeans,
    Optional<String> currency,
    boolean returns,
    Optional<ZoneId> zone,
    Optional<Instant> deliveredAt,
    SortedMap<String, Instant> deliveries,
    double maxRefusedShare,
    Map<TableKind, TableMapping> tables) {

  static final String FILE = "mapping.json";
  static final double DEFAULT_MAX_REFUSED_SHARE = 0.05;

  static Mapping defaults() {
    Map<TableKind, TableMapping> tables = new EnumMap<>(TableKind.class);
    for (TableKind kind : TableKind.values()) {
      tables.put(kind, TableMapping.of(kind));
    }
    return new Mapping(
        "csv",
        Optional.empty(),
        AbsentMeans.UNKNOWN,
        Optional.empty(),
        false,
        Optional.empty(),
        Optional.empty(),
        new TreeMap<>(),
        DEFAULT_MAX_REFUSED_SHARE,
        tables);
  }

  TableMapping table(TableKind kind) {
    return Objects.requireNonNull(tables.get(kind));
  }
}
