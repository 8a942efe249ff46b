package org.minorityreport.core.run;

import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.minorityreport.api.id.RunId;
import org.minorityreport.api.id.Sku;
import org.minorityreport.api.input.InputSnapshot;
import org.minorityreport.api.log.LogStore;
import org.minorityreport.api.log.Logs;
import org.minorityreport.api.log.StoredRow;
import org.minorityreport.api.log.Writer;
import org.minorityreport.api.model.ModelInfo;
import org.minorityreport.api.record.InputsRecord;
import org.minorityreport.api.record.ReportDetected;
import org.minorityreport.core.input.Corrections;
import org.minorityreport.core.input.InputState;
import org.minorityreport.core.input.LoggedInputs;
import org.minorityreport.core.input.MissedStores;
import org.minorityreport.core.input.SeenSales;
import org.minorityreport.core.json.CanonicalJson;
import org.minorityreport.core.json.LogCodec;
import org.minorityreport.core.json.StandingRecords;
import org.minorityreport.core.model.Models;

/**
 * What the ticks of a run saw of the inputs, as far as it is remembered: the data themselves, else
 * what the logs hold of them. What is found of a tick counts from its commit on. Mutable, one
 * thread.
 */
final class SeenInputs {
  private final LogStore store;
  private final RunId run;
  private final Models models;
  private final TickIndex ticks;
  private final MissedStores missed = new MissedStores();
  private @Nullable MissedStores found;
  private @Nullable InputState inputs;
  private @Nullable InputSnapshot seen;

  SeenInputs(LogStore store, RunId run, Models models, TickIndex ticks) {
    this.store = store;
    this.run = run;
    this.models = models;
    this.ticks = ticks;
  }

  /** {@return what changed of the steps that earlier ticks saw} */
  Corrections corrections(InputSnapshot data, LookBack lookBack) {
    Optional<Instant> newest = ticks.newest();
    found = null;
    if (newest.isEmpty() || data == seen) {
      return Corrections.NONE;
    }
    MissedStores now = new MissedStores(missed);
    found = now;
    if (seen == null) {
      noteMissed(newest.get(), data, lookBack, now);
    }
    boolean sameTail = seen != null || isSameTail(newest.get(), data);
    return Corrections.find(
        data,
        inputs(newest.get()),
        newest.get(),
        seen,
        sameTail,
        lookBack.bound(newest.get()),
        now);
  }

  /** A series of an open report that is not there is missed, whatever was there before. */
  private void noteMissed(Instant newest, InputSnapshot data, LookBack lookBack, MissedStores to) {
    LoggedReports reports = new LoggedReports(store, run, ticks);
    reports.reachBack(lookBack.saidFrom(newest));
    for (LoggedReports.Life life : reports.all()) {
      ReportDetected row = LogCodec.read(Logs.REPORTS_DETECTED, life.rows().lastEntry().getValue());
      Set<Sku> open = new HashSet<>();
      row.members().stream().filter(m -> m.windowEnd().isEmpty()).forEach(m -> open.add(m.sku()));
      data.sales(life.store(), data.covers()).forEach(s -> open.remove(s.id().sku()));
      if (!open.isEmpty()) {
        to.add(life.store(), open);
      }
    }
  }

  /** Whether the newest tick saw what the source holds today, as far as it looked back. */
  private boolean isSameTail(Instant newest, InputSnapshot data) {
    String key = CanonicalJson.text(List.of(run.value(), StageRuns.DETECTION, newest.toString()));
    StoredRow row = store.latest(Logs.STAGE_RUNS, List.of(key), store.head()).get(key);
    String digest = digests().of(newest, data);
    return row != null && LogCodec.read(Logs.STAGE_RUNS, row).inputDigests().containsValue(digest);
  }

  /** {@return what digests the data that a tick looked at} */
  SeenSales digests() {
    ModelInfo baseline = models.baseline().primary().info();
    return new SeenSales(baseline.lookBack());
  }

  /** {@return what the logs hold after the newest tick} */
  InputState inputs(Instant newest) {
    InputState known = inputs;
    if (known == null) {
      known = LoggedInputs.after(store, run, newest);
      inputs = known;
    }
    return known;
  }

  /** {@return whether this is the data that the newest tick looked at} */
  boolean isSeen(InputSnapshot data) {
    return data == seen;
  }

  /** A tick looked at data, and that is in the logs. */
  void see(InputSnapshot data) {
    seen = data;
    MissedStores now = found;
    if (now != null) {
      missed.become(now);
      found = null;
    }
  }

  /** What the logs hold now, if that is known. */
  void hold(@Nullable InputState now) {
    inputs = now;
  }

  /** Adds changed digests to what the newest tick said of the inputs. */
  void addDays(Instant newest, Corrections changes, TickRows rows) {
    if (changes.days().isEmpty()) {
      return;
    }
    InputsRecord before = null;
    for (InputsRecord row : StandingRecords.before(store, Logs.INPUTS, run, newest.plusNanos(1))) {
      before = row;
    }
    if (before == null) {
      return;
    }
    SortedMap<String, SortedMap<String, String>> digests = new TreeMap<>();
    boolean same = before.writtenAt().equals(newest);
    if (same) {
      before.digests().forEach((id, days) -> digests.put(id, new TreeMap<>(days)));
    }
    changes
        .days()
        .forEach(
            (id, days) -> digests.computeIfAbsent(id.value(), k -> new TreeMap<>()).putAll(days));
    InputsRecord.Builder row = InputsRecord.builder();
    if (same) {
      row.from(before);
    } else {
      row.runId(run)
          .source(before.source())
          .rowsRead(0)
          .rowsRefused(0)
          .silentStores(before.silentStores());
    }
    rows.add(
        Logs.INPUTS,
        Writer.RUNNER,
        List.of(row.writtenAt(newest).version(1).digests(digests).build()));
  }
}
