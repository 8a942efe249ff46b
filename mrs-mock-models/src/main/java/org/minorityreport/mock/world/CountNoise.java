package org.minorityreport.mock.world;

/**
 * Whole counts about a mean: Poisson, its mean varied log-normally so that the variance becomes
 * {@code mean + overdispersion x mean^2}, as of real sales.
 */
final class CountNoise {
  /** Above it the normal approximation with its skewness corrected is closer than any test sees. */
  private static final double EXACT_UP_TO = 60;

  private final double overdispersion;
  private final double logVariance;

  CountNoise(double overdispersion) {
    this.overdispersion = overdispersion;
    this.logVariance = StrictMath.log(1 + overdispersion);
  }

  /** The standard deviation of a count. */
  double deviation(double mean) {
    return Math.sqrt(mean + overdispersion * mean * mean);
  }

  long draw(Draws draws, double mean) {
    double uniform = draws.next();
    double varied = logVariance > 0 ? mean * logNormal(normal(draws)) : mean;
    return varied <= EXACT_UP_TO ? inverted(varied, uniform) : approximated(varied, draws);
  }

  private double logNormal(double normal) {
    return StrictMath.exp(Math.sqrt(logVariance) * normal - logVariance / 2);
  }

  private static long inverted(double mean, double uniform) {
    double probability = StrictMath.exp(-mean);
    double reached = probability;
    long count = 0;
    // The sum may stay a rounding error below the greatest draws; the probability then runs out.
    while (uniform >= reached && probability > 0) {
      count++;
      probability *= mean / count;
      reached += probability;
      if (count > mean && probability < 1e-17) {
        break;
      }
    }
    return count;
  }

  private static long approximated(double mean, Draws draws) {
    double normal = normal(draws);
    double value = mean + Math.sqrt(mean) * normal + (normal * normal - 1) / 6;
    return Math.max(0, (long) Math.rint(value));
  }

  private static double normal(Draws draws) {
    double radius = Math.sqrt(-2 * StrictMath.log(1 - draws.next()));
    return radius * StrictMath.cos(2 * Math.PI * draws.next());
  }
}
