package org.minorityreport.testkit.store;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** All rules, chapter by chapter, in the order of their ids. */
final class StoreRules {
  private StoreRules() {}

  static Map<String, List<StoreRule>> chapters() {
    Map<String, List<StoreRule>> chapters = new LinkedHashMap<>();
    chapters.put("Versions and duplicates", VersionRules.all());
    chapters.put("What is refused", RefusalRules.all());
    chapters.put("Positions and reads", ReadRules.all());
    chapters.put("Readers beside the writer", ReaderRules.all());
    chapters.put("Closing and opening", LastingRules.all());
    chapters.put("Any history", HistoryRules.all());
    chapters.put("Faults of the disk", FaultRules.all());
    chapters.put("Loss of power", PowerRules.all());
    chapters.put("Damage", DamageRules.all());
    chapters.put("What is declined", DeclinedRules.all());
    return chapters;
  }
}
