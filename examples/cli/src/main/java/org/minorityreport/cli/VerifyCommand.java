package org.minorityreport.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.minorityreport.core.log.file.DirectoryLogStore;
import org.minorityreport.core.log.file.Finding;
import picocli.CommandLine.Command;

/** Checks every byte of a store. */
@Command(
    name = "verify",
    mixinStandardHelpOptions = true,
    description = "Checks every byte of a store; names every fault on standard error.",
    footer = {"", "Example: mrs verify --store logs", ExitCodes.TEXT})
final class VerifyCommand extends OfStore {
  VerifyCommand() {}

  @Override
  public Integer call() {
    List<Finding> faults = new ArrayList<>();
    long head;
    try (DirectoryLogStore logs = store.opened()) {
      head = logs.head().value();
      faults.addAll(logs.openingReport());
      for (Finding fault : logs.verify()) {
        if (faults.stream().noneMatch(known -> known.toString().equals(fault.toString()))) {
          faults.add(fault);
        }
      }
    }
    faults.forEach(fault -> store.progress(fault.toString()));
    show(
        new TreeMap<>(Map.of("intact", faults.isEmpty(), "faults", faults.size(), "head", head)),
        faults.isEmpty()
            ? "intact up to position " + head
            : "not intact, faults: " + faults.size());
    return faults.isEmpty() ? ExitCodes.DONE : ExitCodes.FAILED;
  }
}
