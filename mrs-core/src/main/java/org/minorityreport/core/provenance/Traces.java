package org.minorityreport.core.provenance;

import com.google.common.collect.ImmutableList;
import java.time.Instant;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.minorityreport.api.log.CommitPosition;
import org.minorityreport.api.log.LogStore;
import org.minorityreport.api.log.StoredRow;
import org.minorityreport.api.log.Writer;
import org.minorityreport.api.provenance.RowTrace;
import org.minorityreport.core.json.CanonicalJson;

/** Says of rows where they stand and how they came about. Not thread-safe. */
final class Traces {
  private static final ImmutableList<String> ACTORS = ImmutableList.of("actor", "started_by");

  private final LogStore store;
  private final Map<CommitPosition, Optional<Instant>> arrivals = new HashMap<>();

  Traces(LogStore store) {
    this.store = store;
  }

  Optional<Instant> committedAt(CommitPosition position) {
    return arrivals.computeIfAbsent(position, store::committedAt);
  }

  RowTrace of(StoredRow row) {
    Map<String, Object> fields = CanonicalJson.fields(row.json());
    return RowTrace.builder()
        .log(row.log().wireName())
        .row(row.rowNumber())
        .position(row.position().value())
        .committedAt(committedAt(row.position()))
        .tick(row.writtenAt())
        .version(row.version())
        .isRetraction(row.isRetracted())
        .writtenBy(writer(row, fields))
        .modelVersions(models(fields))
        .actor(actor(fields))
        .build();
  }

  /** Of logs with two writers, the row tells them apart. */
  private static String writer(StoredRow row, Map<String, Object> fields) {
    if ("data_correction".equals(fields.get("end_reason"))
        && row.log().writers().contains(Writer.RECONCILIATION)) {
      return name(Writer.RECONCILIATION);
    }
    return row.log().writers().stream().sorted().findFirst().map(Traces::name).orElse("");
  }

  private static String name(Writer writer) {
    return writer.name().toLowerCase(Locale.ROOT);
  }

  private static SortedMap<String, String> models(Map<String, Object> fields) {
    SortedMap<String, String> models = new TreeMap<>();
    if (fields.get("model_versions") instanceof Map<?, ?> said) {
      said.forEach((role, model) -> models.put(String.valueOf(role), String.valueOf(model)));
    }
    Object name = fields.get("model_name");
    if (name != null) {
      models.put(
          Objects.toString(fields.get("role"), "model"), name + "@" + fields.get("model_version"));
    }
    return models;
  }

  private static Optional<String> actor(Map<String, Object> fields) {
    if (fields.get("decided_by") instanceof Map<?, ?> person && person.get("actor") != null) {
      return Optional.of(String.valueOf(person.get("actor")));
    }
    return ACTORS.stream()
        .map(fields::get)
        .filter(Objects::nonNull)
        .map(Object::toString)
        .findFirst();
  }
}
