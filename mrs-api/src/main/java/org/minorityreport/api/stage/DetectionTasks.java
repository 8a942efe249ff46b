package org.minorityreport.api.stage;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.minorityreport.api.id.Sku;
import org.minorityreport.api.model.Covariates;
import org.minorityreport.api.series.SalesSeries;

/**
 * What detection is given of one store over several ticks that look at one state of the data and of
 * what people decided. The task of a tick is made when it is asked for, equal whenever that is. One
 * thread at a time.
 */
public interface DetectionTasks {
  /** {@return the moments, each later than the one before; not empty} */
  List<Instant> ticks();

  /** {@return the series, by SKU, each over all steps that one of the ticks looks at} */
  List<SalesSeries> series();

  /** {@return what the tick before the first left} */
  StoreCarry carry();

  /**
   * What else may move the sales of a series, as far as it is known by the last of the ticks.
   *
   * @param sku the series
   * @return its covariates; none unless the tasks of the ticks have some
   */
  default Covariates covariates(Sku sku) {
    return Covariates.NONE;
  }

  /**
   * The task of one tick.
   *
   * @param index index of the tick
   * @param skus the series that it is to hold
   * @param carry what the tick before left
   * @return the task
   */
  DetectionTask at(int index, Set<Sku> skus, StoreCarry carry);
}
