package org.minorityreport.cli;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.minorityreport.api.id.AnnotationId;
import org.minorityreport.api.record.EditAction;
import org.minorityreport.api.record.UserEdit;
import org.minorityreport.api.review.KnownContext;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** What people do with reports and events; a command per action. */
@Command(
    name = "review",
    mixinStandardHelpOptions = true,
    description = {
      "What people do with reports and events. Every act is one row; none changes or removes",
      "another. What the rules do not allow is refused with 3, and nothing is written."
    },
    subcommands = {
      ContextCommands.Recorded.class,
      ContextCommands.Corrected.class,
      ContextCommands.Withdrawn.class,
      ReviewActs.Contexts.class,
      ReviewActs.LookAlikes.class,
      ReviewActs.Offer.class,
      ReviewActs.AgreementRates.class
    },
    footer = {
      "",
      "Examples:",
      "  mrs review approve ME-e7015dc3 --store logs --actor anna --role marketer",
      "  mrs review edit MR-6a20e588 --cause 'Empty shelf' --category competitor_action"
          + " --confidence 0.78 --store logs --actor anna --role marketer",
      "  mrs review reject MR-6a20e588 --note 'no campaign ran' --store logs --actor anna"
          + " --role marketer",
      "  mrs review revert MR-6a20e588 --act AN-... --store logs --actor anna --role marketer",
      ExitCodes.TEXT
    })
final class ReviewActs implements Runnable {
  @Spec private @Nullable CommandSpec spec;

  ReviewActs() {}

  /** {@return the command with a subcommand for each action of the specification} */
  static CommandLine commandLine() {
    CommandLine review = new CommandLine(new ReviewActs());
    for (EditAction action : EditAction.values()) {
      CommandSpec act = ActCommand.specification(action);
      review.addSubcommand(act.name(), act);
    }
    return review;
  }

  @Override
  public void run() {
    if (spec != null) {
      throw new ParameterException(spec.commandLine(), "say which action");
    }
  }

  /** Lists known context. */
  @Command(
      name = "contexts",
      mixinStandardHelpOptions = true,
      description = "Context events that are known, with the number of reports citing each.",
      footer = {"", "Example: mrs review contexts heat --store logs", ExitCodes.TEXT})
  static final class Contexts extends OfStore {
    @Parameters(arity = "0..1", paramLabel = "WORDS", description = "Only with these words.")
    private String text = "";

    Contexts() {}

    @Override
    public Integer call() {
      try (Session session = store.reading()) {
        list(session.mrs().review().contexts(text), Contexts::line);
      }
      return ExitCodes.DONE;
    }

    private static String line(KnownContext known) {
      return known.contextEvent().contextId()
          + "  "
          + known.contextEvent().start()
          + "  "
          + known.contextEvent().category()
          + "  "
          + known.contextEvent().name()
          + "  cited by "
          + known.reportsCiting()
          + (known.withdrawn() ? "  withdrawn" : "");
    }
  }

  /** Lists what looks like a report. */
  @Command(
      name = "look-alikes",
      mixinStandardHelpOptions = true,
      description = "The reports of the most similar shape, with their distance.",
      footer = {"", "Example: mrs review look-alikes MR-6a20e588 --store logs", ExitCodes.TEXT})
  static final class LookAlikes extends OfStore {
    private static final int USUAL = 10;

    @Parameters(paramLabel = "ID", description = "A report.")
    private String id = "";

    @Option(names = "--most", paramLabel = "N", description = "How many at most.")
    private int most = USUAL;

    LookAlikes() {}

    @Override
    public Integer call() {
      try (Session session = store.reading()) {
        list(
            session.mrs().review().workLists().lookAlikes(id, most),
            like ->
                String.format(
                    java.util.Locale.ROOT, "%.3f  %s", like.distance(), Lines.of(like.report())));
      }
      return ExitCodes.DONE;
    }
  }

  /** Offers a decision to others. */
  @Command(
      name = "offer",
      mixinStandardHelpOptions = true,
      description = "Offers a decision to reports that look alike: a question each, all or none.",
      footer = {
        "",
        "Example: mrs review offer AN-... MR-6a20e588 MR-5108dbd3 --to marketer --store logs"
            + " --actor anna --role marketer",
        ExitCodes.TEXT
      })
  static final class Offer extends OfStore {
    @Mixin private final ActorOption actor = new ActorOption();

    @Parameters(index = "0", paramLabel = "ACT", description = "The deciding act, AN-...")
    private String act = "";

    @Parameters(index = "1..*", arity = "1..*", paramLabel = "ID", description = "Reports.")
    private List<String> reports = List.of();

    @Option(names = "--to", paramLabel = "WHOM", required = true, description = "Who is asked.")
    private String whom = "";

    Offer() {}

    @Override
    public Integer call() {
      try (Session session = store.writing(actor.timed())) {
        List<UserEdit> rows =
            session.mrs().review().offer(actor.actor(), AnnotationId.of(act), whom, reports);
        list(rows, row -> row.targetId() + "  " + row.annotationId());
      }
      return ExitCodes.DONE;
    }
  }

  /** How often people agree. */
  @Command(
      name = "agreement",
      mixinStandardHelpOptions = true,
      description = "How often people who judged the same agreed, per category.",
      footer = {"", "Example: mrs review agreement --store logs", ExitCodes.TEXT})
  static final class AgreementRates extends OfStore {
    AgreementRates() {}

    @Override
    public Integer call() {
      try (Session session = store.reading()) {
        list(
            session.mrs().review().workLists().agreement(),
            row -> row.category() + "  " + row.agreed() + " of " + row.judged());
      }
      return ExitCodes.DONE;
    }
  }
}
