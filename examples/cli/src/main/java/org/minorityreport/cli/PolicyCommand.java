package org.minorityreport.cli;

import java.math.BigDecimal;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.minorityreport.api.id.StoreId;
import org.minorityreport.api.log.CommitPosition;
import org.minorityreport.api.log.Logs;
import org.minorityreport.api.policy.ApprovalPolicy;
import org.minorityreport.api.record.SettingRecord;
import org.minorityreport.api.stage.SuppressionConditions;
import org.minorityreport.api.stage.SuppressionRule;
import org.minorityreport.core.json.CanonicalJson;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Policies of automatic approval, rules of suppression, and when two people must decide. */
@Command(
    name = "policy",
    mixinStandardHelpOptions = true,
    description = "What is approved without a person, what is suppressed, what takes two people.",
    subcommands = {
      PolicyCommand.Listing.class,
      PolicyCommand.Set.class,
      PolicyCommand.Suppress.class,
      PolicyCommand.TwoPersons.class
    },
    footer = {"", "Example: mrs policy list --store logs", ExitCodes.TEXT})
final class PolicyCommand implements Runnable {
  @Spec private @Nullable CommandSpec spec;

  PolicyCommand() {}

  @Override
  public void run() {
    if (spec != null) {
      throw new ParameterException(
          spec.commandLine(), "say which: list, set, suppress, two-persons");
    }
  }

  private static String text(SettingRecord row) {
    return row.kind()
        + "  "
        + row.name()
        + "@"
        + row.settingVersion()
        + "  from "
        + row.validFrom()
        + row.validTo().map(to -> " to " + to).orElse("")
        + "  by "
        + row.owner()
        + "  "
        + row.body();
  }

  /** Lists them. */
  @Command(
      name = "list",
      mixinStandardHelpOptions = true,
      description = "All versions of all policies, rules and limits.",
      footer = {"", "Example: mrs policy list --store logs --json", ExitCodes.TEXT})
  static final class Listing extends OfStore {
    Listing() {}

    @Override
    public Integer call() {
      try (Session session = store.reading()) {
        list(settings(session), PolicyCommand::text);
      }
      return ExitCodes.DONE;
    }

    private static List<SettingRecord> settings(Session session) {
      List<SettingRecord> rows = new ArrayList<>();
      session
          .logs()
          .read(
              Logs.SETTINGS,
              session.mrs().run(),
              CommitPosition.START,
              session.logs().head(),
              row -> {
                SettingRecord setting = CanonicalJson.read(row.json(), SettingRecord.class);
                if (!setting.kind().equals("configuration")) {
                  rows.add(setting);
                }
              });
      return rows;
    }
  }

  /** A row of an administrator, valid from a tick on. */
  abstract static class Governed extends OfStore {
    @Mixin final ActorOption actor = new ActorOption();

    @Parameters(paramLabel = "NAME", description = "Its name.")
    String name = "";

    @Option(
        names = "--setting-version",
        paramLabel = "ID",
        required = true,
        description = "A version that the name did not have yet.")
    String version = "";

    @Option(
        names = "--from",
        paramLabel = "TIME",
        required = true,
        description = "The first tick at which it holds.")
    Instant from = Instant.EPOCH;

    @Option(names = "--to", paramLabel = "TIME", description = "The first at which it does not.")
    @Nullable Instant to;

    abstract SettingRecord set(Session session);

    @Override
    public final Integer call() {
      try (Session session = store.writing(actor.timed())) {
        SettingRecord row = set(session);
        show(row, text(row));
      }
      return ExitCodes.DONE;
    }
  }

  /** Sets a policy of automatic approval. */
  @Command(
      name = "set",
      mixinStandardHelpOptions = true,
      description = {
        "Sets a version of a policy of automatic approval.",
        "It only tells what it would approve (shadow) unless --act."
      },
      footer = {
        "",
        "Examples:",
        "  mrs policy set small --setting-version 1 --from 2025-08-01T00:00:00Z --store logs"
            + " --actor ada --role admin",
        "  mrs policy set small --setting-version 2 --act --maximum-impact 200"
            + " --from 2025-09-01T00:00:00Z --store logs --actor ada --role admin",
        ExitCodes.TEXT
      })
  static final class Set extends Governed {
    @Option(names = "--act", description = "Approves, instead of telling what it would approve.")
    private boolean act;

