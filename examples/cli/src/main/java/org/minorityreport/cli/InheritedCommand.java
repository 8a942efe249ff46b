package org.minorityreport.cli;

import org.minorityreport.api.provenance.Inheritance;
import org.minorityreport.api.record.UserEdit;
import org.minorityreport.core.json.CanonicalJson;
import picocli.CommandLine.Command;

/** What a run reads of the decisions of its parent. */
@Command(
    name = "inherited",
    mixinStandardHelpOptions = true,
    description = {
      "What a run that began with the decisions of another one reads of them.",
      "Lists the acts about reports and events that this run does not have."
    },
    footer = {
      "",
      "Examples:",
      "  mrs inherited --store logs --run-id second",
      "  mrs inherited --store logs --run-id second --json",
      ExitCodes.TEXT
    })
final class InheritedCommand extends OfStore {
  InheritedCommand() {}

  @Override
  public Integer call() {
    try (Session session = store.reading()) {
      session
          .mrs()
          .audit()
          .inheritance()
          .ifPresentOrElse(
              this::show,
              () -> store.progress("run '" + store.runId() + "' began without decisions"));
    }
    return ExitCodes.DONE;
  }

  private void show(Inheritance inherited) {
    show(inherited, text(inherited));
  }

  private static String text(Inheritance inherited) {
    StringBuilder text = new StringBuilder();
    text.append(inherited.acts())
        .append(" acts of run '")
        .append(inherited.parent())
        .append("', rows ")
        .append(CanonicalJson.text(inherited.parentCut()))
        .append('\n')
        .append(inherited.withoutTarget().size())
        .append(" of them find nothing in run '")
        .append(inherited.runId())
        .append("':\n");
    for (UserEdit act : inherited.withoutTarget()) {
      text.append("  ")
          .append(act.writtenAt())
          .append(' ')
          .append(act.actor())
          .append(' ')
          .append(act.action())
          .append(' ')
          .append(act.targetId())
          .append('\n');
    }
    return text.toString();
  }
}
