package org.minorityreport.core.run;

import java.time.Instant;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.minorityreport.api.model.Model;
import org.minorityreport.api.model.ModelRole;
import org.minorityreport.api.model.ModelRoute;
import org.minorityreport.api.model.ModelWay;
import org.minorityreport.api.model.Route;
import org.minorityreport.api.record.StageRun;
import org.minorityreport.core.model.ChosenModel;
import org.minorityreport.core.model.Models;

/**
 * The models in service, less those that rest at a tick. Thread-safe.
 *
 * @param all the models in service
 * @param breakers which of them rest when; null if none ever does
 */
record ModelService(Models all, @Nullable Breakers breakers) {
  /** The roles that detection asks. */
  private static final Set<ModelRole> OF_DETECTION =
      EnumSet.of(ModelRole.BASELINE, ModelRole.CLASSIFIER);

  /** {@return models of which none rests} */
  static ModelService always(Models models) {
    return new ModelService(models, null);
  }

  /** {@return the models that were chosen, of which nothing is known to have failed yet} */
  static ModelService of(Models models, List<ChosenModel> chosen) {
    Map<ModelRole, Route> routes = new HashMap<>();
    chosen.forEach(choice -> routes.put(choice.role(), choice.route()));
    Map<Breakers.Slot, Breakers.Rule> rules = new HashMap<>();
    add(rules, routes, ModelRole.BASELINE, models.baseline());
    add(rules, routes, ModelRole.CLASSIFIER, models.classifier());
    add(rules, routes, ModelRole.CLUSTER, models.cluster());
    add(rules, routes, ModelRole.ATTRIBUTION, models.attribution());
    add(rules, routes, ModelRole.COHORT, models.cohort());
    return new ModelService(models, new Breakers(rules));
  }

  /** The last model of a route never rests, as nothing could answer in its place. */
  private static void add(
      Map<Breakers.Slot, Breakers.Rule> rules,
      Map<ModelRole, Route> routes,
      ModelRole role,
      ModelRoute<? extends Model> models) {
    Route route = routes.getOrDefault(role, Route.builder().build());
    Breakers.Rule rule = new Breakers.Rule(route.failedTicks(), route.restTicks());
    if (models.fallback().isPresent()) {
      add(rules, role, ModelWay.PRIMARY, Optional.of(models.primary()), rule);
    }
    add(rules, role, ModelWay.CHALLENGER, models.challenger(), rule);
    add(rules, role, ModelWay.SHADOW, models.shadow(), rule);
  }

  private static void add(
      Map<Breakers.Slot, Breakers.Rule> rules,
      ModelRole role,
      ModelWay way,
      Optional<? extends Model> model,
      Breakers.Rule rule) {
    model.ifPresent(m -> rules.put(Breakers.Slot.of(role, way, m.info().id()), rule));
  }

  /** {@return the same, to be told of ticks that nobody else is to know of yet} */
  ModelService copy() {
    return breakers == null ? this : new ModelService(all, breakers.copy());
  }

  /** {@return the models that are asked at a tick} */
  Models at(Instant tick) {
    Breakers known = breakers;
    return known == null || known.isWell(tick)
        ? all
        : new Models(
            all.baseline().resting(known.resting(ModelRole.BASELINE, tick)),
            all.classifier().resting(known.resting(ModelRole.CLASSIFIER, tick)),
            all.cluster().resting(known.resting(ModelRole.CLUSTER, tick)),
            all.attribution().resting(known.resting(ModelRole.ATTRIBUTION, tick)),
            all.cohort().resting(known.resting(ModelRole.COHORT, tick)));
  }

  /** {@return whether no tick before a moment failed} */
  boolean isWell(Instant tick) {
    return breakers == null || breakers.isWell(tick);
  }

  /** Takes note of what a stage said of a tick. */
  void note(StageRun stage) {
    if (breakers != null) {
      breakers.note(stage);
    }
  }

  /** {@return whether detection can go over many ticks in one pass, as no model may rest soon} */
  boolean isCalm() {
    return breakers == null || breakers.isCalm(OF_DETECTION);
  }

  /** {@return whether the model in service of the baseline role, or its challenger, rests} */
  boolean isBaselineResting(Instant tick) {
    return breakers != null
        && !breakers.isWell(tick)
        && breakers.resting(ModelRole.BASELINE, tick).stream()
            .anyMatch(way -> way != ModelWay.SHADOW);
  }
}
