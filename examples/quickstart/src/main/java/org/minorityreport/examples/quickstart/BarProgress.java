package org.minorityreport.examples.quickstart;

import java.time.Instant;
import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;
import me.tongfei.progressbar.ProgressBarStyle;

/** A bar on the terminal, which the library draws on standard error. */
final class BarProgress implements Progress {
  private final ProgressBar bar;

  BarProgress(int ticks) {
    this.bar =
        new ProgressBarBuilder()
            .setTaskName("ticks")
            .setInitialMax(ticks)
            .setStyle(ProgressBarStyle.ASCII)
            .build();
  }

  @Override
  public void done(Instant tick) {
    bar.step();
    bar.setExtraMessage(tick.toString());
  }

  @Override
  public void close() {
    bar.close();
  }
}
