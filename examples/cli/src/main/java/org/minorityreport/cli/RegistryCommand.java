package org.minorityreport.cli;

import org.jspecify.annotations.Nullable;
import org.minorityreport.api.model.ModelRole;
import org.minorityreport.api.record.ModelRegistration;
import org.minorityreport.core.registry.ModelRegistry;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Which versions of models were registered, and which may answer in governed runs. */
@Command(
    name = "registry",
    mixinStandardHelpOptions = true,
    description = "Versions of models: what was registered, approved, rolled back, retired.",
    subcommands = {
      RegistryCommand.Listing.class,
      RegistryCommand.Approve.class,
      RegistryCommand.RollBack.class,
      RegistryCommand.Retire.class
    },
    footer = {"", "Example: mrs registry list --store logs", ExitCodes.TEXT})
final class RegistryCommand implements Runnable {
  @Spec private @Nullable CommandSpec spec;

  RegistryCommand() {}

  @Override
  public void run() {
    if (spec != null) {
      throw new ParameterException(
          spec.commandLine(), "say which: list, approve, rollback, retire");
    }
  }

  private static String text(ModelRegistration row) {
    return row.writtenAt()
        + "  "
        + row.kind()
        + "  "
        + row.role()
        + "  "
        + row.modelId()
        + "  "
        + row.actor()
        + row.note().map(note -> "  " + note).orElse("");
  }

  /** Lists the rows of the registry. */
  @Command(
      name = "list",
      mixinStandardHelpOptions = true,
      description = "What was registered, approved, routed, rolled back, retired.",
      footer = {"", "Example: mrs registry list --store logs", ExitCodes.TEXT})
  static final class Listing extends OfStore {
    Listing() {}

    @Override
    public Integer call() {
      try (Session session = store.reading()) {
        list(session.mrs().registry().rows(), RegistryCommand::text);
      }
      return ExitCodes.DONE;
    }
  }

  /** An act of an administrator on a version of a model. */
  abstract static class OnVersion extends OfStore {
    @Mixin final ActorOption actor = new ActorOption();

    @Parameters(index = "0", paramLabel = "ROLE", description = "baseline, classifier, ...")
    private String role = "";

    @Parameters(index = "1", paramLabel = "NAME@VERSION", description = "The model.")
    private String model = "";

    @Option(names = "--note", paramLabel = "TEXT", description = "Why.")
    private @Nullable String note;

    abstract ModelRegistration act(
        ModelRegistry registry, ModelRole of, String version, @Nullable String why);

    @Override
    public final Integer call() {
      try (Session session = store.writing(actor.timed())) {
        ModelRegistration row = act(session.mrs().registry(), ModelOptions.role(role), model, note);
        show(row, RegistryCommand.text(row));
      }
      return ExitCodes.DONE;
    }
  }

  /** Approves a version. */
  @Command(
      name = "approve",
      mixinStandardHelpOptions = true,
      description = "Approves a version of a model for governed runs.",
      footer = {
        "",
        "Example: mrs registry approve baseline team-median@2 --store logs --actor ada --role admin",
        ExitCodes.TEXT
      })
  static final class Approve extends OnVersion {
    Approve() {}

    @Override
    ModelRegistration act(
        ModelRegistry registry, ModelRole of, String version, @Nullable String why) {
      return registry.approve(actor.actor(), of, version, why);
    }
  }

  /** Goes back to an earlier version. */
  @Command(
      name = "rollback",
      mixinStandardHelpOptions = true,
      description = "Says that an earlier version answers again.",
      footer = {
        "",
        "Example: mrs registry rollback baseline team-median@1 --note 'drifts' --store logs"
            + " --actor ada --role admin",
        ExitCodes.TEXT
      })
  static final class RollBack extends OnVersion {
    RollBack() {}

    @Override
    ModelRegistration act(
        ModelRegistry registry, ModelRole of, String version, @Nullable String why) {
      if (why == null) {
        throw new Failure(ExitCodes.WRONG_USAGE, "say why: --note TEXT");
      }
      return registry.rollBack(actor.actor(), of, version, why);
    }
  }

  /** Takes a version out of service. */
  @Command(
      name = "retire",
      mixinStandardHelpOptions = true,
      description = "Says that a version is not to be used any more.",
      footer = {
        "",
        "Example: mrs registry retire baseline team-median@1 --store logs --actor ada --role admin",
        ExitCodes.TEXT
      })
  static final class Retire extends OnVersion {
    Retire() {}

    @Override
    ModelRegistration act(
        ModelRegistry registry, ModelRole of, String version, @Nullable String why) {
      return registry.retire(actor.actor(), of, version, why);
    }
  }
}
