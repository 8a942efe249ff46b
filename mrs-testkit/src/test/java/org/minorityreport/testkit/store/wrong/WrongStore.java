package org.minorityreport.testkit.store.wrong;

import java.util.List;
import org.minorityreport.testkit.store.LogStoreKit;

/**
 * A wrong store and how the kit finds it.
 *
 * @param kit the kit on the store
 * @param wrong what is wrong with it, in words
 * @param rule the first rule that fails
 * @param message what the message of that rule says, among other things
 */
record WrongStore(Class<? extends LogStoreKit> kit, String wrong, String rule, String message) {
  static final List<WrongStore> ALL =
      List.of(
          new WrongStore(
              WrongInMemory.IgnoresDuplicates.class,
              "stamps each row with its arrival, so that no two are equal",
              "S-02",
              "the store says 0 new, 2 new versions, 0 duplicates; at 2,"
                  + " but it is 0 new, 0 new versions, 2 duplicates; at 1"),
          new WrongStore(
              WrongInMemory.ForgetsRetractions.class,
              "takes a retraction for nothing to keep",
              "S-05",
              "(retraction)]: the store says 0 new, 0 new versions, 0 duplicates; at 1"),
          new WrongStore(
              WrongInFile.IgnoresGuards.class,
              "never looks at a guard",
              "S-12",
              "a commit guarded against rows about a or b since position 1, after b came at 2 is"
                  + " accepted, but must be refused"),
          new WrongStore(
              WrongInMemory.CountsPositionsPerLog.class,
              "counts commits per log: positions go back",
              "S-20",
              "the position of commit 3: the store says 1, but it is 3"),
          new WrongStore(
              WrongInMemory.ReordersRows.class,
              "reads in the order of keys",
              "S-21",
              "the rows in order: the store says [a, b, c, d, d], but it is [d, b, c, a, d]"),
          new WrongStore(
              WrongInMemory.StopsOneCommitEarly.class,
              "leaves out the commit up to which it is to read",
              "S-22",
              "the rows after position 1 up to 2: the store says [], but it is [b, c]"),
          new WrongStore(
              WrongInMemory.AsOfOffByOne.class,
              "looks one commit too far",
              "S-23",
              "the newest versions as of position 0: the store says a 1 x, but it is nothing"),
          new WrongStore(
              WrongInFile.TearsABatch.class,
              "writes each slice of a commit as a record of its own",
              "S-33",
              "a reader saw part of a commit; at position 1, rows of minority_event_ended_log: the"
                  + " store says 0, but it is 2"),
          new WrongStore(
              WrongInFile.LosesTheTail.class,
              "takes its last commit for torn when it is opened",
              "S-40",
              "commit 1 was acknowledged and is gone after closing and opening again; its rows: "),
          new WrongStore(
              WrongInFile.ForgetsVersions.class,
              "starts versions anew when it is opened",
              "S-41",
              "how many rows said before are duplicates after opening again: the store says 0, but"
                  + " it is 2"),
          new WrongStore(
              WrongInFile.AcceptsTwoWriters.class,
              "asks for the lock and does not look at the answer",
              "S-42",
              "a second writer while the first has the store open is accepted"),
          new WrongStore(
              WrongInFile.ShowsBeforeWriting.class,
              "shows a commit to readers before it is written",
              "S-60",
              "commit 1 was refused and is read all the same"),
          new WrongStore(
              WrongInFile.GoesOnAfterAFailure.class,
              "goes on after a failed force as if nothing had happened",
              "S-60",
              "(force of /one/commits) failed, commit 1 was refused, and then the store took it"),
          new WrongStore(
              WrongInFile.SwallowsAFullDisk.class,
              "takes a full disk for somebody else's problem",
              "S-61",
              "commit 1 was acknowledged and is gone after the disk was full from call "),
          new WrongStore(
              WrongInFile.LiesAboutDurability.class,
              "never forces what it wrote",
              "S-70",
              "commit 1 was acknowledged and is gone after the power was lost at call "),
          new WrongStore(
              WrongInFile.ForgetsFsyncOrder.class,
              "gives a new file its name before its content is forced",
              "S-70",
              "opening again after the power was lost at call "),
          new WrongStore(
              WrongInFile.HidesAFlippedBit.class,
              "writes a checksum and never compares it",
              "S-80",
              " of /one/commits changed, and verify finds nothing"));

  /** Name of the store. */
  @Override
  public String toString() {
    return kit.getSimpleName();
  }
}
