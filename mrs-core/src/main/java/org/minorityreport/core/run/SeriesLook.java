package org.minorityreport.core.run;

import java.time.Instant;
import java.util.List;
import org.minorityreport.api.input.Store;
import org.minorityreport.api.model.Covariates;
import org.minorityreport.api.series.SalesSeries;
import org.minorityreport.api.series.StepMask;
import org.minorityreport.api.stage.Exclusion;
import org.minorityreport.api.stage.SeriesInput;
import org.minorityreport.core.input.DriverBook;
import org.minorityreport.core.input.SeriesDigests;

/**
 * A series at a tick, digested when a row asks for it: a series that is quiet leaves no row at most
 * ticks. Immutable, but for what is asked of the digests.
 *
 * @param series the series from the look-backs up to the tick
 * @param decided what people confirmed
 * @param store the store
 * @param drivers what was measured
 * @param digestedFrom from when on it is digested
 * @param tick up to when
 * @param digests makes the digest
 */
record SeriesLook(
    SalesSeries series,
    List<Exclusion> decided,
    Store store,
    DriverBook drivers,
    Instant digestedFrom,
    Instant tick,
    SeriesDigests digests)
    implements SeriesInput {
  @Override
  public StepMask exclusions() {
    return StepMask.none();
  }

  @Override
  public Covariates covariates() {
    return drivers.covariates(store, series.id().sku(), tick);
  }

  @Override
  public String inputDigest() {
    String sales = digests.digest(series.between(digestedFrom, tick));
    return drivers.digest(sales, store, series.id().sku(), tick);
  }
}
