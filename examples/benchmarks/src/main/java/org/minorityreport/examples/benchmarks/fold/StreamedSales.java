package org.minorityreport.examples.benchmarks.fold;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.minorityreport.api.id.StoreId;
import org.minorityreport.api.input.Campaign;
import org.minorityreport.api.input.ContextEvent;
import org.minorityreport.api.input.Delivery;
import org.minorityreport.api.input.InputSnapshot;
import org.minorityreport.api.input.RefusedRow;
import org.minorityreport.api.input.SalesSource;
import org.minorityreport.api.input.Store;
import org.minorityreport.api.series.SalesSeries;
import org.minorityreport.api.series.Steps;
import org.minorityreport.api.series.TimeSpan;

/**
 * Sales in a file, of which only the span that is asked for is read: two bytes a step. As over
 * {@link #DAYS} days each store has one window, so has one of as many stores on one day.
 */
final class StreamedSales implements InputSnapshot, AutoCloseable {
  private static final int DAYS = 28;
  private static final long THOUSANDTHS = 1_000;

  private final SalesSource source;
  private final Steps steps;
  private final int skus;
  private final FileChannel file;
  private final List<Store> stores = new ArrayList<>();

  /** Writes the file. */
  StreamedSales(SalesSource source, InjectedSales sales, int count, Path place) throws IOException {
    this.source = source;
    this.steps = sales.steps();
    this.file =
        FileChannel.open(
            place,
            StandardOpenOption.CREATE_NEW,
            StandardOpenOption.READ,
            StandardOpenOption.WRITE,
            StandardOpenOption.DELETE_ON_CLOSE);
    int series = 0;
    for (int i = 0; i < count; i++) {
      InjectedSales.Sold sold =
          sales.store(i, i % DAYS == 0 ? InjectedSales.ONE_WINDOW : InjectedSales.NO_WINDOW);
      stores.add(sold.store());
      series = sold.series().size();
      ByteBuffer bytes = ByteBuffer.allocate(series * steps.count() * Short.BYTES);
      for (SalesSeries each : sold.series()) {
        for (int step = 0; step < steps.count(); step++) {
          bytes.putShort((short) (each.thousandthsAt(step) / THOUSANDTHS));
        }
      }
      bytes.flip();
      while (bytes.hasRemaining()) {
        file.write(bytes);
      }
    }
    this.skus = series;
  }

  @Override
  public SalesSource source() {
    return source;
  }

  @Override
  public List<Store> stores() {
    return stores;
  }

  @Override
  public Optional<List<Campaign>> campaigns() {
    return Optional.of(List.of());
  }

  @Override
  public Optional<List<ContextEvent>> contextEvents() {
    return Optional.of(List.of());
  }

  @Override
  public TimeSpan covers() {
    return TimeSpan.of(steps.from(), steps.to());
  }

  @Override
  public List<SalesSeries> sales(StoreId store, TimeSpan span) {
    int first = Math.max(0, Math.min(steps.count(), steps.indexOf(span.from())));
    int end = Math.max(first, Math.min(steps.count(), steps.indexOf(span.to())));
    Steps some = steps.slice(first, end);
    List<SalesSeries> series = new ArrayList<>();
    for (int k = 0; k < skus; k++) {
      long at = ((long) InjectedSales.index(store) * skus + k) * steps.count() + first;
      series.add(SalesSeries.of(InjectedSales.id(store, k), some, read(at, some.count())));
    }
    return series;
  }

  private long[] read(long at, int count) {
    ByteBuffer bytes = ByteBuffer.allocate(count * Short.BYTES);
    try {
      while (bytes.hasRemaining() && file.read(bytes, at * Short.BYTES + bytes.position()) >= 0) {
        // until all of it is there
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    bytes.flip();
    long[] thousandths = new long[count];
    for (int i = 0; i < count; i++) {
      thousandths[i] = bytes.getShort() * THOUSANDTHS;
    }
    return thousandths;
  }

  @Override
  public void close() throws IOException {
    file.close();
  }

  @Override
  public List<Delivery> deliveries() {
    return List.of();
  }

  @Override
  public long rowsRead() {
    return 0;
  }

  @Override
  public List<RefusedRow> refused() {
    return List.of();
  }
}
