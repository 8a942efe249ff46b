package org.minorityreport.core.run;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.minorityreport.api.id.ReportId;
import org.minorityreport.api.id.RunId;
import org.minorityreport.api.id.StoreId;
import org.minorityreport.api.log.CommitPosition;
import org.minorityreport.api.log.LogStore;
import org.minorityreport.api.log.Logs;
import org.minorityreport.api.log.StoredRow;
import org.minorityreport.api.model.ReportSlice;
import org.minorityreport.api.model.SkuSlice;
import org.minorityreport.api.record.BaselinePrediction;
import org.minorityreport.api.record.ReportClustered;
import org.minorityreport.api.record.ReportDetected;
import org.minorityreport.api.series.Cadence;
import org.minorityreport.api.stage.AttributionInput;
import org.minorityreport.api.stage.ReportInput;
import org.minorityreport.core.detection.LoggedSlice;
import org.minorityreport.core.json.CanonicalJson;
import org.minorityreport.core.json.LogCodec;
import org.minorityreport.core.model.InputDigest;

/** What stages are given of reports that closed long ago, from the logs. One thread. */
final class LoggedInputsOfReports {
  private static final Cadence DAY = Cadence.parse("P1D");

  private final LogStore store;
  private final RunId run;
  private final TickIndex ticks;
  private final KeyedRows rows;
  private final LoggedContext context;

  LoggedInputsOfReports(
      LogStore store, RunId run, TickIndex ticks, KeyedRows rows, LoggedContext context) {
    this.store = store;
    this.run = run;
    this.ticks = ticks;
    this.rows = rows;
    this.context = context;
  }

  /** {@return what attribution is given of those reports that stand, by report} */
  List<AttributionInput> of(Collection<ReportId> wanted, Instant tick) {
    List<String> ids = wanted.stream().map(ReportId::value).sorted().toList();
    Map<String, ReportDetected> detected =
        rows.newest(Logs.REPORTS_DETECTED, ids, Instant.MIN, tick);
    Map<String, ReportClustered> clustered =
        rows.newest(Logs.REPORTS_CLUSTERED, ids, Instant.MIN, tick);
    Map<StoreId, List<BaselinePrediction>> said = baselines(detected.values());
    List<AttributionInput> inputs = new ArrayList<>();
    for (String id : ids) {
      ReportDetected report = detected.get(id);
      List<BaselinePrediction> of =
          report == null ? List.of() : said.getOrDefault(report.storeId(), List.of());
      if (report != null && !of.isEmpty()) {
        ReportSlice slice = LoggedSlice.of(report, of, of.get(0).cadence());
        inputs.add(
            AttributionInput.builder()
                .input(
                    ReportInput.builder()
                        .report(report)
                        .slice(slice)
                        .store(context.store(report.storeId(), tick).orElseThrow())
                        .inputDigest(digest(slice))
                        .build())
                .clustered(Optional.ofNullable(clustered.get(id)))
                .build());
      }
    }
    return inputs;
  }

  private static String digest(ReportSlice slice) {
    InputDigest digest = InputDigest.start().time(slice.steps().from());
    for (SkuSlice sku : slice.skus()) {
      digest.text(sku.sku().value());
      for (int i = 0; i < slice.steps().count(); i++) {
        digest
            .text(Long.toString(sku.actual().thousandthsAt(i)))
            .text(Long.toString(sku.expected().thousandthsAt(i)));
      }
    }
    return digest.hex();
  }

  /** The rows about the stores of reports that were written while these were open. */
  private Map<StoreId, List<BaselinePrediction>> baselines(Collection<ReportDetected> reports) {
    Map<String, StoreId> stores = new HashMap<>();
    Instant first = Instant.MAX;
    Instant last = Instant.MIN;
    for (ReportDetected report : reports) {
      stores.put(CanonicalJson.text(report.storeId().value()), report.storeId());
      Instant day = DAY.floor(report.firstDetectedFrom());
      first = day.isBefore(first) ? day : first;
      last = report.writtenAt().isAfter(last) ? report.writtenAt() : last;
    }
    Map<StoreId, List<BaselinePrediction>> byStore = new HashMap<>();
    if (reports.isEmpty()) {
      return byStore;
    }
    Set<String> keys = new HashSet<>();
    CommitPosition to = ticks.positionBefore(last.plusNanos(1));
    store.read(
        Logs.BASELINE_PREDICTIONS,
        run,
        ticks.positionBefore(first),
        to,
        row -> {
          if (stores.keySet().stream().anyMatch(row.key()::contains)) {
            keys.add(row.key());
          }
        });
    Map<String, StoredRow> newest =
        new TreeMap<>(store.latest(Logs.BASELINE_PREDICTIONS, keys, store.head()));
    for (StoredRow row : newest.values()) {
      if (!row.isRetracted()) {
        BaselinePrediction read = LogCodec.read(Logs.BASELINE_PREDICTIONS, row);
        byStore.computeIfAbsent(read.storeId(), k -> new ArrayList<>()).add(read);
      }
    }
    return byStore;
  }
}
