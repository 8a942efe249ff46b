package org.minorityreport.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.minorityreport.core.log.file.DirectoryLogStore;
import org.minorityreport.core.log.file.Finding;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** Checks every byte of a store. */
@Command(
    name = "verify",
    mixinStandardHelpOptions = true,
    description = "Checks every byte of a store; names every fault on standard error.",
    footer = {"", "Example: mrs verify --store logs", ExitCodes.TEXT})
final class VerifyCommand implements Callable<Integer> {
  @Mixin private final StoreOption store = new StoreOption();

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
    if (store.json()) {
      store.json(Map.of("intact", faults.isEmpty(), "faults", faults.size(), "head", head));
    } else {
      store.line(
          faults.isEmpty()
              ? "intact up to position " + head
              : "not intact, faults: " + faults.size());
    }
    return faults.isEmpty() ? ExitCodes.DONE : ExitCodes.FAILED;
  }
}
