package org.minorityreport.testkit.store.wrong;

import org.minorityreport.testkit.store.onefile.Slip;

/** Stores in one file, each with one slip. */
final class WrongInFile {
  private WrongInFile() {}

  static final class IgnoresGuards extends OneFileKit {
    IgnoresGuards() {
      super(Slip.IGNORES_GUARDS);
    }
  }

  static final class LosesTheTail extends OneFileKit {
    LosesTheTail() {
      super(Slip.LOSES_THE_TAIL);
    }
  }

  static final class ForgetsVersions extends OneFileKit {
    ForgetsVersions() {
      super(Slip.FORGETS_VERSIONS);
    }
  }

  static final class AcceptsTwoWriters extends OneFileKit {
    AcceptsTwoWriters() {
      super(Slip.ACCEPTS_TWO_WRITERS);
    }
  }

  static final class ShowsBeforeWriting extends OneFileKit {
    ShowsBeforeWriting() {
      super(Slip.SHOWS_BEFORE_WRITING);
    }
  }

  static final class GoesOnAfterAFailure extends OneFileKit {
    GoesOnAfterAFailure() {
      super(Slip.GOES_ON_AFTER_A_FAILURE);
    }
  }

  static final class SwallowsAFullDisk extends OneFileKit {
    SwallowsAFullDisk() {
      super(Slip.SWALLOWS_A_FULL_DISK);
    }
  }

  static final class TearsABatch extends OneFileKit {
    TearsABatch() {
      super(Slip.TEARS_A_BATCH);
    }
  }

  static final class LiesAboutDurability extends OneFileKit {
    LiesAboutDurability() {
      super(Slip.LIES_ABOUT_DURABILITY);
    }
  }

  static final class ForgetsFsyncOrder extends OneFileKit {
    ForgetsFsyncOrder() {
      super(Slip.FORGETS_FSYNC_ORDER);
    }
  }

  static final class HidesAFlippedBit extends OneFileKit {
    HidesAFlippedBit() {
      super(Slip.HIDES_A_FLIPPED_BIT);
    }
  }
}
