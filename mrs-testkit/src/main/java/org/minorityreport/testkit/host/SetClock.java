package org.minorityreport.testkit.host;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Objects;

/** A clock that stands still until it is told otherwise. Thread-safe. */
public final class SetClock implements InstantSource {
  private volatile Instant now;

  private SetClock(Instant now) {
    this.now = Objects.requireNonNull(now, "now");
  }

  /**
   * A clock that stands at some moment.
   *
   * @param time an ISO-8601 instant such as {@code 2025-08-07T16:00:00Z}
   * @return the clock
   */
  public static SetClock at(String time) {
    return new SetClock(Instant.parse(time));
  }

  /**
   * Moves the clock.
   *
   * @param by how far; negative for back
   */
  public void advance(Duration by) {
    now = now.plus(by);
  }

  @Override
  public Instant instant() {
    return now;
  }
}
