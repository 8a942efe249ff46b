package org.minorityreport.cli;

import de.siegmar.fastcsv.writer.CsvWriter;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.minorityreport.api.input.Campaign;
import org.minorityreport.api.input.ContextEvent;
import org.minorityreport.api.input.Store;
import org.minorityreport.api.series.SalesSeries;
import org.minorityreport.mock.world.World;

/** A world as the files that {@code mrs run} reads. */
final class WorldFiles {
  private static final int SCALE_UNITS = 3;
  private static final int SCALE_MONEY = 2;
  private static final String BETWEEN = ";";

  private final World world;
  private final Path folder;
  private final Consumer<String> progress;

  private WorldFiles(World world, Path folder, Consumer<String> progress) {
    this.world = world;
    this.folder = folder;
    this.progress = progress;
  }

  static void write(World world, Path folder, Consumer<String> progress) throws IOException {
    Files.createDirectories(folder);
    new WorldFiles(world, folder, progress).write();
  }

  private void write() throws IOException {
    file("stores.csv", out -> csv(out, this::stores));
    file("campaigns.csv", out -> csv(out, this::campaigns));
    file("context.csv", out -> csv(out, this::context));
    file("truth.json", this::truth);
    file("sales.csv", out -> csv(out, this::sales));
  }

  private void file(String name, Content content) throws IOException {
    WholeFile.write(
        folder.resolve(name),
        to -> {
          Writer out = new BufferedWriter(new OutputStreamWriter(to, StandardCharsets.UTF_8));
          content.write(out);
          out.flush();
        });
  }

  private void truth(Writer out) throws IOException {
    String lines = world.truth().jsonLines().strip();
    out.write("[\n" + lines.replace("\n", ",\n") + "\n]\n");
  }

  private void stores(CsvWriter csv) {
    csv.writeRecord(
        "store_id",
        "retailer",
        "name",
        "city",
        "region",
        "country",
        "lat",
        "lon",
        "format",
        "time_zone",
        "sales_region");
    for (Store store : world.stores()) {
      csv.writeRecord(
          store.storeId().value(),
          store.retailer(),
          store.name().orElse(""),
          store.city().orElse(""),
          store.region().orElse(""),
          store.country().orElse(""),
          number(store.lat()),
          number(store.lon()),
          store.format().orElse(""),
          store.timeZone().orElse(""),
          store.salesRegion().orElse(""));
    }
  }

  private void campaigns(CsvWriter csv) {
    csv.writeRecord(
        "campaign_id",
        "name",
        "channel",
        "category",
        "start",
        "end",
        "regions",
        "store_ids",
        "skus",
        "spend");
    for (Campaign row : world.arriving().at(world.lastTick()).campaigns().orElse(List.of())) {
      csv.writeRecord(
          row.campaignId(),
          row.name(),
          row.channel(),
          row.category(),
          row.start().toString(),
          row.end().toString(),
          list(row.regions()),
          list(row.storeIds()),
          list(row.skus()),
          row.spend().map(BigDecimal::toPlainString).orElse(""));
    }
  }

  private void context(CsvWriter csv) {
    csv.writeRecord(
        "context_id",
        "category",
        "subtype",
        "name",
        "start",
        "end",
        "regions",
        "cities",
        "store_ids",
        "skus",
        "severity",
        "source",
        "url",
        "confidence",
        "recorded_at");
    for (ContextEvent row :
        world.arriving().at(world.lastTick()).contextEvents().orElse(List.of())) {
      csv.writeRecord(
          row.contextId(),
          row.category(),
          row.subtype().orElse(""),
          row.name(),
          row.start().toString(),
          text(row.end()),
          list(row.regions()),
          list(row.cities()),
          list(row.storeIds()),
          list(row.skus()),
          row.severity().orElse(""),
          row.source(),
          row.url().orElse(""),
          number(row.confidence()),
          text(row.recordedAt()));
    }
  }

  private void sales(CsvWriter csv) {
    csv.writeRecord("store_id", "sku", "timestamp", "units", "revenue");
    int done = 0;
    for (Store store : world.stores()) {
      for (SalesSeries series : world.sales(store.storeId())) {
        for (int i = 0; i < series.size(); i++) {
          if (series.isKnown(i)) {
            csv.writeRecord(
                store.storeId().value(),
                series.id().sku().value(),
                series.steps().timeAt(i).toString(),
                decimal(series.thousandthsAt(i), SCALE_UNITS),
                decimal(series.revenueCentsAt(i), SCALE_MONEY));
          }
        }
      }
      progress.accept("sales of store " + ++done + " of " + world.stores().size());
    }
  }

  private static String decimal(long value, int scale) {
    return value == SalesSeries.UNKNOWN
        ? ""
        : BigDecimal.valueOf(value, scale).stripTrailingZeros().toPlainString();
  }

  private static String number(OptionalDouble value) {
    return value.isPresent() ? BigDecimal.valueOf(value.getAsDouble()).toPlainString() : "";
  }

  private static String text(Optional<?> value) {
    return value.map(Object::toString).orElse("");
  }

  private static String list(List<?> values) {
    return values.stream().map(Object::toString).collect(Collectors.joining(BETWEEN));
  }

  private static void csv(Writer out, Consumer<CsvWriter> rows) throws IOException {
    CsvWriter csv = CsvWriter.builder().build(out);
    rows.accept(csv);
    csv.flush();
  }

  /** What goes into a file. */
  private interface Content {
    void write(Writer out) throws IOException;
  }
}
