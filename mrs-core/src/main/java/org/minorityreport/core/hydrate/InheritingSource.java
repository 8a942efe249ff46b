package org.minorityreport.core.hydrate;

import java.util.List;
import java.util.function.Consumer;
import org.minorityreport.api.id.RunId;
import org.minorityreport.api.log.CommitPosition;
import org.minorityreport.api.log.Log;
import org.minorityreport.core.inheritance.InheritedDecisions;

/** A run with a parent: the logs of people are read whole, with the rows of the parent. */
final class InheritingSource implements RowSource {
  private final RowSource own;
  private final RowSource ofPeople;

  /**
   * Reads from two.
   *
   * @param own the rows of the run
   * @param ofPeople gives the rows of the parent too, and holds what it gives
   */
  InheritingSource(RowSource own, RowSource ofPeople) {
    this.own = own;
    this.ofPeople = ofPeople;
  }

  @Override
  public void look(
      Log<?> log,
      RunId run,
      CommitPosition after,
      CommitPosition upTo,
      Consumer<? super SeenRow> eye) {
    (InheritedDecisions.shows(log) ? ofPeople : own).look(log, run, after, upTo, eye);
  }

  @Override
  public List<String> unreadable() {
    return own.unreadable();
  }

  @Override
  public Rows rows() {
    return own.rows();
  }
}
