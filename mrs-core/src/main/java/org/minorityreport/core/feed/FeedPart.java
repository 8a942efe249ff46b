package org.minorityreport.core.feed;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.minorityreport.api.feed.AssessedCause;
import org.minorityreport.api.feed.AssessedImpact;
import org.minorityreport.api.feed.Assessment;
import org.minorityreport.api.feed.FeedChange;
import org.minorityreport.api.feed.FeedHead;
import org.minorityreport.api.feed.FeedOptions;
import org.minorityreport.api.feed.LeftOutShare;
import org.minorityreport.api.feed.MaskScope;
import org.minorityreport.api.feed.MaskWindow;
import org.minorityreport.api.feed.Outlook;
import org.minorityreport.api.feed.ProtectedStep;
import org.minorityreport.api.feed.SafetyFinding;
import org.minorityreport.api.feed.SafetyReport;
import org.minorityreport.api.record.Decider;
import org.minorityreport.core.json.CanonicalJson;

/** The parts of the feed that are written, each a sequence of values of one type. */
public enum FeedPart {
  /** What the feed is of: one value. */
  HEAD(FeedHead.class),
  /** Assessments, by report. */
  ASSESSMENTS(Assessment.class),
  /** Protected sales, by store, SKU and step. */
  SALES(ProtectedStep.class),
  /** Windows to be left out, by store, SKU and start. */
  WINDOWS(MaskWindow.class),
  /** Stretches to be left out with their stores and products, by time. */
  SCOPES(MaskScope.class),
  /** The safety report: one value. */
  SAFETY(SafetyReport.class),
  /** Of the safety report, what is left out per store, product and week. */
  SHARES(LeftOutShare.class),
  /** Of the safety report, the limits that are exceeded. */
  FINDINGS(SafetyFinding.class),
  /** Outlooks of open reports, by report. */
  OUTLOOKS(Outlook.class),
  /** What is different from an earlier state: assessments, then steps. */
  CHANGES(FeedChange.class);

  private final Class<?> type;

  FeedPart(Class<?> type) {
    this.type = type;
  }

  /** {@return the type of its values} */
  public Class<?> type() {
    return type;
  }

  /** {@return the columns of its CSV: fields, those of values within values after a dot} */
  public List<String> columns() {
    return columns(type);
  }

  private static List<String> columns(Class<?> of) {
    List<String> columns = new ArrayList<>();
    for (String field : CanonicalJson.properties(of)) {
      Class<?> within = within(of, field);
      if (within == null) {
        columns.add(field);
      } else {
        columns(within).forEach(inner -> columns.add(field + "." + inner));
      }
    }
    return columns;
  }

  /** The type of a field that has fields itself. */
  private static @Nullable Class<?> within(Class<?> of, String field) {
    return switch (of.getSimpleName() + "." + field) {
      case "Assessment.attribution" -> AssessedCause.class;
      case "AssessedCause.decided_by" -> Decider.class;
      case "Assessment.impact" -> AssessedImpact.class;
      case "FeedHead.options" -> FeedOptions.class;
      case "FeedChange.assessment" -> Assessment.class;
      case "FeedChange.step" -> ProtectedStep.class;
      default -> null;
    };
  }
}
