package org.minorityreport.core.attribution;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.minorityreport.api.model.CausePrior;
import org.minorityreport.api.model.Season;
import org.minorityreport.api.stage.ConfirmedCauses;

/** Shares of confirmed causes as a report's model is told them (spec 5.1). */
final class CausePriors {
  private CausePriors() {}

  /**
   * {@return what was confirmed anywhere, then at the retailer, then there in the season; each by
   * category, and nothing of a scope in which nothing was confirmed}
   */
  static List<CausePrior> of(List<ConfirmedCauses> confirmed, String retailer, Season season) {
    if (confirmed.isEmpty()) {
      return List.of();
    }
    List<CausePrior> priors = new ArrayList<>();
    add(priors, confirmed, Optional.empty(), Optional.empty());
    add(priors, confirmed, Optional.of(retailer), Optional.empty());
    add(priors, confirmed, Optional.of(retailer), Optional.of(season));
    return priors;
  }

  private static void add(
      List<CausePrior> priors,
      List<ConfirmedCauses> confirmed,
      Optional<String> retailer,
      Optional<Season> season) {
    Predicate<ConfirmedCauses> counts =
        c ->
            (retailer.isEmpty() || c.retailer().equals(retailer))
                && (season.isEmpty() || season.get() == c.season());
    SortedMap<String, Long> reports = new TreeMap<>();
    confirmed.stream()
        .filter(counts)
        .forEach(c -> reports.merge(c.category(), c.reports(), Long::sum));
    long all = reports.values().stream().mapToLong(Long::longValue).sum();
    reports.forEach(
        (category, of) ->
            priors.add(
                CausePrior.builder()
                    .category(category)
                    .retailer(retailer)
                    .season(season)
                    .confirmed(of)
                    .share((double) of / all)
                    .build()));
  }

  /** {@return all that priors say, in their order} */
  static List<String> texts(List<CausePrior> priors) {
    return priors.stream()
        .flatMap(
            prior ->
                Stream.of(
                    prior.category(),
                    prior.retailer().orElse(""),
                    prior.season().map(Season::wireName).orElse(""),
                    Long.toString(prior.confirmed())))
        .toList();
  }
}
