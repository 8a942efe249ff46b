package org.minorityreport.core.registry;

import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.minorityreport.api.error.UsageException;
import org.minorityreport.api.id.RunId;
import org.minorityreport.api.log.Commit;
import org.minorityreport.api.log.CommitPosition;
import org.minorityreport.api.log.LogSlice;
import org.minorityreport.api.log.LogStore;
import org.minorityreport.api.log.Logs;
import org.minorityreport.api.log.Writer;
import org.minorityreport.api.model.ModelInfo;
import org.minorityreport.api.model.ModelRole;
import org.minorityreport.api.model.ModelWay;
import org.minorityreport.api.record.ModelRegistration;
import org.minorityreport.api.record.RegistryKind;
import org.minorityreport.api.record.Role;
import org.minorityreport.api.review.Actor;
import org.minorityreport.core.json.LogCodec;
import org.minorityreport.core.model.ChosenModel;
import org.minorityreport.core.text.Nearest;

/**
 * The versions of models that a run knows (spec 5.8): what they are, where they stand, and who
 * approved them. Needs the logs only, so that a model can be approved before its run begins.
 * Thread-safe; holds no state of its own.
 */
public final class ModelRegistry {
  /** What says whether a version may be used: of these the newest counts. */
  private static final Set<RegistryKind> VERDICTS =
      EnumSet.of(RegistryKind.APPROVED, RegistryKind.ROLLED_BACK, RegistryKind.RETIRED);

  private final LogStore store;
  private final RunId run;
  private final InstantSource clock;

  /**
   * The registry of a run, which need not have begun.
   *
   * @param store the logs
   * @param run the line of work
   * @param clock the host's clock
   */
  public ModelRegistry(LogStore store, RunId run, InstantSource clock) {
    this.store = Objects.requireNonNull(store, "store");
    this.run = Objects.requireNonNull(run, "run");
    this.clock = Objects.requireNonNull(clock, "clock");
  }

  /** {@return all rows of the run, in the order in which they were written} */
  public List<ModelRegistration> rows() {
    List<ModelRegistration> rows = new ArrayList<>();
    store.read(
        Logs.MODEL_REGISTRY,
        run,
        CommitPosition.START,
        store.head(),
        row -> {
          if (!row.isRetracted()) {
            rows.add(LogCodec.read(Logs.MODEL_REGISTRY, row));
          }
        });
    return rows;
  }

  /**
   * Makes a version known before it is used, with what only its makers know: when it was trained,
   * on which state of the logs, how well it did.
   *
   * @param actor who does it; an admin
   * @param role the role that it serves
   * @param model name and version, {@code name@version}
   * @param details what else the row is to say; run, time, kind, model and actor are set here
   * @return the row
   * @throws UsageException if the actor may not, or the model has no name or version
   */
  public ModelRegistration register(
      Actor actor, ModelRole role, String model, ModelRegistration.Builder details) {
    return append(
        row(RegistryKind.REGISTERED, role, model, actor, details), actor, "register a model");
  }

  /**
   * Says that a version may be used in a governed run.
   *
   * @param actor who does it; an admin
   * @param role the role that it serves
   * @param model name and version, {@code name@version}; need not be known yet
   * @param note why, not blank; or null
   * @return the row
   * @throws UsageException if the actor may not, or the model has no name or version
   */
  public ModelRegistration approve(
      Actor actor, ModelRole role, String model, @Nullable String note) {
    ModelRegistration.Builder details = ModelRegistration.builder();
    details.note(Optional.ofNullable(note));
    return append(
        row(RegistryKind.APPROVED, role, model, actor, details), actor, "approve a model");
  }

  /**
   * Takes back that a version may be used: a governed run does not start with it any more.
   *
   * @param actor who does it; an admin
   * @param role the role that it serves
   * @param model name and version, {@code name@version}
   * @param note why, not blank
   * @return the row
   * @throws UsageException if the actor may not, or the run does not know the model
   */
  public ModelRegistration rollBack(Actor actor, ModelRole role, String model, String note) {
    ModelRegistration.Builder details = ModelRegistration.builder();
    details.note(note);
    return append(
        row(RegistryKind.ROLLED_BACK, role, known(role, model), actor, details),
        actor,
        "roll a model back");
  }

  /**
   * Says that a version is not to be used any more.
   *
   * @param actor who does it; an admin
   * @param role the role that it serves
   * @param model name and version, {@code name@version}
   * @param note why, not blank; or null
   * @return the row
   * @throws UsageException if the actor may not, or the run does not know the model
   */
  public ModelRegistration retire(
      Actor actor, ModelRole role, String model, @Nullable String note) {
    ModelRegistration.Builder details = ModelRegistration.builder();
    details.note(Optional.ofNullable(note));
    return append(
        row(RegistryKind.RETIRED, role, known(role, model), actor, details),
        actor,
        "retire a model");
  }

  /**
   * Whether the newest word about a version is an approval.
   *
   * @param role the role
   * @param model name and version, {@code name@version}
   * @return false also if nobody said anything
   */
  public boolean isApproved(ModelRole role, String model) {
    boolean approved = false;
    for (ModelRegistration row : rows()) {
      Optional<RegistryKind> kind = RegistryKind.of(row.kind()).filter(VERDICTS::contains);
      if (kind.isPresent() && isAbout(row, role, model)) {
        approved = kind.get() == RegistryKind.APPROVED;
      }
    }
    return approved;
  }

