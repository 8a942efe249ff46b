package org.minorityreport.api.model;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The models that may answer in one role: the one in service, and the one that answers where that
 * one fails. Immutable.
 *
 * @param <M> the interface of the role
 */
public final class ModelRoute<M extends Model> {
  private final M primary;
  private final @Nullable M fallback;

  private ModelRoute(M primary, @Nullable M fallback) {
    this.primary = Objects.requireNonNull(primary, "primary");
    this.fallback = fallback;
  }

  /**
   * A route without fallback.
   *
   * @param primary the model in service
   * @param <M> the interface of the role
   * @return the route
   */
  public static <M extends Model> ModelRoute<M> of(M primary) {
    return new ModelRoute<>(primary, null);
  }

  /**
   * A route with a fallback.
   *
   * @param primary the model in service
   * @param fallback answers where the primary fails
   * @param <M> the interface of the role
   * @return the route
   */
  public static <M extends Model> ModelRoute<M> of(M primary, M fallback) {
    return new ModelRoute<>(primary, Objects.requireNonNull(fallback, "fallback"));
  }

  /**
   * The model in service.
   *
   * @return the model that is asked first
   */
  public M primary() {
    return primary;
  }

  /**
   * The model that answers where the primary fails.
   *
   * @return the model; empty if there is none
   */
  public Optional<M> fallback() {
    return Optional.ofNullable(fallback);
  }

  /**
   * All models of the route.
   *
   * @return the primary, then the fallback if there is one
   */
  public List<M> models() {
    return fallback == null ? List.of(primary) : List.of(primary, fallback);
  }

  @Override
  public String toString() {
    return primary.info().id() + (fallback == null ? "" : ", else " + fallback.info().id());
  }
}
