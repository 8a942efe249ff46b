package org.minorityreport.core.model;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;
import org.minorityreport.api.error.ContractException;
import org.minorityreport.api.error.UsageException;
import org.minorityreport.api.model.AttributionModel;
import org.minorityreport.api.model.BaselineModel;
import org.minorityreport.api.model.ClassifierModel;
import org.minorityreport.api.model.ClusterModel;
import org.minorityreport.api.model.CohortModel;
import org.minorityreport.api.model.Model;
import org.minorityreport.api.model.ModelProvider;
import org.minorityreport.api.model.ModelRole;
import org.minorityreport.api.model.ModelRoute;
import org.minorityreport.api.model.Route;

/** The providers on the class path, by id, and the choice among them (spec 5.3). Immutable. */
public final class ModelCatalogue {
  private final SortedMap<String, ModelProvider> providers;

  private ModelCatalogue(SortedMap<String, ModelProvider> providers) {
    this.providers = providers;
  }

  /**
   * Finds the providers that a class loader sees.
   *
   * @param loader the class loader
   * @return the catalogue
   * @throws ContractException if a provider is broken, or two have one id; names classes and jars
   */
  public static ModelCatalogue discover(ClassLoader loader) {
    return of(Providers.find(loader));
  }

  /**
   * The catalogue of some providers.
   *
   * @param found providers in any order
   * @return the catalogue
   * @throws ContractException if two have one id
   */
  public static ModelCatalogue of(List<ModelProvider> found) {
    SortedMap<String, ModelProvider> byId = new TreeMap<>();
    for (ModelProvider provider : found) {
      String id = Providers.ask(provider, "its id", provider::id);
      if (!id.matches("[a-z][a-z0-9-]*")) {
        throw new ContractException(
            "provider id '"
                + id
                + "' of "
                + Providers.where(provider)
                + " must be lower case letters, digits and hyphens");
      }
      ModelProvider before = byId.putIfAbsent(id, provider);
      if (before != null) {
        throw new ContractException(
            "two model providers have the id '"
                + id
                + "': "
                + Providers.where(before)
                + " and "
                + Providers.where(provider)
                + "; remove one of the jars");
      }
    }
    return new ModelCatalogue(byId);
  }

  /**
   * Chooses a model for every role, with nothing beside it but its fallback.
   *
   * @param choices what the host configured, by role; roles that are absent get the default
   * @return one choice per role, in the order of the roles
   * @throws UsageException as {@link #choose(Map, Map)} does
   */
  public List<ChosenModel> choose(Map<ModelRole, ModelChoice> choices) {
    return choose(choices, Map.of());
  }

  /**
   * Chooses the models of every role.
   *
   * @param choices what the host configured, by role; roles that are absent get the default
   * @param routes what is to stand beside these, by role
   * @return one choice per role, in the order of the roles
   * @throws UsageException if a provider asked for is not there or does not serve the role, if
   *     there are several candidates and no wish, if a parameter is unknown, or a route asks for
   *     what its role does not have
   * @throws ContractException if a provider cannot make its model; names class and jar
   */
  public List<ChosenModel> choose(
      Map<ModelRole, ModelChoice> choices, Map<ModelRole, Route> routes) {
    List<ChosenModel> chosen = new ArrayList<>();
    for (ModelRole role : ModelRole.values()) {
      ModelChoice choice = choices.getOrDefault(role, ModelChoice.DEFAULT);
      chosen.add(new RoleChoice(role, serving(role)).choose(choice, routes.get(role)));
    }
    return chosen;
  }

  private List<ModelProvider> serving(ModelRole role) {
    return providers.values().stream()
        .filter(p -> Providers.ask(p, "its roles", p::roles).contains(role))
        .toList();
  }

  /**
   * The chosen models as the stages take them, trusted to answer in time.
   *
   * @param chosen one choice per role
   * @return the models
   */
  public static Models models(List<ChosenModel> chosen) {
    return models(chosen, CallWatch.NONE);
  }

  /**
   * The chosen models as the stages take them.
   *
   * @param chosen one choice per role
   * @param watch sees to it that calls end in time; not those of mocks, which are the last resort
   * @return the models
   */
  public static Models models(List<ChosenModel> chosen, CallWatch watch) {
    return new Models(
        route(chosen, BaselineModel.class, watch),
        route(chosen, ClassifierModel.class, watch),
        route(chosen, ClusterModel.class, watch),
        route(chosen, AttributionModel.class, watch),
        route(chosen, CohortModel.class, watch));
  }

  private static <M extends Model> ModelRoute<M> route(
      List<ChosenModel> chosen, Class<M> type, CallWatch watch) {
    ChosenModel choice =
        chosen.stream()
            .filter(c -> c.role().type() == type)
            .findFirst()
            .orElseThrow(() -> new UsageException("no " + type.getSimpleName() + " in " + chosen));
    Function<ChosenModel, M> made = c -> type.cast(watched(c, watch));
    M primary = made.apply(choice);
    ModelRoute<M> route =
        choice
            .fallback()
            .map(f -> ModelRoute.of(primary, made.apply(f)))
            .orElseGet(() -> ModelRoute.of(primary))
            .withQualityFloor(choice.route().qualityFloor());
    if (choice.challenger().isPresent()) {
      route = route.split(made.apply(choice.challenger().get()), choice.route().share());
    }
    return choice.shadow().isPresent()
        ? route.shadowedBy(made.apply(choice.shadow().get()))
        : route;
  }

  private static Model watched(ChosenModel choice, CallWatch watch) {
    return watch == CallWatch.NONE || choice.origin().mock()
        ? choice.model()
        : new WatchedModels(watch).of(choice.role(), choice.model());
  }
}
