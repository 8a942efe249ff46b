package org.minorityreport.examples.quickstart;

import java.io.PrintWriter;
import java.time.Instant;

/** Shows how far a run has come; one thread at a time. */
interface Progress extends AutoCloseable {
  /** Notes that a tick is done. */
  void done(Instant tick);

  @Override
  void close();

  /**
   * What fits the place: a bar for a person, now and then a line for a file.
   *
   * @param onTerminal whether a person watches
   * @param ticks how many there will be
   * @param err takes the lines
   */
  static Progress of(boolean onTerminal, int ticks, PrintWriter err) {
    return onTerminal ? new BarProgress(ticks) : new LineProgress(ticks, err);
  }
}
