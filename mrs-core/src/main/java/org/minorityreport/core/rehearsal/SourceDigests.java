package org.minorityreport.core.rehearsal;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import org.minorityreport.api.id.RunId;
import org.minorityreport.api.log.CommitPosition;
import org.minorityreport.api.log.Log;
import org.minorityreport.api.log.LogStore;
import org.minorityreport.api.log.Logs;
import org.minorityreport.api.log.StoredRow;
import org.minorityreport.api.record.ContextRecord;
import org.minorityreport.api.record.InputsRecord;
import org.minorityreport.api.record.StageRun;
import org.minorityreport.api.record.StoreRecord;
import org.minorityreport.api.rehearsal.SourceChange;
import org.minorityreport.core.identity.Digests;
import org.minorityreport.core.json.CanonicalJson;
import org.minorityreport.core.json.LogCodec;

/** What a run saw of its inputs, as its logs say it; of two runs the differences. */
final class SourceDigests {
  private static final Comparator<SourceChange> ORDER =
      Comparator.comparing(SourceChange::source)
          .thenComparing(SourceChange::item)
          .thenComparing(change -> change.day().orElse(""));

  /** Source, store and UTC day to digest. */
  private final SortedMap<String, Place> places = new TreeMap<>();

  /** Tick and source to digest of all that the tick saw. */
  private final SortedMap<Instant, SortedMap<String, String>> ticks = new TreeMap<>();

  private SourceDigests() {}

  /**
   * What the logs hold.
   *
   * @param store the logs
   * @param run the line of work
   * @param upTo later commits are not looked at
   * @param lastTick rows of later ticks are not looked at
   */
  static SourceDigests of(LogStore store, RunId run, CommitPosition upTo, Instant lastTick) {
    SourceDigests digests = new SourceDigests();
    for (StoredRow row : rows(store, run, upTo, lastTick, Logs.INPUTS)) {
      digests.sales(LogCodec.read(Logs.INPUTS, row));
    }
    for (StoredRow row : rows(store, run, upTo, lastTick, Logs.CONTEXT)) {
      ContextRecord said = LogCodec.read(Logs.CONTEXT, row);
      boolean gone = said.withdrawn().orElse(false);
      digests.since(
          Logs.CONTEXT.wireName(),
          said.kind() + " " + said.ref(),
          row.writtenAt(),
          gone ? "withdrawn" : said.contentHash());
    }
    for (StoredRow row : rows(store, run, upTo, lastTick, Logs.STORES)) {
      StoreRecord said = LogCodec.read(Logs.STORES, row);
      digests.since(
          Logs.STORES.wireName(),
          said.storeId().value(),
          row.writtenAt(),
          said.gone().orElse(false)
              ? "gone"
              : Digests.sha256Hex(CanonicalJson.text(said.store()).getBytes(UTF_8)));
    }
    for (StoredRow row : rows(store, run, upTo, lastTick, Logs.STAGE_RUNS)) {
      StageRun stage = LogCodec.read(Logs.STAGE_RUNS, row);
      digests
          .ticks
          .computeIfAbsent(row.writtenAt(), t -> new TreeMap<>())
          .putAll(stage.inputDigests());
    }
    return digests;
  }

  /**
   * What differs from what another run saw; where days, stores and context are all the same and a
   * tick still saw something else, that tick.
   *
   * @param present what the other run saw
   * @return the differences by source, item and day
   */
  List<SourceChange> differences(SourceDigests present) {
    List<SourceChange> changes = new ArrayList<>();
    TreeSet<String> names = new TreeSet<>(places.keySet());
    names.addAll(present.places.keySet());
    for (String name : names) {
      Optional<Place> was = Optional.ofNullable(places.get(name));
      Optional<Place> is = Optional.ofNullable(present.places.get(name));
      if (!was.map(Place::digest).equals(is.map(Place::digest))) {
        Place place = was.or(() -> is).orElseThrow();
        changes.add(
            SourceChange.builder()
                .source(place.source())
                .item(place.item())
                .day(place.day())
                .logged(was.map(Place::digest))
                .present(is.map(Place::digest))
                .build());
      }
    }
    if (changes.isEmpty()) {
      firstTick(present).ifPresent(changes::add);
    }
    changes.sort(ORDER);
    return changes;
  }

  private Optional<SourceChange> firstTick(SourceDigests present) {
    for (Map.Entry<Instant, SortedMap<String, String>> tick : ticks.entrySet()) {
      SortedMap<String, String> now = present.ticks.getOrDefault(tick.getKey(), new TreeMap<>());
      for (Map.Entry<String, String> source : tick.getValue().entrySet()) {
        if (!source.getValue().equals(now.get(source.getKey()))) {
          return Optional.of(
              SourceChange.builder()
                  .source(source.getKey())
                  .item(tick.getKey().toString())
                  .logged(source.getValue())
                  .present(Optional.ofNullable(now.get(source.getKey())))
                  .build());
        }
      }
    }
    return Optional.empty();
  }

  private void sales(InputsRecord row) {
    row.digests()
        .forEach(
            (store, days) ->
                days.forEach(
                    (day, digest) ->
                        put(new Place(row.source(), store, Optional.of(day), digest))));
  }

  /** It matters since when a thing was known, so all that was said of it counts. */
  private void since(String source, String item, Instant tick, String digest) {
    Place before = places.get(new Place(source, item, Optional.empty(), "").name());
    String all = (before == null ? "" : before.digest() + ", ") + tick + " " + digest;
    put(new Place(source, item, Optional.empty(), all));
  }

  private void put(Place place) {
    places.put(place.name(), place);
  }

  private static List<StoredRow> rows(
      LogStore store, RunId run, CommitPosition upTo, Instant lastTick, Log<?> log) {
    return StandingRows.of(store, log, run, upTo, row -> !row.writtenAt().isAfter(lastTick))
        .values()
        .stream()
        .sorted(Comparator.comparing(StoredRow::writtenAt))
        .toList();
  }

  private record Place(String source, String item, Optional<String> day, String digest) {
    String name() {
      return source + '\n' + item + '\n' + day.orElse("");
    }
  }
}
