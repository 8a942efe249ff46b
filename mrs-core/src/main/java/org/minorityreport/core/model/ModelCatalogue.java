package org.minorityreport.core.model;

import java.security.CodeSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.ServiceConfigurationError;
import java.util.ServiceLoader;
import java.util.SortedMap;
import java.util.TreeMap;
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
    List<ModelProvider> found = new ArrayList<>();
    try {
      ServiceLoader.load(ModelProvider.class, loader).forEach(found::add);
    } catch (ServiceConfigurationError e) {
      throw new ContractException(
          "a model provider on the class path cannot be used: "
              + e.getMessage()
              + "; mend or remove its jar",
          e);
    }
    return of(found);
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
      if (!provider.id().matches("[a-z][a-z0-9-]*")) {
        throw new ContractException(
            "provider id '"
                + provider.id()
                + "' of "
                + where(provider)
                + " must be lower case letters, digits and hyphens");
      }
      ModelProvider before = byId.putIfAbsent(provider.id(), provider);
      if (before != null) {
        throw new ContractException(
            "two model providers have the id '"
                + provider.id()
                + "': "
                + where(before)
                + " and "
                + where(provider)
                + "; remove one of the jars");
      }
    }
    return new ModelCatalogue(byId);
  }

  /**
   * Chooses a model for every role.
   *
   * @param choices what the host configured, by role; roles that are absent get the default
   * @return one choice per role, in the order of the roles
   * @throws UsageException if a provider asked for is not there or does not serve the role, or if
   *     there are several candidates and no wish
   */
  public List<ChosenModel> choose(Map<ModelRole, ModelChoice> choices) {
    List<ChosenModel> chosen = new ArrayList<>();
    for (ModelRole role : ModelRole.values()) {
      chosen.add(choose(role, choices.getOrDefault(role, ModelChoice.DEFAULT)));
    }
    return chosen;
  }

  /**
   * The chosen models as the stages take them.
   *
   * @param chosen one choice per role
   * @return the models
   */
  public static Models models(List<ChosenModel> chosen) {
    return new Models(
        route(chosen, BaselineModel.class),
        route(chosen, ClassifierModel.class),
        route(chosen, ClusterModel.class),
        route(chosen, AttributionModel.class),
        route(chosen, CohortModel.class));
  }

  private static <M extends Model> ModelRoute<M> route(List<ChosenModel> chosen, Class<M> type) {
    ChosenModel model =
        chosen.stream()
            .filter(c -> c.role().type() == type)
            .findFirst()
            .orElseThrow(() -> new UsageException("no " + type.getSimpleName() + " in " + chosen));
    M primary = type.cast(model.model());
    return model
        .fallback()
        .map(f -> ModelRoute.of(primary, type.cast(f.model())))
        .orElseGet(() -> ModelRoute.of(primary));
  }

  private ChosenModel choose(ModelRole role, ModelChoice choice) {
    List<ModelProvider> serving =
        providers.values().stream().filter(p -> p.roles().contains(role)).toList();
    String wanted = choice.provider();
    if (wanted != null) {
      ModelProvider provider =
          serving.stream()
              .filter(p -> p.id().equals(wanted))
              .findFirst()
              .orElseThrow(
                  () ->
                      new UsageException(
                          "no provider '"
                              + wanted
                              + "' for role "
                              + role.wireName()
                              + "; on the class path are "
                              + list(serving)
                              + "; add its jar or choose one of these"));
      return create(role, provider, choice, "configured", serving);
    }
    List<ModelProvider> real = serving.stream().filter(p -> !p.isMock()).toList();
    if (real.size() > 1) {
      throw new UsageException(
          "several providers serve role "
              + role.wireName()
              + ": "
              + list(real)
              + "; choose one in the configuration");
    }
    if (!real.isEmpty()) {
      return create(role, real.get(0), choice, "the only provider that is no mock", serving);
    }
    if (serving.size() != 1) {
      throw new UsageException(
          (serving.isEmpty() ? "no provider serves role " : "several mocks serve role ")
              + role.wireName()
              + ": "
              + list(serving)
              + "; add a jar with one, such as mrs-mock-models, or choose one");
    }
    return create(role, serving.get(0), choice, "the mock, for want of another", serving);
  }

  /** Creates the model, and the mock that answers where it fails, unless it is a mock itself. */
  private static ChosenModel create(
      ModelRole role,
      ModelProvider provider,
      ModelChoice choice,
      String reason,
      List<ModelProvider> serving) {
    List<ModelProvider> mocks = serving.stream().filter(ModelProvider::isMock).toList();
    Optional<ChosenModel> fallback =
        provider.isMock() || mocks.size() != 1
            ? Optional.empty()
            : Optional.of(
                new ChosenModel(
                    role,
                    mocks.get(0).id(),
                    create(role, mocks.get(0), ModelChoice.DEFAULT),
                    "the mock, where " + provider.id() + " fails"));
    return new ChosenModel(role, provider.id(), create(role, provider, choice), reason, fallback);
  }

  private static Model create(ModelRole role, ModelProvider provider, ModelChoice choice) {
    Model model = provider.create(role, choice.config());
    if (!role.type().isInstance(model)) {
      throw new ContractException(
          "provider "
              + where(provider)
              + " made "
              + model.getClass().getName()
              + " for role "
              + role.wireName()
              + ", which is no "
              + role.type().getSimpleName());
    }
    return model;
  }

  private static String list(List<ModelProvider> providers) {
    return providers.isEmpty()
        ? "none"
        : providers.stream().map(p -> "'" + p.id() + "' in " + where(p)).toList().toString();
  }

  private static String where(ModelProvider provider) {
    CodeSource source = provider.getClass().getProtectionDomain().getCodeSource();
    return provider.getClass().getName()
        + (source == null ? "" : " (" + source.getLocation() + ")");
  }
}
