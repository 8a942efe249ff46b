package org.minorityreport.cli;

import org.jspecify.annotations.Nullable;
import org.minorityreport.api.log.AsOf;
import org.minorityreport.api.log.CommitPosition;
import org.minorityreport.api.record.TagRecord;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Names a state, or lists the named ones. */
@Command(
    name = "tag",
    mixinStandardHelpOptions = true,
    description = "Names a state of a run; without a name lists those that there are.",
    footer = {
      "",
      "Examples:",
      "  mrs tag month-end --actor anna --store logs",
      "  mrs tag before-the-launch --as-of 120 --note 'as trained on' --actor anna --store logs",
      "  mrs tag --store logs",
      ExitCodes.TEXT
    })
final class TagCommand extends OfStore {
  @Mixin private final AsOfOption asOf = new AsOfOption();

  @Parameters(arity = "0..1", paramLabel = "NAME", description = "Its name.")
  private @Nullable String name;

  @Option(names = "--note", paramLabel = "TEXT", description = "Why.")
  private @Nullable String note;

  @Option(
      names = "--actor",
      paramLabel = "ID",
      defaultValue = "${env:MRS_ACTOR}",
      description = "Who names it; else MRS_ACTOR of the environment.")
  private @Nullable String actor;

  TagCommand() {}

  @Override
  public Integer call() {
    if (name == null) {
      try (Session session = store.reading()) {
        list(session.mrs().tags(), TagCommand::text);
      }
      return ExitCodes.DONE;
    }
    if (actor == null) {
      throw new Failure(ExitCodes.WRONG_USAGE, "say who names it: --actor ID");
    }
    try (Session session = store.writing(StoreOption.AS_IT_IS)) {
      AsOf moment = asOf.asOf();
      CommitPosition position = session.mrs().position(moment);
      TagRecord tag = session.mrs().tag(name, position, note, actor);
      show(tag, text(tag));
    }
    return ExitCodes.DONE;
  }

  private static String text(TagRecord tag) {
    return tag.name()
        + "  "
        + tag.position()
        + "  "
        + tag.actor()
        + tag.note().map(note -> "  " + note).orElse("");
  }
}
