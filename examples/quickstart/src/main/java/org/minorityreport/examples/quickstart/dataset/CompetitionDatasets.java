package org.minorityreport.examples.quickstart.dataset;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.minorityreport.api.input.InputTables;

/** The public sets that can be read as they are published. */
public final class CompetitionDatasets {
  private static final List<Dataset> ALL = List.of(new FavoritaDataset(), new RossmannDataset());

  private CompetitionDatasets() {}

  /**
   * Reads a folder that holds one of the sets.
   *
   * @param folder a folder
   * @return what it holds, empty if its files are not those of a known set
   * @throws org.minorityreport.api.error.InvalidInputException if they are but cannot be used
   */
  public static Optional<InputTables> read(Path folder) {
    return ALL.stream().filter(set -> set.liesIn(folder)).findFirst().map(set -> set.read(folder));
  }
}
