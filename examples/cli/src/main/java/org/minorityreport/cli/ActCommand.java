package org.minorityreport.cli;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.minorityreport.api.record.EditAction;
import org.minorityreport.api.review.Done;
import org.minorityreport.api.review.ReviewCommand;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Parameters;

/** One action of review on a report or an event. */
@Command(mixinStandardHelpOptions = true)
final class ActCommand extends OfStore {
  private static final Map<EditAction, Help> HELP = new EnumMap<>(EditAction.class);

  static {
    help(EditAction.APPROVE, "The proposed cause is right.", "");
    help(
        EditAction.EDIT,
        "Decides, with another cause, category, confidence or window.",
        "--cause 'Empty shelf' --category competitor_action --confidence 0.78",
        "--cause",
        "--category",
        "--confidence",
        "--window-start",
        "--window-end");
    help(
        EditAction.REJECT,
        "The proposed cause is wrong, the anomaly is real: say why, or link what happened.",
        "--note 'no campaign ran'",
        "--reason");
    help(
        EditAction.DISMISS,
        "Nothing happened here: noise, normal_trading or duplicate.",
        "--reason noise",
        "--reason");
    help(EditAction.CONFIRM, "Keeps a decision that a round of re-review questions.", "");
    help(
        EditAction.ADJUDICATE,
        "Of decisions in conflict says which holds, or another.",
        "--act AN-...",
        "--act",
        "--cause",
        "--category",
        "--confidence");
    help(EditAction.COUNTERSIGN, "The second of two people.", "--act AN-...", "--act");
    help(
        EditAction.REOPEN,
        "Takes a decision back, with a note of at least 50 characters.",
        "--reason new_evidence --mode reprocess --note '...'",
        "--reason",
        "--mode",
        "--cause",
        "--category",
        "--confidence");
    help(EditAction.REVERT, "Takes an own or an automatic act back.", "--act AN-...", "--act");
    help(
        EditAction.REQUEST_REVIEW,
        "Asks a role, team or person a question.",
        "--assignee data_scientist --note 'is this the weather?'",
        "--assignee",
        "--priority");
    help(
        EditAction.DEFER,
        "Puts it off until a time, or until something that matters changes.",
        "--until 2025-08-20T00:00:00Z",
        "--until");
    help(EditAction.ARCHIVE, "Puts it away until a new proposal differs.", "");
    help(
        EditAction.ASSIGN,
        "Puts it into a person's queue.",
        "--assignee anna",
        "--assignee",
        "--priority");
    help(EditAction.ESCALATE, "Puts it on top.", "", "--priority");
    help(EditAction.ADD_EVIDENCE, "Adds evidence.", "--evidence human=https://example.com/clip");
    help(EditAction.COMMENT, "Says something.", "--note 'spoke to the store'");
    help(
        EditAction.MOVE,
        "Moves a report to an event, or to a new one of its own.",
        "--event new",
        "--event");
    help(
        EditAction.SPLIT,
        "Takes several reports of an event to one new event.",
        "--report MR-... --report MR-...",
        "--report");
    help(EditAction.MERGE, "Merges an event into one that stays.", "--event ME-...", "--event");
    help(EditAction.ANSWER, "Answers a question.", "--note 'yes, it is'", "--act");
  }

  /** What every action takes. */
  private static final Set<String> ALWAYS = Set.of("--note", "--evidence", "--context");

  private final EditAction action;

  @Mixin private final ActorOption actor = new ActorOption();
  @Mixin private final ActOptions said = new ActOptions();

  @Parameters(paramLabel = "ID", description = "A report or an event.")
  private String target = "";

  private ActCommand(EditAction action) {
    this.action = action;
  }

  private static void help(EditAction action, String description, String example, String... takes) {
    HELP.put(action, new Help(description, example, Set.of(takes)));
  }

  /** {@return the command of an action, with the options that it takes and no others} */
  static CommandSpec specification(EditAction action) {
    Help help = HELP.get(action);
    if (help == null) {
      throw new IllegalStateException("no help for " + action);
    }
    CommandSpec spec = CommandSpec.forAnnotatedObject(new ActCommand(action));
    String name = action.wireName().replace('_', '-');
    spec.name(name);
    for (OptionSpec option : new ArrayList<>(spec.options())) {
      String word = option.longestName();
      if (ActOptions.FIELDS.contains(word)
          && !ALWAYS.contains(word)
          && !help.takes().contains(word)) {
        spec.remove(option);
      }
    }
    spec.usageMessage().description(help.description());
    spec.usageMessage()
        .footer(
            "",
            "Example: mrs review "
                + name
                + (action == EditAction.SPLIT || action == EditAction.MERGE
                    ? " ME-e7015dc3 "
                    : " MR-6a20e588 ")
                + (help.example().isEmpty() ? "" : help.example() + " ")
                + "--store logs --actor anna --role marketer",
            ExitCodes.TEXT);
    return spec;
  }

  @Override
  public Integer call() {
    ReviewCommand command = said.command(action, target);
    try (Session session = store.writing(actor.timed())) {
      Done done = session.mrs().review().act(actor.actor(), command);
      List<String> lines = new ArrayList<>();
      lines.add(
          (done.repeated() ? "was done already: " : "done: ")
              + action.wireName()
              + " "
              + done.row().targetId()
              + " "
              + done.row().annotationId()
              + " at position "
              + done.position());
      if (!done.row().flags().isEmpty()) {
        lines.add("flags: " + String.join(", ", done.row().flags()));
      }
      if (!done.decidingOnTheirOwn().isEmpty()) {
        lines.add("decided on their own: " + done.decidingOnTheirOwn());
      }
      show(done, String.join(System.lineSeparator(), lines));
    }
    return ExitCodes.DONE;
  }

  private record Help(String description, String example, Set<String> takes) {}
}
