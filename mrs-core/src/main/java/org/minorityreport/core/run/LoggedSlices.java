package org.minorityreport.core.run;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import org.minorityreport.api.id.RunId;
import org.minorityreport.api.id.StoreId;
import org.minorityreport.api.input.InputSnapshot;
import org.minorityreport.api.model.ReportSlice;
import org.minorityreport.api.record.ReportDetected;
import org.minorityreport.api.stage.DetectionResult;
import org.minorityreport.api.stage.ReportInput;
import org.minorityreport.api.stage.StoreCarry;

/**
 * Makes what the stages after detection need of a report that was detected by an earlier tick: no
 * log holds the slice, so its store is folded up to that tick again.
 */
final class LoggedSlices {
  private final RunId run;
  private final TickIndex ticks;
  private final DetectionCarries stores;
  private final LoggedContext context;
  private final InputSnapshot data;

  LoggedSlices(
      RunId run,
      TickIndex ticks,
      DetectionCarries stores,
      LoggedContext context,
      InputSnapshot data) {
    this.run = run;
    this.ticks = ticks;
    this.stores = stores;
    this.context = context;
    this.data = data;
  }

  /**
   * The input of later stages.
   *
   * @param report a row of detection
   * @return empty if the present data do not give this report
   */
  Optional<ReportInput> of(ReportDetected report) {
    Instant tick = report.writtenAt();
    StoreId id = report.storeId();
    TreeSet<StoreId> store = new TreeSet<>(List.of(id));
    DataView view = new DataView(data, context);
    Optional<Instant> previous = ticks.before(tick);
    SortedMap<StoreId, StoreCarry> carry =
        previous.map(t -> stores.after(t, store, view)).orElseGet(TreeMap::new);
    view.look(tick, store);
    StoreDetections.Detected detected =
        stores
            .detections(tick)
            .detect(
                run,
                tick,
                view,
                RunCarry.ofStores(
                    ticks.foldedBefore(tick), stores.unfolded(previous.orElse(tick)), carry));
    DetectionResult result = detected.byStore().get(id);
    ReportSlice slice = result == null ? null : result.slices().get(report.reportId());
    return slice == null
        ? Optional.empty()
        : context
            .store(id, tick)
            .map(
                where ->
                    ReportInput.builder()
                        .report(report)
                        .slice(slice)
                        .store(where)
                        .inputDigest(detected.digest(id))
                        .build());
  }
}
