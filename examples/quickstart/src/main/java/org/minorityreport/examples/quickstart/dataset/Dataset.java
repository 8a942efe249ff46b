package org.minorityreport.examples.quickstart.dataset;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.minorityreport.api.input.InputTables;
import org.minorityreport.api.series.Cadence;

/** One public set: how to know it and how to read it. Immutable. */
interface Dataset {
  /** Both sets are daily. */
  Cadence DAILY = Cadence.of(Duration.ofDays(1));

  /** Both sets are of one chain, whose name is no part of them. */
  String RETAILER = "chain";

  /** {@return the files without which a folder is not this set} */
  List<String> files();

  /** Reads the set; which need not be there unless {@link #liesIn} says so. */
  InputTables read(Path folder);

  /** {@return whether the folder has the files of this set} */
  default boolean liesIn(Path folder) {
    return files().stream().allMatch(file -> Files.isRegularFile(folder.resolve(file)));
  }
}
