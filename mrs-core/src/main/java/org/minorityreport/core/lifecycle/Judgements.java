package org.minorityreport.core.lifecycle;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.minorityreport.api.log.Logs;
import org.minorityreport.api.record.EndReason;
import org.minorityreport.api.record.FinalDecision;
import org.minorityreport.api.record.ReportEnded;
import org.minorityreport.api.record.ReportFinalised;
import org.minorityreport.api.record.Role;
import org.minorityreport.core.json.LogCodec;

/**
 * What people judged of what models proposed, from the rows of finalisation, which hold both. A
 * report counts once for each cause that a model proposed and a person judged, by the last
 * judgement of it that was not taken back; automatic approvals are no judgements, and decisions
 * about superseded reports do not count (spec 4.9).
 */
final class Judgements {
  private Judgements() {}

  /**
   * The judgements of a run.
   *
   * @param scan reads the logs
   * @param tick rows of later moments are not looked at
   * @return judgements by report, then in the order in which they were made
   */
  static List<Judged> read(StandingScan scan, Instant tick) {
    Set<String> superseded = superseded(scan, tick);
    List<Numbered> rows = new ArrayList<>();
    scan.rows(
        Logs.REPORTS_FINALISED,
        row -> !row.writtenAt().isAfter(tick),
        row -> rows.add(new Numbered(row.rowNumber(), LogCodec.read(Logs.REPORTS_FINALISED, row))));
    rows.removeIf(row -> superseded.contains(row.row().reportId().value()));
    return of(rows);
  }

  private static Set<String> superseded(StandingScan scan, Instant tick) {
    Newest<ReportEnded> ends = new Newest<>();
    scan.rows(
        Logs.REPORTS_ENDED,
        row -> !row.writtenAt().isAfter(tick),
        row -> {
          ReportEnded ended = LogCodec.read(Logs.REPORTS_ENDED, row);
          ends.put(ended.reportId().value(), ended.writtenAt(), ended);
        });
    Set<String> superseded = new HashSet<>();
    ends.each(
        ended -> {
          if (ended.endReason() == EndReason.DATA_CORRECTION) {
            superseded.add(ended.reportId().value());
          }
        });
    return superseded;
  }

  /**
   * Folds the rows of finalisation.
   *
   * @param rows rows that stand, in any order
   * @return judgements by report, then in the order in which they were made
   */
  static List<Judged> of(Collection<Numbered> rows) {
    Map<String, Map<List<Object>, Judged>> byReport = new TreeMap<>();
    Map<String, List<Object>> last = new HashMap<>();
    rows.stream()
        .sorted(Numbered.ORDER)
        .forEach(
            numbered -> {
              ReportFinalised row = numbered.row();
              String report = row.reportId().value();
              Map<List<Object>, Judged> judged =
                  byReport.computeIfAbsent(report, k -> new LinkedHashMap<>());
              if (isTakenBack(row)) {
                List<Object> before = last.remove(report);
                if (before != null) {
                  judged.remove(before);
                }
              } else if (isOfAPerson(row)) {
                Judged now = Judged.of(row);
                List<Object> proposal = List.of(now.model(), now.cause(), now.category());
                judged.remove(proposal);
                judged.put(proposal, now);
                last.put(report, proposal);
              }
            });
    return byReport.values().stream().flatMap(judged -> judged.values().stream()).toList();
  }

  private static boolean isTakenBack(ReportFinalised row) {
    return Judged.is(row, FinalDecision.REOPENED) || Judged.is(row, FinalDecision.WITHDRAWN);
  }

  private static boolean isOfAPerson(ReportFinalised row) {
    return FinalDecision.of(row.finalDecision())
            .filter(decision -> decision != FinalDecision.AUTO_APPROVED)
            .isPresent()
        && row.decidedBy().filter(by -> !by.role().equals(Role.SYSTEM.wireName())).isPresent();
  }

  /**
   * A row with its number in its log, which tells what came first within a moment.
   *
   * @param number its number
   * @param row the row
   */
  record Numbered(long number, ReportFinalised row) {
    static final Comparator<Numbered> ORDER =
        Comparator.comparing((Numbered n) -> n.row().writtenAt())
            .thenComparingLong(Numbered::number);
  }
}
