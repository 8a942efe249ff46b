package org.minorityreport.testkit.store;

import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Set;
import org.minorityreport.api.log.LogStore;
import org.minorityreport.core.log.disk.Disk;
import org.minorityreport.testkit.store.disk.FaultyDisk;

/** Where one rule tries a store; gives up, last first, what was opened. One thread at a time. */
final class Bench implements AutoCloseable {
  private final Places places;
  private final Set<StoreCapability> claimed;
  private final Deque<AutoCloseable> open = new ArrayDeque<>();

  /** Makes places for stores. */
  interface Places {
    StorePlace make(Disk disk, InstantSource clock);
  }

  Bench(Places places, Set<StoreCapability> claimed) {
    this.places = places;
    this.claimed = claimed;
  }

  boolean claims(StoreCapability capability) {
    return claimed.contains(capability);
  }

  /** A new place on a new disk. */
  StorePlace place() {
    return place(new FaultyDisk());
  }

  StorePlace place(InstantSource clock) {
    return closing(places.make(new FaultyDisk(), clock));
  }

  StorePlace place(FaultyDisk disk) {
    return closing(places.make(disk, () -> Instant.EPOCH));
  }

  /** An empty store at a new place. */
  LogStore store() {
    return closing(place().open());
  }

  /** Sees to it that something is closed in the end, also if the rule fails. */
  <T extends AutoCloseable> T closing(T opened) {
    open.push(opened);
    return opened;
  }

  /** Gives up everything so far, for rules that try many stores. */
  void clear() {
    while (!open.isEmpty()) {
      try {
        open.pop().close();
      } catch (Exception e) {
        // what the rule found out stands; a disk that is made to fail also fails to be closed
      }
    }
  }

  @Override
  public void close() {
    clear();
  }
}
