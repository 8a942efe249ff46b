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
import java.util.SortedMap;
import java.util.TreeMap;
import org.minorityreport.api.id.RunId;
import org.minorityreport.api.input.Campaign;
import org.minorityreport.api.input.ContextEvent;
import org.minorityreport.api.log.CommitPosition;
import org.minorityreport.api.log.LogStore;
import org.minorityreport.api.log.Logs;
import org.minorityreport.api.log.StoredRow;
import org.minorityreport.api.model.Candidate;
import org.minorityreport.api.record.ContextAction;
import org.minorityreport.api.record.ContextRecord;
import org.minorityreport.api.record.ContextRecorded;
import org.minorityreport.core.attribution.Candidates;
import org.minorityreport.core.identity.Digests;
import org.minorityreport.core.input.InputLedger;
import org.minorityreport.core.json.CanonicalJson;
import org.minorityreport.core.json.LogCodec;
import org.minorityreport.core.rereview.EvidenceChange;

/**
 * What became known of context, tick by tick and act by act: campaigns and context events of
 * sources, and what people said of context events, which counts instead of the rows of a source.
 */
final class EvidenceChanges {
  private final LogStore store;
  private final RunId run;
  private final List<EvidenceChange> changes = new ArrayList<>();
  private final Set<String> spokenOf = new HashSet<>();
  private final Map<String, Candidate> ofSource = new HashMap<>();

  private EvidenceChanges(LogStore store, RunId run) {
    this.store = store;
    this.run = run;
  }

  /** {@return all changes of a run, those of people in the order of their commits} */
  static List<EvidenceChange> of(LogStore store, RunId run) {
    EvidenceChanges all = new EvidenceChanges(store, run);
    List<StoredRow> recorded = new ArrayList<>();
    store.read(Logs.CONTEXT_RECORDED, run, CommitPosition.START, store.head(), recorded::add);
    recorded.stream()
        .filter(row -> !row.isRetracted())
        .forEach(row -> all.spokenOf.add(LogCodec.read(Logs.CONTEXT_RECORDED, row).contextId()));
    all.sources();
    all.people(recorded);
    return all.changes;
  }

  private void sources() {
    SortedMap<String, SortedMap<Instant, StoredRow>> rows = new TreeMap<>();
    store.read(
        Logs.CONTEXT,
        run,
        CommitPosition.START,
        store.head(),
        row -> {
          if (!row.isRetracted()) {
            ContextRecord read = LogCodec.read(Logs.CONTEXT, row);
            if (read.kind().equals(InputLedger.DRIVER)) {
              return; // it measures, and explains nothing by itself
            }
            rows.computeIfAbsent(read.kind() + " " + read.ref(), k -> new TreeMap<>())
                .put(row.writtenAt(), row);
          }
        });
    Set<Long> added = ofNewSources(rows.values());
    for (SortedMap<Instant, StoredRow> versions : rows.values()) {
      Optional<Candidate> before = Optional.empty();
      for (StoredRow row : versions.values()) {
        ContextRecord read = LogCodec.read(Logs.CONTEXT, row);
        Optional<Candidate> after = candidate(read);
        boolean ofPeople =
            read.kind().equals(InputLedger.CONTEXT_EVENT) && spokenOf.contains(read.ref());
        if (ofPeople) {
          after.ifPresent(candidate -> ofSource.put(read.ref(), candidate));
        } else {
          changes.add(
              new EvidenceChange(
                  before,
                  after,
                  row.writtenAt(),
                  row.position(),
                  Optional.empty(),
                  added.contains(row.rowNumber())));
        }
        before = after;
      }
    }
  }

  /** The rows of context events by which a source, unknown to the first tick, first spoke. */
  private static Set<Long> ofNewSources(Collection<SortedMap<Instant, StoredRow>> versions) {
    Map<String, Instant> first = new HashMap<>();
    Map<Long, String> sourceOf = new HashMap<>();
    Map<Long, Instant> saidAt = new HashMap<>();
    Instant begin = Instant.MAX;
    for (SortedMap<Instant, StoredRow> of : versions) {
      begin = of.firstKey().isBefore(begin) ? of.firstKey() : begin;
      for (StoredRow row : of.values()) {
        ContextRecord read = LogCodec.read(Logs.CONTEXT, row);
        Object source = read.body().get("source");
        if (read.kind().equals(InputLedger.CONTEXT_EVENT) && source != null) {
          first.merge(source.toString(), row.writtenAt(), (a, b) -> b.isBefore(a) ? b : a);
          sourceOf.put(row.rowNumber(), source.toString());
          saidAt.put(row.rowNumber(), row.writtenAt());
        }
      }
    }
    Set<Long> added = new HashSet<>();
    for (Map.Entry<Long, String> row : sourceOf.entrySet()) {
      Instant at = first.get(row.getValue());
      if (at != null && at.isAfter(begin) && at.equals(saidAt.get(row.getKey()))) {
        added.add(row.getKey());
      }
    }
    return added;
  }

  private static Optional<Candidate> candidate(ContextRecord row) {
    if (row.withdrawn().orElse(false)) {
      return Optional.empty();
    }
    byte[] body = CanonicalJson.bytes(row.body());
    return Optional.of(
        row.kind().equals(InputLedger.CAMPAIGN)
            ? Candidates.of(CanonicalJson.read(body, Campaign.class), row.contentHash())
            : Candidates.of(CanonicalJson.read(body, ContextEvent.class), row.contentHash()));
  }

  private void people(List<StoredRow> rows) {
    Map<String, Optional<Candidate>> before = new HashMap<>();
    for (int i = 0; i < rows.size(); i++) {
      StoredRow row = rows.get(i);
      if (row.isRetracted()) {
        continue;
      }
      ContextRecorded read = LogCodec.read(Logs.CONTEXT_RECORDED, row);
      boolean withdrawn =
          ContextAction.of(read.action()).filter(a -> a == ContextAction.WITHDRAW).isPresent();
      Optional<Candidate> after =
          read.contextEvent()
              .filter(event -> !withdrawn)
              .map(
                  event ->
                      Candidates.recorded(event, Digests.sha256Hex(CanonicalJson.bytes(event))));
      changes.add(
          new EvidenceChange(
              before.getOrDefault(
                  read.contextId(), Optional.ofNullable(ofSource.get(read.contextId()))),
              after,
              read.actedAt(),
              row.position(),
              Optional.of((long) i),
              false));
      before.put(read.contextId(), after);
    }
  }
}
