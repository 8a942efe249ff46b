package org.minorityreport.core.model;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.minorityreport.api.model.Model;
import org.minorityreport.api.model.ModelConfig;
import org.minorityreport.api.model.ModelRole;
import org.minorityreport.api.model.Route;

/**
 * A model in service, where it came from, why it was chosen, and what stands beside it. Immutable.
 *
 * @param role the role it serves
 * @param provider id of the provider that made it
 * @param model the model
 * @param reason why this one
 * @param origin who made it, from what
 * @param fallback what answers where it fails; empty where it is a mock itself
 * @param challenger what takes a share of its questions
 * @param shadow what is asked as well and not used
 * @param route how these are used
 */
public record ChosenModel(
    ModelRole role,
    String provider,
    Model model,
    String reason,
    Origin origin,
    Optional<ChosenModel> fallback,
    Optional<ChosenModel> challenger,
    Optional<ChosenModel> shadow,
    Route route) {
  private static final Route NO_ROUTE = Route.builder().build();

  /**
   * Who made a model, from what. Immutable.
   *
   * @param where class, jar or folder, and module of the provider; empty if that is not known
   * @param mock whether the provider says that its models are stand-ins
   * @param config what the model was made from
   * @param passedOver the other providers of the role, each with its place
   */
  public record Origin(String where, boolean mock, ModelConfig config, List<String> passedOver) {
    /** Nothing is known. */
    public static final Origin UNKNOWN =
        new Origin("", false, ModelConfig.builder().seed(0).build(), List.of());

    /** Copies. */
    public Origin {
      Objects.requireNonNull(config, "config");
      passedOver = List.copyOf(passedOver);
    }
  }

  /**
   * A model without fallback.
   *
   * @param role the role it serves
   * @param provider id of the provider that made it
   * @param model the model
   * @param reason why this one
   */
  public ChosenModel(ModelRole role, String provider, Model model, String reason) {
    this(role, provider, model, reason, Optional.empty());
  }

  /**
   * A model with nothing beside it but a fallback.
   *
   * @param role the role it serves
   * @param provider id of the provider that made it
   * @param model the model
   * @param reason why this one
   * @param fallback what answers where it fails; empty where it is a mock itself
   */
  public ChosenModel(
      ModelRole role, String provider, Model model, String reason, Optional<ChosenModel> fallback) {
    this(
        role,
        provider,
        model,
        reason,
        Origin.UNKNOWN,
        fallback,
        Optional.empty(),
        Optional.empty(),
        NO_ROUTE);
  }

  /**
   * The same model with others beside it.
   *
   * @param how how these are used
   * @param other what takes a share of its questions
   * @param shade what is asked as well and not used
   * @return the choice
   */
  public ChosenModel routed(Route how, Optional<ChosenModel> other, Optional<ChosenModel> shade) {
    return new ChosenModel(role, provider, model, reason, origin, fallback, other, shade, how);
  }

  /** {@return the words of its origin: mock or model, its class and jar} */
  @Override
  public String toString() {
    return role.wireName()
        + ": "
        + model.info().id()
        + " of provider '"
        + provider
        + "' ("
        + reason
        + ")"
        + fallback.map(f -> ", else " + f.model().info().id()).orElse("")
        + challenger.map(c -> ", " + route.share() + " % " + c.model().info().id()).orElse("")
        + shadow.map(s -> ", in its shadow " + s.model().info().id()).orElse("");
  }
}
