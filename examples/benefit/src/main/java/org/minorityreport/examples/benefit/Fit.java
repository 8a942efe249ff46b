package org.minorityreport.examples.benefit;

/** What the mix model is fitted on; the order is that of the page. */
enum Fit {
  RAW("raw"),
  FEED_100("feed, analyst 100 %"),
  FEED_90("feed, analyst 90 %"),
  FEED_70("feed, analyst 70 %"),
  REPLACED("feed, replaced, analyst 100 %"),
  RANDOM("random steps left out"),
  AFFECTED("all affected steps left out"),
  TRUTH("truth");

  private final String title;

  Fit(String title) {
    this.title = title;
  }

  String title() {
    return title;
  }
}
