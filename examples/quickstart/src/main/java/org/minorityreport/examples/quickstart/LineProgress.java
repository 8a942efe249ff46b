package org.minorityreport.examples.quickstart;

import java.io.PrintWriter;
import java.time.Instant;

/** A plain line for every tenth of a run. */
final class LineProgress implements Progress {
  private static final int LINES = 10;

  private final int ticks;
  private final PrintWriter err;
  private int done;

  LineProgress(int ticks, PrintWriter err) {
    this.ticks = ticks;
    this.err = err;
  }

  @Override
  public void done(Instant tick) {
    done++;
    if ((long) done * LINES / ticks > (done - 1L) * LINES / ticks) {
      err.println("tick " + done + " of " + ticks + ": " + tick);
      err.flush();
    }
  }

  @Override
  public void close() {}
}
