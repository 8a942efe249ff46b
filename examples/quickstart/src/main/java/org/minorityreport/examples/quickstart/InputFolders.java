package org.minorityreport.examples.quickstart;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.minorityreport.api.input.InputTables;
import org.minorityreport.examples.csv.CsvInputs;
import org.minorityreport.examples.quickstart.dataset.CompetitionDatasets;

/** Tells what a folder holds, by its files, and reads it. */
final class InputFolders {
  private static final String SALES = "sales.csv";

  private InputFolders() {}

  /**
   * Reads a folder: as a public set if it has the files of one, else as the documented CSV form,
   * whose reader says what it expected.
   *
   * @param folder the folder
   * @param mapping says how the files are to be read; with one they are in the CSV form
   * @return its history
   * @throws org.minorityreport.api.error.InvalidInputException if it cannot be used
   */
  static History read(Path folder, Optional<Path> mapping) {
    String title = folder.toString();
    if (mapping.isPresent()) {
      return History.of(title, CsvInputs.in(folder, mapping.get()).read());
    }
    Optional<InputTables> known =
        Files.exists(folder.resolve(SALES)) || Files.exists(folder.resolve("mapping.json"))
            ? Optional.empty()
            : CompetitionDatasets.read(folder);
    return History.of(title, known.orElseGet(() -> CsvInputs.in(folder).read()));
  }
}
