package org.minorityreport.core.hydrate;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import org.minorityreport.api.record.ReportMember;
import org.minorityreport.api.record.ReportSpine;
import org.minorityreport.api.record.UserEdit;

/**
 * The group {@code totals}.
 *
 * @param members one per series, by SKU
 * @param attributed units sold
 * @param expected units expected
 * @param revenue money taken; a person's window has none
 * @param expectedRevenue money expected; a person's window has none
 * @param impact money above or below the baseline
 */
record Totals(
    List<ReportMember> members,
    BigDecimal attributed,
    BigDecimal expected,
    Optional<BigDecimal> revenue,
    Optional<BigDecimal> expectedRevenue,
    Optional<BigDecimal> impact) {

  static Totals of(ReportSpine row) {
    return new Totals(
        row.members(),
        row.attributedSalesTotal(),
        row.baselineSalesTotal(),
        row.attributedRevenueTotal(),
        row.baselineRevenueTotal(),
        row.impactEstimate());
  }

  /** {@return whether an act has all of the group that it must have} */
  static boolean areIn(UserEdit act) {
    return act.attributedSalesTotal().isPresent()
        && act.baselineSalesTotal().isPresent()
        && !act.members().isEmpty();
  }

  static Totals of(UserEdit act) {
    return new Totals(
        act.members(),
        act.attributedSalesTotal().orElseThrow(),
        act.baselineSalesTotal().orElseThrow(),
        Optional.empty(),
        Optional.empty(),
        act.impactEstimate());
  }
}
