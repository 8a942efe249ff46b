package org.minorityreport.core.lifecycle;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.minorityreport.api.lifecycle.Metric;
import org.minorityreport.api.record.MonitoringRecord;
import org.minorityreport.api.record.RetrainRequest;
import org.minorityreport.core.identity.Digests;
import org.minorityreport.core.json.CanonicalJson;

/**
 * Which models to train again: a measure asks for it at the tick at which it crosses its threshold,
 * and again only after it came back. Measures of several subjects that cross at one tick are one
 * request, which names the worst.
 */
final class RetrainRequests {
  private RetrainRequests() {}

  /**
   * The requests of a tick.
   *
   * @param before rows of earlier ticks that stand, in any order
   * @param now the rows of the tick
   * @return requests by id
   */
  static List<RetrainRequest> of(
      Collection<MonitoringRecord> before, Collection<MonitoringRecord> now) {
    Map<List<Object>, MonitoringRecord> last = new HashMap<>();
    for (MonitoringRecord row : before) {
      last.merge(measure(row), row, (a, b) -> b.writtenAt().isAfter(a.writtenAt()) ? b : a);
    }
    SortedMap<String, RetrainRequest> requests = new TreeMap<>();
    for (MonitoringRecord row : now) {
      MonitoringRecord earlier = last.get(measure(row));
      if (row.crossed() && (earlier == null || !earlier.crossed())) {
        RetrainRequest request = request(row);
        requests.merge(request.requestId(), request, RetrainRequests::worse);
      }
    }
    return List.copyOf(requests.values());
  }

  private static List<Object> measure(MonitoringRecord row) {
    return List.of(row.role(), row.modelName(), row.modelVersion(), row.metric(), row.subject());
  }

  private static Optional<Metric> metric(String word) {
    for (Metric metric : Metric.values()) {
      if (metric.wireName().equals(word)) {
        return Optional.of(metric);
      }
    }
    return Optional.empty();
  }

  private static RetrainRequest request(MonitoringRecord row) {
    return RetrainRequest.builder()
        .runId(row.runId())
        .writtenAt(row.writtenAt())
        .requestId(id(row))
        .role(row.role())
        .modelName(row.modelName())
        .modelVersion(row.modelVersion())
        .reason(metric(row.metric()).map(Metric::reason).orElse("drift"))
        .metric(row.metric())
        .value(row.value())
        .threshold(row.threshold())
        .build();
  }

  /** Spec 2.6: {@code RQ-} and the hash of the run, the model, why and when. */
  private static String id(MonitoringRecord row) {
    String reason = metric(row.metric()).map(Metric::reason).orElse("drift");
    List<String> parts =
        List.of(
            row.runId().value(),
            row.role(),
            row.modelName(),
            row.modelVersion(),
            reason,
            row.metric(),
            row.writtenAt().toString());
    String canonical = CanonicalJson.text(parts);
    return "RQ-" + Digests.sha256Hex(canonical.getBytes(StandardCharsets.UTF_8)).substring(0, 32);
  }

  private static RetrainRequest worse(RetrainRequest a, RetrainRequest b) {
    boolean less = metric(a.metric().orElse("")).map(Metric::isShare).orElse(false);
    boolean bIsMore = b.value().orElse(0) > a.value().orElse(0);
    return less == bIsMore ? a : b;
  }

  /** {@return the requests that are not among those that stand: what was asked once stands} */
  static List<RetrainRequest> without(
      Collection<RetrainRequest> standing, List<RetrainRequest> requests) {
    Set<String> asked = new HashSet<>();
    standing.forEach(request -> asked.add(request.requestId()));
    List<RetrainRequest> fresh = new ArrayList<>(requests);
    fresh.removeIf(request -> asked.contains(request.requestId()));
    return fresh;
  }
}
