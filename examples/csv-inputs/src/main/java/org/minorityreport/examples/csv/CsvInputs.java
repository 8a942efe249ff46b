package org.minorityreport.examples.csv;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.SortedMap;
import org.jspecify.annotations.Nullable;
import org.minorityreport.api.error.InvalidInputException;
import org.minorityreport.api.id.StoreId;
import org.minorityreport.api.input.Campaign;
import org.minorityreport.api.input.ContextEvent;
import org.minorityreport.api.input.Driver;
import org.minorityreport.api.input.InputSnapshot;
import org.minorityreport.api.input.InputTables;
import org.minorityreport.api.input.Inputs;
import org.minorityreport.api.input.SalesSource;
import org.minorityreport.api.input.Store;
import org.minorityreport.api.series.Cadence;

/**
 * The inputs that lie in a folder: {@code sales.csv} (and later deliveries, such as {@code
 * sales-2025-08-09T0400Z.csv}), {@code stores.csv} and, if wanted, {@code campaigns.csv}, {@code
 * context.csv}, {@code drivers.csv} and {@code mapping.json}. The README of this module describes
 * them and says what becomes of a bad row.
 *
 * <p>The first tick reads the folder; later ones get the same tables, until {@link #reread}.
 * Thread-safe.
 */
public final class CsvInputs implements Inputs {
  private final Path folder;
  private final @Nullable Path mappingFile;
  private @Nullable InputTables tables;

  private CsvInputs(Path folder, @Nullable Path mappingFile) {
    this.folder = Objects.requireNonNull(folder, "folder");
    this.mappingFile = mappingFile;
  }

  /**
   * The inputs of a folder, with the mapping file that lies in it, if any.
   *
   * @param folder a folder of CSV files; nothing is read yet
   * @return its inputs
   */
  public static CsvInputs in(Path folder) {
    return new CsvInputs(folder, null);
  }

  /**
   * The inputs of a folder that is read as a mapping file elsewhere says.
   *
   * @param folder a folder of CSV files; nothing is read yet
   * @param mappingFile the mapping file; one in the folder is not looked at
   * @return its inputs
   */
  public static CsvInputs in(Path folder, Path mappingFile) {
    return new CsvInputs(folder, Objects.requireNonNull(mappingFile, "mappingFile"));
  }

  /**
   * What the folder held when it was first asked for, or asked for after {@link #reread}.
   *
   * @param tick any tick
   * @return the same tables at every tick until then
   * @throws InvalidInputException as {@link #read} does
   */
  @Override
  public synchronized InputSnapshot at(Instant tick) {
    if (tables == null) {
      tables = read();
    }
    return tables;
  }

  /**
   * Reads the folder as it is now. Rows that cannot be used are in {@link InputTables#refused}.
   *
   * @return what it holds
   * @throws InvalidInputException if a file or column is missing or a file cannot be read, if a
   *     store has two different rows, if the mapping is not understood, or if more rows than
   *     allowed are bad
   */
  public InputTables read() {
    Mapping mapping = mapping();
    FolderContents.check(folder, mapping);
    StoresTable stores = new StoresTable(folder, mapping);
    SortedMap<StoreId, Store> byId = stores.read();
    ListedTable<Campaign> campaigns = CampaignsTable.in(folder, mapping);
    Optional<List<Campaign>> campaignRows = campaigns.read();
    ListedTable<ContextEvent> context = ContextTable.in(folder, mapping);
    Optional<List<ContextEvent>> contextRows = context.read();
    ListedTable<Driver> drivers = DriversTable.in(folder, mapping);
    Optional<List<Driver>> driverRows = drivers.read();

    Cadence cadence =
        mapping.cadence().orElseGet(() -> new CadenceFinder(folder, first(mapping)).find());
    InputTables.Builder builder = InputTables.builder(source(mapping, cadence));
    byId.values().forEach(builder::store);
    campaignRows.ifPresent(builder::campaigns);
    contextRows.ifPresent(builder::contextEvents);
    driverRows.ifPresent(builder::drivers);
    List<Refusals> all = new ArrayList<>();
    List<SalesFiles.SalesFile> files = SalesFiles.in(folder, mapping);
    for (SalesFiles.SalesFile file : files) {
      SalesTable sales = new SalesTable(folder, mapping, file, cadence, byId);
      sales.readInto(builder, files.size() == 1);
      all.add(sales.refusals());
    }
    all.addAll(
        List.of(stores.refusals(), campaigns.refusals(), context.refusals(), drivers.refusals()));
    RefusedShare.check(folder, mapping.maxRefusedShare(), all);
    all.forEach(table -> table.inOrder().forEach(builder::refused));
    return builder.build();
  }

  /** Reads the folder anew at the next tick, as deliveries may have come. */
  public synchronized void reread() {
    tables = null;
  }

  /** The file from which the cadence is told. */
  private TableMapping first(Mapping mapping) {
    return mapping.table(TableKind.SALES).of(SalesFiles.in(folder, mapping).get(0).name());
  }

  private Mapping mapping() {
    Path file = mappingFile == null ? folder.resolve(Mapping.FILE) : mappingFile;
    return mappingFile == null && !Files.exists(file) ? Mapping.defaults() : MappingFile.read(file);
  }

  private static SalesSource source(Mapping mapping, Cadence cadence) {
    return SalesSource.builder()
        .name(mapping.source())
        .cadence(cadence)
        .absentMeans(mapping.absentMeans())
        .currency(mapping.currency())
        .build();
  }

  @Override
  public String toString() {
    return "CSV files in " + folder;
  }
}
