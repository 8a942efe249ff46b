package org.minorityreport.api.model;

import java.util.Optional;
import org.immutables.value.Value;
import org.minorityreport.api.value.MrsValue;
import org.minorityreport.api.value.Rules;

/**
 * What stands beside the model in service of a role, as a host asks for it (spec 5.4, 5.5):
 *
 * <pre>{@code
 * Route.builder().challenger(ProvidedModel.of("acme-next")).share(10).build()
 * }</pre>
 *
 * Immutable.
 */
@Value.Immutable
@MrsValue
public interface Route {
  /** {@return what answers where another model fails; the mock, unless said} */
  Optional<ProvidedModel> fallback();

  /** {@return what answers a share of the questions in the place of the model in service} */
  Optional<ProvidedModel> challenger();

  /**
   * How much the challenger answers.
   *
   * @return per cent of stores (baseline, classifier) or reports (cluster, attribution); 1 to 99
   *     with a challenger, 0 without
   */
  @Value.Default
  default int share() {
    return 0;
  }

  /** {@return what is asked as well and logged, and never used} */
  Optional<ProvidedModel> shadow();

  /**
   * How good an answer has to say it is. One that claims less is logged as {@code low_quality} and
   * the fallback is asked; one that claims nothing is used.
   *
   * @return 0 to 1; 0, unless said, takes every answer
   */
  @Value.Default
  default double qualityFloor() {
    return 0;
  }

  /** {@return after how many failed ticks in a row a model rests; 1 or more, 3 unless said} */
  @Value.Default
  default int failedTicks() {
    return 3;
  }

  /**
   * {@return for how many ticks it then rests, until it is tried again; 1 or more, 10 unless said}
   */
  @Value.Default
  default int restTicks() {
    return 10;
  }

  /** Checks the rules of the fields. */
  @Value.Check
  default void check() {
    if (challenger().isPresent()) {
      Rules.check(
          share() >= 1 && share() <= 99, "share", share(), "1 to 99 where there is a challenger");
    } else {
      Rules.check(share() == 0, "share", share(), "0 where there is no challenger");
    }
    Rules.share("quality_floor", qualityFloor());
    Rules.check(failedTicks() >= 1, "failed_ticks", failedTicks(), "1 or more");
    Rules.check(restTicks() >= 1, "rest_ticks", restTicks(), "1 or more");
  }

  /** {@return a new builder} */
  static Builder builder() {
    return new Builder();
  }

  /** Builds a {@link Route}; one thread at a time. */
  final class Builder extends ImmutableRoute.Builder {
    Builder() {}
  }
}
