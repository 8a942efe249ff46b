package org.minorityreport.cli;

import org.minorityreport.api.log.AsOf;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** Shows one report or event whole. */
@Command(
    name = "show",
    mixinStandardHelpOptions = true,
    description = "Shows one report or event whole.",
    footer = {
      "",
      "Examples:",
      "  mrs show MR-6a20e588 --store logs",
      "  mrs show ME-e7015dc3 --store logs --as-of before-the-launch --json",
      ExitCodes.TEXT
    })
final class ShowCommand extends OfStore {
  @Mixin private final AsOfOption asOf = new AsOfOption();

  @Parameters(paramLabel = "ID", description = "MR-... or ME-..., at least 8 digits of it.")
  private String id = "";

  ShowCommand() {}

  @Override
  public Integer call() {
    try (Session session = store.reading()) {
      AsOf moment = asOf.asOf();
      Object row =
          id.startsWith("ME-")
              ? session.mrs().events(moment).get(id)
              : session.mrs().reports(moment).get(id);
      show(row, store.json() ? "" : Fields.of(row));
    }
    return ExitCodes.DONE;
  }
}
