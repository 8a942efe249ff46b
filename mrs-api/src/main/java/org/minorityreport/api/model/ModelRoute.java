package org.minorityreport.api.model;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;
import org.minorityreport.api.value.Rules;

/**
 * The models that are asked in one role: the one in service, the challenger that takes a share of
 * its questions, the one that answers where these fail, and the one that is asked but not used.
 * Immutable.
 *
 * @param <M> the interface of the role
 */
public final class ModelRoute<M extends Model> {
  private final M primary;
  private final @Nullable M fallback;
  private final @Nullable M challenger;
  private final int share;
  private final @Nullable M shadow;
  private final double qualityFloor;
  private final Set<ModelWay> resting;

  private ModelRoute(
      M primary,
      @Nullable M fallback,
      @Nullable M challenger,
      int share,
      @Nullable M shadow,
      double qualityFloor,
      Set<ModelWay> resting) {
    this.primary = Objects.requireNonNull(primary, "primary");
    this.fallback = fallback;
    this.challenger = challenger;
    this.share = share;
    this.shadow = shadow;
    this.qualityFloor = qualityFloor;
    this.resting = resting;
  }

  /**
   * A route without fallback.
   *
   * @param primary the model in service
   * @param <M> the interface of the role
   * @return the route
   */
  public static <M extends Model> ModelRoute<M> of(M primary) {
    return new ModelRoute<>(primary, null, null, 0, null, 0, Set.of());
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
    Objects.requireNonNull(fallback, "fallback");
    return new ModelRoute<>(primary, fallback, null, 0, null, 0, Set.of());
  }

  /**
   * The same route with a challenger.
   *
   * @param model answers a share of the questions in the place of the primary
   * @param perCent how many of a hundred stores or reports; 1 to 99
   * @return the route
   */
  public ModelRoute<M> split(M model, int perCent) {
    Objects.requireNonNull(model, "model");
    Rules.check(perCent >= 1 && perCent <= 99, "share", perCent, "1 to 99");
    return new ModelRoute<>(primary, fallback, model, perCent, shadow, qualityFloor, resting);
  }

  /**
   * The same route with a shadow.
   *
   * @param model is asked as well; its answers are not used
   * @return the route
   */
  public ModelRoute<M> shadowedBy(M model) {
    Objects.requireNonNull(model, "model");
    return new ModelRoute<>(primary, fallback, challenger, share, model, qualityFloor, resting);
  }

  /**
   * The same route with a floor of quality.
   *
   * @param floor answers that claim less are not used; 0 to 1
   * @return the route
   */
  public ModelRoute<M> withQualityFloor(double floor) {
    Rules.share("quality_floor", floor);
    return new ModelRoute<>(primary, fallback, challenger, share, shadow, floor, resting);
  }

  /**
   * The same route while some of its models rest, because they failed too often.
   *
   * @param ways the models that are not asked
   * @return the route
   */
  public ModelRoute<M> resting(Set<ModelWay> ways) {
    Set<ModelWay> all = ways.isEmpty() ? Set.of() : Set.copyOf(EnumSet.copyOf(ways));
    return new ModelRoute<>(primary, fallback, challenger, share, shadow, qualityFloor, all);
  }

  /**
   * The same route over other models.
   *
   * @param change what takes the place of each model
   * @return the route
   */
  public ModelRoute<M> map(BiFunction<M, ModelWay, M> change) {
    return new ModelRoute<>(
        change.apply(primary, ModelWay.PRIMARY),
        fallback == null ? null : change.apply(fallback, ModelWay.FALLBACK),
        challenger == null ? null : change.apply(challenger, ModelWay.CHALLENGER),
        share,
        shadow == null ? null : change.apply(shadow, ModelWay.SHADOW),
        qualityFloor,
        resting);
  }

  /**
   * The model in service.
   *
   * @return the model that is asked first, but for the share of the challenger
   */
  public M primary() {
    return primary;
  }

  /**
   * The model that answers where another one fails.
   *
   * @return the model; empty if there is none
   */
  public Optional<M> fallback() {
    return Optional.ofNullable(fallback);
  }

  /** {@return the model that takes a share of the questions; empty if there is none} */
  public Optional<M> challenger() {
    return Optional.ofNullable(challenger);
  }

  /** {@return the share of the challenger in per cent; 0 if there is none} */
  public int share() {
    return share;
  }

  /** {@return the model that is asked and not used; empty if there is none} */
  public Optional<M> shadow() {
    return Optional.ofNullable(shadow);
  }

  /** {@return answers that claim less are not used; 0 to 1} */
  public double qualityFloor() {
    return qualityFloor;
  }

  /** {@return the models that are not asked for now, because they failed too often} */
  public Set<ModelWay> resting() {
    return resting;
  }

  /**
   * All models of which answers may be used.
   *
   * @return the primary, then the challenger and the fallback if there are such; never the shadow
   */
  public List<M> models() {
    List<M> models = new ArrayList<>(3);
    models.add(primary);
    challenger().ifPresent(models::add);
    fallback().ifPresent(models::add);
    return models;
  }

  @Override
  public String toString() {
    return primary.info().id()
        + (challenger == null ? "" : ", " + share + " % " + challenger.info().id())
        + (fallback == null ? "" : ", else " + fallback.info().id())
        + (shadow == null ? "" : ", in its shadow " + shadow.info().id())
        + (resting.isEmpty() ? "" : ", resting " + resting);
  }
}
