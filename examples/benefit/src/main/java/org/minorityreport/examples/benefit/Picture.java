package org.minorityreport.examples.benefit;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.jfree.chart.ChartFactory;
import org.jfree.chart.ChartUtils;
import org.jfree.chart.JFreeChart;
import org.jfree.chart.StandardChartTheme;
import org.jfree.chart.plot.CategoryPlot;
import org.jfree.chart.plot.PlotOrientation;
import org.jfree.chart.renderer.category.BarRenderer;
import org.jfree.chart.renderer.category.StandardBarPainter;
import org.jfree.data.category.DefaultCategoryDataset;

/** Draws the errors as bars, by size of the anomalies. */
final class Picture {
  private static final int WIDTH = 960;
  private static final int HEIGHT = 480;
  private static final List<Fit> SHOWN =
      List.of(Fit.RAW, Fit.FEED_100, Fit.FEED_90, Fit.FEED_70, Fit.RANDOM, Fit.TRUTH);

  private Picture() {}

  static void write(Study study, Path file) throws IOException {
    DefaultCategoryDataset data = new DefaultCategoryDataset();
    for (Fit fit : SHOWN) {
      for (double size : study.sizes()) {
        data.addValue(
            100 * study.mean(size).error(fit),
            fit.title(),
            String.format(Locale.ROOT, "anomalies x %.1f", size));
      }
    }
    ChartFactory.setChartTheme(StandardChartTheme.createLegacyTheme());
    JFreeChart chart =
        ChartFactory.createBarChart(
            "Error of estimated campaign effects",
            null,
            "percentage points",
            data,
            PlotOrientation.VERTICAL,
            true,
            false,
            false);
    CategoryPlot plot = chart.getCategoryPlot();
    plot.setBackgroundPaint(java.awt.Color.WHITE);
    plot.setRangeGridlinePaint(java.awt.Color.LIGHT_GRAY);
    chart.setBackgroundPaint(java.awt.Color.WHITE);
    BarRenderer bars = (BarRenderer) plot.getRenderer();
    bars.setBarPainter(new StandardBarPainter());
    bars.setShadowVisible(false);
    ChartUtils.saveChartAsPNG(file.toFile(), chart, WIDTH, HEIGHT);
  }
}