    @Option(names = "--minimum-confidence", paramLabel = "X", description = "Default: 0.70.")
    private @Nullable Double minimumConfidence;

    @Option(
        names = "--maximum-impact",
        paramLabel = "AMOUNT",
        description = "Greater ones go to people. Default: 1000.")
    private @Nullable BigDecimal maximumImpact;

    @Option(
        names = "--shadow-for",
        paramLabel = "DURATION",
        description = "How long it must have told before it acts. Default: P28D.")
    private @Nullable Duration shadowFor;

    @Option(names = "--day", paramLabel = "DAY", description = "Only on these days of the week.")
    private List<DayOfWeek> days = List.of();

    @Option(names = "--category", paramLabel = "WORD", description = "Only these categories.")
    private List<String> categories = List.of();

    @Option(names = "--retailer", paramLabel = "NAME", description = "Only these retailers.")
    private List<String> retailers = List.of();

    Set() {}

    @Override
    SettingRecord set(Session session) {
      ApprovalPolicy.Builder policy = ApprovalPolicy.builder();
      policy.shadow(!act).daysOfWeek(days).categories(categories).retailers(retailers);
      if (minimumConfidence != null) {
        policy.minimumConfidence(minimumConfidence);
      }
      if (maximumImpact != null) {
        policy.maximumImpact(maximumImpact);
      }
      if (shadowFor != null) {
        policy.shadowFor(shadowFor);
      }
      return session
          .mrs()
          .policies()
          .set(name, version, policy.build(), actor.actor(), from, to, actor.clock().instant());
    }
  }

  /** Sets a rule of suppression. */
  @Command(
      name = "suppress",
      mixinStandardHelpOptions = true,
      description = {
        "Sets a version of a rule that keeps reports out of alerts, work list and feed.",
        "They are logged all the same."
      },
      footer = {
        "",
        "Example: mrs policy suppress faint --setting-version 1 --minimum-severity 0.2"
            + " --from 2025-08-01T00:00:00Z --store logs --actor ada --role admin",
        ExitCodes.TEXT
      })
  static final class Suppress extends Governed {
    @Option(names = "--minimum-severity", paramLabel = "X", description = "Suppresses below it.")
    private @Nullable Double minimumSeverity;

    @Option(names = "--minimum-impact", paramLabel = "AMOUNT", description = "Below it.")
    private @Nullable BigDecimal minimumImpact;

    @Option(names = "--minimum-duration", paramLabel = "DURATION", description = "Shorter ones.")
    private @Nullable Duration minimumDuration;

    @Option(names = "--store-id", paramLabel = "ID", description = "Only of these stores.")
    private List<String> storeIds = List.of();

    Suppress() {}

    @Override
    SettingRecord set(Session session) {
      SuppressionConditions.Builder conditions = SuppressionConditions.builder();
      conditions.storeIds(storeIds.stream().map(StoreId::of).toList());
      if (minimumSeverity != null) {
        conditions.minimumSeverity(minimumSeverity);
      }
      if (minimumImpact != null) {
        conditions.minimumImpact(minimumImpact);
      }
      if (minimumDuration != null) {
        conditions.minimumDuration(minimumDuration);
      }
      SuppressionRule rule =
          SuppressionRule.builder()
              .name(name)
              .version(version)
              .conditions(conditions.build())
              .build();
      return session
          .mrs()
          .suppressionRules()
          .set(rule, actor.actor(), from, to, actor.clock().instant());
    }
  }

  /** Sets the money above which two people must decide. */
  @Command(
      name = "two-persons",
      mixinStandardHelpOptions = true,
      description = "Above this impact a decision needs two people; without an amount never.",
      footer = {
        "",
        "Example: mrs policy two-persons 5000 --store logs --actor ada --role admin",
        ExitCodes.TEXT
      })
  static final class TwoPersons extends OfStore {
    @Mixin private final ActorOption actor = new ActorOption();

    @CommandLine.Parameters(arity = "0..1", paramLabel = "AMOUNT", description = "The limit.")
    private @Nullable BigDecimal above;

    TwoPersons() {}

    @Override
    public Integer call() {
      try (Session session = store.writing(actor.timed())) {
        SettingRecord row =
            session
                .mrs()
                .review()
                .twoPersonsAbove(actor.actor(), java.util.Optional.ofNullable(above));
        show(row, text(row));
      }
      return ExitCodes.DONE;
    }
  }
}
