package org.minorityreport.core.log;

import java.time.InstantSource;
import org.minorityreport.api.log.LogStore;

/** Makes log stores. */
public final class LogStores {
  private LogStores() {}

  /** {@return an empty store in memory, with the system's clock for the times of commits} */
  public static LogStore inMemory() {
    return inMemory(InstantSource.system());
  }

  /**
   * An empty store in memory.
   *
   * @param clock tells when a commit physically arrived; no row ever holds that
   * @return the store
   */
  public static LogStore inMemory(InstantSource clock) {
    return new InMemoryLogStore(clock);
  }
}
