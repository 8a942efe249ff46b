package org.minorityreport.examples.quickstart;

/** What people call a confidence. */
enum ConfidenceTier {
  LOW("low"),
  MEDIUM("medium"),
  HIGH("high");

  private static final double MEDIUM_FROM = 0.50;
  private static final double HIGH_FROM = 0.70;

  private final String word;

  ConfidenceTier(String word) {
    this.word = word;
  }

  static ConfidenceTier of(double confidence) {
    if (confidence < MEDIUM_FROM) {
      return LOW;
    }
    return confidence < HIGH_FROM ? MEDIUM : HIGH;
  }

  @Override
  public String toString() {
    return word;
  }
}
