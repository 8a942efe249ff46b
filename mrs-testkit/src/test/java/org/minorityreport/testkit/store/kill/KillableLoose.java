package org.minorityreport.testkit.store.kill;

import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.minorityreport.api.log.LogStore;

/** How a loose store is opened. A reader sees what was there when it opened. */
class KillableLoose implements KillableStore {
  private final Set<LooseFault> faults;

  KillableLoose(LooseFault... faults) {
    this.faults = Set.of(faults);
  }

  KillableLoose() {
    this(new LooseFault[0]);
  }

  @Override
  public LogStore open(Path directory) {
    return LooseStore.open(directory, faults, true);
  }

  @Override
  public LogStore openForReading(Path directory) {
    return LooseStore.open(directory, faults, false);
  }

  @Override
  public List<String> openingReport(LogStore store) {
    return ((LooseStore) store).report();
  }

  @Override
  public List<String> verify(LogStore store) {
    return List.of();
  }

  @Override
  public boolean holdsRows(Path file) {
    return file.equals(Path.of("log"));
  }

  static final class WritesLater extends KillableLoose {
    WritesLater() {
      super(LooseFault.WRITES_LATER);
    }
  }

  static final class TakesHalfACommit extends KillableLoose {
    TakesHalfACommit() {
      super(LooseFault.TAKES_HALF_A_COMMIT);
    }
  }

  static final class CutsSilently extends KillableLoose {
    CutsSilently() {
      super(LooseFault.CUTS_SILENTLY);
    }
  }

  static final class TakesNoLock extends KillableLoose {
    TakesNoLock() {
      super(LooseFault.TAKES_NO_LOCK);
    }
  }
}
