package org.minorityreport.cli;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.minorityreport.api.id.Sku;
import org.minorityreport.api.id.StoreId;
import org.minorityreport.api.input.ContextEvent;
import org.minorityreport.api.review.Actor;
import org.minorityreport.api.review.DoneContext;
import org.minorityreport.core.review.Reviews;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Context events that people record. */
final class ContextCommands {
  private ContextCommands() {}

  /** What happened. */
  private static final class Happening {
    @Option(names = "--category", required = true, paramLabel = "WORD", description = "Of what.")
    private String category = "";

    @Option(names = "--subtype", paramLabel = "WORD", description = "More closely.")
    private @Nullable String subtype;

    @Option(names = "--name", required = true, paramLabel = "TEXT", description = "What.")
    private String name = "";

    @Option(names = "--start", required = true, paramLabel = "TIME", description = "From when.")
    private Instant start = Instant.EPOCH;

    @Option(names = "--end", paramLabel = "TIME", description = "Until when.")
    private @Nullable Instant end;

    @Option(names = "--region", paramLabel = "NAME", description = "Where.")
    private List<String> regions = List.of();

    @Option(names = "--city", paramLabel = "NAME", description = "Where.")
    private List<String> cities = List.of();

    @Option(names = "--store-id", paramLabel = "ID", description = "Where.")
    private List<String> storeIds = List.of();

    @Option(names = "--sku", paramLabel = "ID", description = "Of which products.")
    private List<String> skus = List.of();

    @Option(names = "--severity", paramLabel = "WORD", description = "low, medium or high.")
    private @Nullable String severity;

    @Option(names = "--source", required = true, paramLabel = "TEXT", description = "Known from.")
    private String source = "";

    @Option(names = "--url", paramLabel = "ADDRESS", description = "Where it can be read.")
    private @Nullable String url;

    @Option(names = "--confidence", paramLabel = "X", description = "How sure, from 0 to 1.")
    private @Nullable Double confidence;

    @Option(names = "--attribute", paramLabel = "NAME=TEXT", description = "Anything else.")
    private Map<String, String> attributes = new TreeMap<>();

    ContextEvent.Builder event() {
      ContextEvent.Builder event = ContextEvent.builder();
      event.category(category).subtype(Optional.ofNullable(subtype)).name(name);
      event.start(start).end(Optional.ofNullable(end)).regions(regions).cities(cities);
      event.storeIds(storeIds.stream().map(StoreId::of).toList());
      event.skus(skus.stream().map(Sku::of).toList());
      event.severity(Optional.ofNullable(severity)).source(source);
      event.url(Optional.ofNullable(url));
      event.confidence(confidence == null ? OptionalDouble.empty() : OptionalDouble.of(confidence));
      event.putAllAttributes(attributes);
      return event;
    }
  }

  /** An act on a context event. */
  abstract static class OnContext extends OfStore {
    @Mixin final ActorOption actor = new ActorOption();

    abstract DoneContext act(Reviews reviews, Actor who);

    @Override
    public final Integer call() {
      try (Session session = store.writing(actor.timed())) {
        DoneContext done = act(session.mrs().review(), actor.actor());
        show(
            done,
            (done.repeated() ? "was done already: " : "done: ")
                + done.row().contextId()
                + " at position "
                + done.position());
      }
      return ExitCodes.DONE;
    }
  }

  /** Records one. */
  @Command(
      name = "record-context",
      mixinStandardHelpOptions = true,
      description = "Records what happened, so that proposals can name it.",
      footer = {
        "",
        "Example: mrs review record-context --category weather --subtype heatwave --name 'Hot spell'"
            + " --start 2025-08-07T08:00:00Z --region London --severity high --source 'met office'"
            + " --store logs --actor anna --role marketer",
        ExitCodes.TEXT
      })
  static final class Recorded extends OnContext {
    @Mixin private final Happening happening = new Happening();

    Recorded() {}

    @Override
    DoneContext act(Reviews reviews, Actor who) {
      return reviews.record(who, happening.event());
    }
  }

  /** Corrects one. */
  @Command(
      name = "correct-context",
      mixinStandardHelpOptions = true,
      description = "Says what happened instead.",
      footer = {
        "",
        "Example: mrs review correct-context CX-... --category weather --name 'Hot day'"
            + " --start 2025-08-07T08:00:00Z --source 'met office' --store logs --actor anna"
            + " --role marketer",
        ExitCodes.TEXT
      })
  static final class Corrected extends OnContext {
    @Mixin private final Happening happening = new Happening();

    @Parameters(paramLabel = "ID", description = "A context event.")
    private String id = "";

    Corrected() {}

    @Override
    DoneContext act(Reviews reviews, Actor who) {
      return reviews.correct(who, id, happening.event());
    }
  }

  /** Withdraws one. */
  @Command(
      name = "withdraw-context",
      mixinStandardHelpOptions = true,
      description = "Says that it was not so.",
      footer = {
        "",
        "Example: mrs review withdraw-context CX-... --store logs --actor anna --role marketer",
        ExitCodes.TEXT
      })
  static final class Withdrawn extends OnContext {
    @Parameters(paramLabel = "ID", description = "A context event.")
    private String id = "";

    Withdrawn() {}

    @Override
    DoneContext act(Reviews reviews, Actor who) {
      return reviews.withdraw(who, id);
    }
  }
}
