package org.minorityreport.core.feed;

/** How the feed is written. */
public enum FeedFormat {
  /** A JSON object a line, as the schemas in {@code docs/schemas/feed} say. */
  JSON_LINES,
  /**
   * A header and a line per value, as {@code docs/feed.md} says: absent values are empty, lists are
   * JSON.
   */
  CSV
}
