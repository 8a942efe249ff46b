package org.minorityreport.cli;

import org.minorityreport.api.health.Health;
import org.minorityreport.core.health.HealthText;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** How a run is. */
@Command(
    name = "health",
    mixinStandardHelpOptions = true,
    description = "How a run is, from its logs alone: coverage, errors, backlog, goals.",
    footer = {
      "",
      "Examples:",
      "  mrs health --store logs",
      "  mrs health --store logs --check --json",
      ExitCodes.TEXT
    })
final class HealthCommand extends OfStore {
  @Mixin private final AsOfOption asOf = new AsOfOption();

  @Option(names = "--check", description = "Ends with 1 unless health is good.")
  private boolean check;

  HealthCommand() {}

  @Override
  public Integer call() {
    try (Session session = store.reading()) {
      Health health = session.mrs().health(asOf.asOf());
      show(health, HealthText.of(health));
      return check && !health.isGood() ? ExitCodes.FAILED : ExitCodes.DONE;
    }
  }
}
