package org.minorityreport.testkit.store.kill;

/** Real kills of processes that write the file store. */
class DirectoryKillTest extends ProcessKillContract {
  DirectoryKillTest() {
    super(KillableDirectory.class);
  }

  @Override
  protected void summary(String line) {
    System.out.println("killed for real: " + line);
  }
}
