package org.minorityreport.testkit;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import org.minorityreport.api.input.InputTables;
import org.minorityreport.api.input.SalesSource;
import org.minorityreport.api.log.CommitPosition;
import org.minorityreport.api.log.Log;
import org.minorityreport.api.log.LogStore;
import org.minorityreport.api.log.Logs;
import org.minorityreport.api.log.StoredRow;
import org.minorityreport.api.series.Cadence;
import org.minorityreport.api.series.SalesSeries;
import org.minorityreport.core.json.CanonicalJson;
import org.minorityreport.mock.world.World;

/** A few eventful days of a few stores, whose sales are corrected while ticks go on. */
final class CorrectedWorld {
  /** Left aside by the law of spec 4.9: they tell how the rows came about. */
  static final List<Log<?>> ABOUT_THE_RUN = List.of(Logs.INPUTS, Logs.STAGE_RUNS, Logs.ERRORS);

  private static final World WORLD =
      World.builder().stores(5).skus(2).days(4).cadence(Cadence.parse("PT1H")).build();
  private static final InputTables BASE = WORLD.inputs();
  private static final List<SalesSeries> SALES = sales();

  /** Number of series. */
  static final int SERIES = SALES.size();

  /** The ticks of the world. */
  static final List<Instant> TICKS = WORLD.ticks(Duration.ofHours(3));

  /** The first step that the first tick does not see. */
  static final int FIRST_STEP =
      Math.toIntExact(Duration.between(SALES.get(0).steps().from(), TICKS.get(0)).toHours());

  private CorrectedWorld() {}

  private static List<SalesSeries> sales() {
    List<SalesSeries> all = new ArrayList<>();
    WORLD.stores().forEach(s -> all.addAll(WORLD.sales(s.storeId())));
    return all;
  }

  /** {@return what the source holds at a tick} */
  static InputTables at(int tick, List<Correction> corrections) {
    SalesSource source =
        SalesSource.builder().name("till").cadence(BASE.source().cadence()).currency("GBP").build();
    InputTables.Builder tables = InputTables.builder(source);
    WORLD.stores().forEach(tables::store);
    for (int s = 0; s < SERIES; s++) {
      SalesSeries sold = SALES.get(s);
      long[] units = new long[sold.size()];
      long[] cents = new long[sold.size()];
      for (int i = 0; i < units.length; i++) {
        units[i] = sold.thousandthsAt(i);
        for (Correction correction : corrections) {
          units[i] = correction.series() == s ? correction.units(i, tick, units[i]) : units[i];
        }
        cents[i] = units[i] == SalesSeries.UNKNOWN ? units[i] : sold.revenueCentsAt(i);
      }
      tables.sales(SalesSeries.of(sold.id(), sold.steps(), units, cents));
    }
    BASE.campaigns().ifPresent(tables::campaigns);
    BASE.contextEvents().ifPresent(tables::contextEvents);
    return tables.build();
  }

  /** {@return content of the rows that stand, by key, with the exceptions of spec 4.9} */
  static SortedMap<String, String> standing(LogStore store, Log<?> log) {
    SortedMap<String, String> standing = new TreeMap<>();
    SortedMap<String, StoredRow> newest = new TreeMap<>();
    store.read(
        log, SmallWorld.RUN, CommitPosition.START, store.head(), row -> newest.put(row.key(), row));
    newest.forEach(
        (key, row) -> {
          if (!row.isRetracted() && !row.text().contains("\"data_correction\"")) {
            SortedMap<String, Object> fields = new TreeMap<>(CanonicalJson.fields(row.json()));
            fields.remove("version");
            standing.put(key, fields.toString());
          }
        });
    return standing;
  }

  /** {@return corrections of any series, of steps before the tick that finds them} */
  static Arbitrary<List<Correction>> corrections(int most) {
    Arbitrary<Integer> ticks = Arbitraries.integers().between(1, TICKS.size() - 1);
    Arbitrary<Integer> back = Arbitraries.integers().between(1, 40);
    Arbitrary<Integer> steps = Arbitraries.integers().between(1, 30);
    Arbitrary<Integer> series = Arbitraries.integers().between(0, SERIES - 1);
    return Combinators.combine(ticks, series, back, steps, Arbitraries.of(Correction.Kind.class))
        .as(
            (tick, of, hours, count, kind) ->
                new Correction(tick, of, FIRST_STEP + Math.max(-48, tick * 3 - hours), count, kind))
        .list()
        .ofMinSize(1)
        .ofMaxSize(most)
        .map(ArrayList::new);
  }
}
