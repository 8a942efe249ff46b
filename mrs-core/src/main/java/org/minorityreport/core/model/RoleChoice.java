package org.minorityreport.core.model;

import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.minorityreport.api.error.ContractException;
import org.minorityreport.api.error.UsageException;
import org.minorityreport.api.model.Model;
import org.minorityreport.api.model.ModelProvider;
import org.minorityreport.api.model.ModelRole;
import org.minorityreport.api.model.ProvidedModel;
import org.minorityreport.api.model.Route;
import org.minorityreport.core.text.Nearest;

/** Which providers make the models of one role (spec 5.3, 5.4). */
final class RoleChoice {
  /** The roles whose answers can say how good they are. */
  private static final Set<ModelRole> CLAIMING = EnumSet.of(ModelRole.ATTRIBUTION);

  private final ModelRole role;
  private final List<ModelProvider> serving;

  /**
   * The choice for a role.
   *
   * @param serving the providers that serve it, by id
   */
  RoleChoice(ModelRole role, List<ModelProvider> serving) {
    this.role = role;
    this.serving = serving;
  }

  ChosenModel choose(ModelChoice choice, @Nullable Route route) {
    String wanted = choice.provider();
    ModelProvider provider = wanted == null ? theDefault() : named(wanted, "");
    String reason =
        wanted != null
            ? "configured"
            : isMock(provider)
                ? "the mock, for want of another"
                : "the only provider that is no mock";
    ChosenModel primary = made(provider, choice, reason, fallback(provider, route));
    if (route == null) {
      return primary;
    }
    check(route);
    return primary.routed(
        route,
        route.challenger().map(m -> beside(m, "challenger", route.share() + " % of questions")),
        route.shadow().map(m -> beside(m, "shadow", "asked and not used")));
  }

  private void check(Route route) {
    if (route.challenger().isPresent() && role == ModelRole.COHORT) {
      throw new UsageException(
          "the role cohort cannot be split: pairs of reports have no id of their own; leave out"
              + " the challenger '"
              + route.challenger().get().provider()
              + "', or run it as shadow");
    }
    if (route.qualityFloor() > 0 && !CLAIMING.contains(role)) {
      throw new UsageException(
          "role "
              + role.wireName()
              + " has a quality floor of "
              + route.qualityFloor()
              + ", but its answers do not say how good they are; only those of attribution do");
    }
  }

  private ModelProvider theDefault() {
    List<ModelProvider> real = serving.stream().filter(p -> !isMock(p)).toList();
    if (real.size() > 1) {
      throw new UsageException(
          "several providers serve role "
              + role.wireName()
              + ": "
              + list(real)
              + "; choose one in the configuration");
    }
    if (!real.isEmpty()) {
      return real.get(0);
    }
    if (serving.size() != 1) {
      throw new UsageException(
          (serving.isEmpty() ? "no provider serves role " : "several mocks serve role ")
              + role.wireName()
              + ": "
              + list(serving)
              + "; add a jar with one, such as mrs-mock-models, or choose one");
    }
    return serving.get(0);
  }

  private ModelProvider named(String wanted, String as) {
    return serving.stream()
        .filter(p -> p.id().equals(wanted))
        .findFirst()
        .orElseThrow(
            () ->
                new UsageException(
                    "no provider '"
                        + wanted
                        + "' for role "
                        + role.wireName()
                        + as
                        + Nearest.question(wanted, serving.stream().map(ModelProvider::id).toList())
                        + "; on the class path are "
                        + list(serving)
                        + "; add its jar or choose one of these"));
  }

  /** What answers where others fail: as configured, else the mock, unless that is the primary. */
  private Optional<ChosenModel> fallback(ModelProvider primary, @Nullable Route route) {
    Optional<ProvidedModel> wanted = Optional.ofNullable(route).flatMap(Route::fallback);
    if (wanted.isPresent()) {
      return wanted.map(m -> beside(m, "fallback", "where " + primary.id() + " fails"));
    }
    List<ModelProvider> mocks = serving.stream().filter(RoleChoice::isMock).toList();
    return isMock(primary) || mocks.size() != 1
        ? Optional.empty()
        : Optional.of(
            made(
                mocks.get(0),
                ModelChoice.DEFAULT,
                "the mock, where " + primary.id() + " fails",
                Optional.empty()));
  }

  private ChosenModel beside(ProvidedModel wanted, String way, String reason) {
    return made(
        named(wanted.provider(), " as " + way),
        new ModelChoice(wanted.provider(), wanted.config()),
        reason,
        Optional.empty());
  }

  private ChosenModel made(
      ModelProvider provider, ModelChoice choice, String reason, Optional<ChosenModel> fallback) {
    checkParameters(provider, choice);
    Model model =
        Providers.ask(
            provider,
            "a model of role " + role.wireName(),
            () -> provider.create(role, choice.config()));
    if (!role.type().isInstance(model)) {
      throw new ContractException(
          "provider "
              + Providers.where(provider)
              + " made "
              + model.getClass().getName()
              + " for role "
              + role.wireName()
              + ", which is no "
              + role.type().getSimpleName());
    }
    Providers.ask(provider, "what its model of role " + role.wireName() + " is", model::info);
    List<String> passedOver =
        serving.stream().filter(p -> p != provider).map(RoleChoice::text).toList();
    ChosenModel.Origin origin =
        new ChosenModel.Origin(
            Providers.where(provider), isMock(provider), choice.config(), passedOver);
    return new ChosenModel(
        role,
        provider.id(),
        model,
        reason,
        origin,
        fallback,
        Optional.empty(),
        Optional.empty(),
        Route.builder().build());
  }

  private void checkParameters(ModelProvider provider, ModelChoice choice) {
    Optional<Set<String>> known =
        Providers.ask(provider, "its parameters", () -> provider.parameters(role));
    if (known.isEmpty()) {
      return;
    }
    for (String name : choice.config().parameters().keySet()) {
      if (!known.get().contains(name)) {
        throw new UsageException(
            "provider '"
                + provider.id()
                + "' knows no parameter '"
                + name
                + "' for role "
                + role.wireName()
                + Nearest.question(name, known.get())
                + "; it knows "
                + (known.get().isEmpty() ? "none" : new TreeSet<>(known.get())));
      }
    }
  }

  private static boolean isMock(ModelProvider provider) {
    return Providers.ask(provider, "whether it is a mock", provider::isMock);
  }

  private static String list(List<ModelProvider> providers) {
    return providers.isEmpty()
        ? "none"
        : providers.stream().map(RoleChoice::text).toList().toString();
  }

  private static String text(ModelProvider provider) {
    return "'" + provider.id() + "' in " + Providers.where(provider);
  }
}