  private static boolean isAbout(ModelRegistration row, ModelRole role, String model) {
    return row.role().equals(role.wireName()) && row.modelId().equals(model);
  }

  private String known(ModelRole role, String model) {
    List<String> known =
        rows().stream()
            .filter(row -> row.role().equals(role.wireName()))
            .map(ModelRegistration::modelId)
            .distinct()
            .sorted()
            .toList();
    if (!known.contains(model)) {
      throw new UsageException(
          "run '"
              + run
              + "' knows no model '"
              + model
              + "' of role "
              + role.wireName()
              + Nearest.question(model, known)
              + "; it knows "
              + known);
    }
    return model;
  }

  private ModelRegistration row(
      RegistryKind kind,
      ModelRole role,
      String model,
      Actor actor,
      ModelRegistration.Builder details) {
    int at = model.lastIndexOf('@');
    if (at < 1 || at == model.length() - 1) {
      throw new UsageException(
          "'" + model + "' is no model: give name and version, such as 'acme-baseline@1.2'");
    }
    return details
        .runId(run)
        .writtenAt(clock.instant())
        .kind(kind.wireName())
        .role(role.wireName())
        .modelName(model.substring(0, at))
        .modelVersion(model.substring(at + 1))
        .actor(actor.id())
        .build();
  }

  private ModelRegistration append(ModelRegistration row, Actor actor, String action) {
    if (!actor.roles().contains(Role.ADMIN)) {
      throw new UsageException(
          "not allowed: '"
              + actor.id()
              + "' may not "
              + action
              + " ("
              + row.modelId()
              + "): it takes the role "
              + Role.ADMIN.wireName()
              + ", and they have "
              + actor.roles().stream().map(Role::wireName).toList());
    }
    store.append(
        Commit.of(
            List.of(
                LogSlice.of(
                    Logs.MODEL_REGISTRY,
                    Writer.LIFECYCLE,
                    List.of(LogCodec.row(Logs.MODEL_REGISTRY, row))))));
    return row;
  }

  /**
   * What a runner has to say of its models, unless the log says so already: that they are known,
   * and where they stand.
   *
   * @param chosen the models in service
   * @param actor who starts the run
   * @param now by the host's clock
   * @return rows that are not there yet
   */
  public List<ModelRegistration> introduced(List<ChosenModel> chosen, String actor, Instant now) {
    List<ModelRegistration> before = rows();
    List<ModelRegistration> rows = new ArrayList<>();
    for (ChosenModel choice : chosen) {
      for (Place place : places(choice)) {
        ModelRegistration known = row(RegistryKind.REGISTERED, place, actor, now).build();
        if (before.stream().noneMatch(row -> isSame(row, known)) && !rows.contains(known)) {
          rows.add(known);
        }
        ModelRegistration.Builder standing = row(RegistryKind.ROUTED, place, actor, now);
        standing.route(place.way().wireName());
        if (place.way() == ModelWay.CHALLENGER) {
          standing.share(choice.route().share());
        }
        ModelRegistration routed = standing.build();
        if (newestRoute(before, routed).filter(row -> isSame(row, routed)).isEmpty()) {
          rows.add(routed);
        }
      }
    }
    return rows;
  }

  /** A model in its place on a route. */
  private record Place(ModelRole role, ModelWay way, ChosenModel model) {}

  private static List<Place> places(ChosenModel choice) {
    List<Place> places = new ArrayList<>();
    places.add(new Place(choice.role(), ModelWay.PRIMARY, choice));
    choice
        .challenger()
        .ifPresent(m -> places.add(new Place(choice.role(), ModelWay.CHALLENGER, m)));
    choice.fallback().ifPresent(m -> places.add(new Place(choice.role(), ModelWay.FALLBACK, m)));
    choice.shadow().ifPresent(m -> places.add(new Place(choice.role(), ModelWay.SHADOW, m)));
    return places;
  }

  private ModelRegistration.Builder row(RegistryKind kind, Place place, String actor, Instant now) {
    ModelInfo info = place.model().model().info();
    ModelRegistration.Builder row = ModelRegistration.builder();
    row.runId(run)
        .writtenAt(now)
        .kind(kind.wireName())
        .role(place.role().wireName())
        .modelName(info.name())
        .modelVersion(info.version())
        .actor(actor);
    if (kind == RegistryKind.REGISTERED) {
      row.trainedOn(info.trainedOn())
          .source(info.source())
          .parameters(place.model().origin().config().parameters());
    }
    return row;
  }

  /** Who said it, and when, is of no account; nor is what only the makers of a model know. */
  private static boolean isSame(ModelRegistration row, ModelRegistration now) {
    return row.kind().equals(now.kind())
        && row.role().equals(now.role())
        && row.modelId().equals(now.modelId())
        && row.parameters().equals(now.parameters())
        && row.route().equals(now.route())
        && row.share().equals(now.share());
  }

  private static Optional<ModelRegistration> newestRoute(
      List<ModelRegistration> rows, ModelRegistration routed) {
    return rows.stream()
        .filter(row -> row.kind().equals(RegistryKind.ROUTED.wireName()))
        .filter(row -> row.role().equals(routed.role()) && row.route().equals(routed.route()))
        .reduce((one, other) -> other);
  }
}
