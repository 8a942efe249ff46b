package org.minorityreport.cli;

import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;
import org.minorityreport.api.view.EventQuery;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Lists the events of a run. */
@Command(
    name = "events",
    mixinStandardHelpOptions = true,
    description = "Lists the events of a run, now or as of a moment.",
    footer = {
      "",
      "Examples:",
      "  mrs events --store logs --order impact --desc --limit 10",
      "  mrs events --store logs --size-from 2 --json",
      "  mrs events --store logs --as-of 120",
      ExitCodes.TEXT
    })
final class EventsCommand extends OfStore {
  @Mixin private final AsOfOption asOf = new AsOfOption();
  @Mixin private final FilterOptions filter = new FilterOptions();

  @Option(names = "--size-from", paramLabel = "N", description = "Of so many reports or more.")
  private @Nullable Integer sizeFrom;

  EventsCommand() {}

  @Override
  public Integer call() {
    EventQuery query =
        filter
            .events()
            .sizeFrom(sizeFrom == null ? OptionalInt.empty() : OptionalInt.of(sizeFrom))
            .build();
    try (Session session = store.reading()) {
      list(session.mrs().events(asOf.asOf()).find(query).items(), Lines::of);
    }
    return ExitCodes.DONE;
  }
}
