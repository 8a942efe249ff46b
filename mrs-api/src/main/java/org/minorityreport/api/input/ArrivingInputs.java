package org.minorityreport.api.input;

import java.time.Instant;
import java.util.NavigableMap;
import java.util.TreeMap;

/**
 * Inputs that hold at each tick what had been delivered by then. The tables of the newest delivery
 * asked about are kept. Thread-safe.
 */
final class ArrivingInputs implements Inputs {
  private final InputTables.Builder tables;
  private final NavigableMap<Instant, InputTables> kept = new TreeMap<>();

  ArrivingInputs(InputTables.Builder tables) {
    this.tables = tables;
  }

  @Override
  public synchronized InputSnapshot at(Instant tick) {
    Instant newest = tables.newestDelivery(tick);
    InputTables now = kept.get(newest);
    if (now == null) {
      now = tables.build(newest);
      kept.clear(); // ticks go forward, so one is enough
      kept.put(newest, now);
    }
    return now;
  }
}
