package org.minorityreport.examples.benchmarks.candidate;

/**
 * A kind and how many threads make its JSON; written {@code store@2}. Immutable.
 *
 * @param kind what
 * @param threads threads, 1 or more
 */
public record CandidateName(CandidateKind kind, int threads) {
  /** Checks the number of threads. */
  public CandidateName {
    if (threads < 1) {
      throw new IllegalArgumentException("threads are " + threads + ", expected 1 or more");
    }
  }

  /**
   * Reads a name.
   *
   * @param text kind, or kind, {@code @} and threads; one thread if it names none
   * @return the name
   * @throws IllegalArgumentException if it is no such name
   */
  public static CandidateName parse(String text) {
    int at = text.indexOf('@');
    if (at < 0) {
      return new CandidateName(CandidateKind.byLabel(text), 1);
    }
    return new CandidateName(
        CandidateKind.byLabel(text.substring(0, at)), Integer.parseInt(text.substring(at + 1)));
  }

  @Override
  public String toString() {
    return kind.label() + "@" + threads;
  }
}
