package org.minorityreport.cli;

import java.util.List;
import java.util.Locale;
import org.minorityreport.api.review.OpenQuestion;
import org.minorityreport.api.review.WorkItem;
import org.minorityreport.core.review.WorkLists;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** What waits for a person. */
@Command(
    name = "worklist",
    mixinStandardHelpOptions = true,
    description = "The reports that await a decision; or the questions that await an answer.",
    footer = {
      "",
      "Examples:",
      "  mrs worklist --store logs --actor anna --role marketer --order impact --desc --limit 20",
      "  mrs worklist --store logs --actor anna --role marketer --questions --team north",
      "  mrs worklist --store logs --actor lee --role data_scientist --conflicts --json",
      ExitCodes.TEXT
    })
final class WorklistCommand extends OfStore {
  @Mixin private final ActorOption actor = new ActorOption();
  @Mixin private final FilterOptions filter = new FilterOptions();

  @Option(names = "--questions", description = "The questions put to this person or role.")
  private boolean questions;

  @Option(names = "--team", paramLabel = "NAME", description = "Questions to this team, too.")
  private List<String> teams = List.of();

  @Option(names = "--conflicts", description = "What people decided differently.")
  private boolean conflicts;

  WorklistCommand() {}

  @Override
  public Integer call() {
    try (Session session = store.reading(actor.timed())) {
      WorkLists lists = session.mrs().review().workLists();
      if (questions) {
        list(lists.questions(actor.actor(), teams), WorklistCommand::text);
      } else if (conflicts) {
        list(
            lists.conflicts(),
            conflict ->
                conflict.targetId()
                    + "  "
                    + conflict.judgements().stream()
                        .map(edit -> edit.actor() + ": " + edit.action())
                        .toList());
      } else {
        list(lists.waiting(actor.actor(), filter.reports().build()).items(), WorklistCommand::text);
      }
    }
    return ExitCodes.DONE;
  }

  private static String text(WorkItem item) {
    return Lines.of(item.report())
        + "  "
        + item.report().reviewState().wireName()
        + (item.escalated() ? "  escalated" : "")
        + (item.questions() == 0
            ? ""
            : String.format(Locale.ROOT, "  questions %d", item.questions()));
  }

  private static String text(OpenQuestion question) {
    return question.annotationId()
        + "  "
        + question.targetId()
        + "  "
        + question.askedBy()
        + " asks "
        + question.askedOf()
        + ": "
        + question.question();
  }
}
