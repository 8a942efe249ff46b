package org.minorityreport.core.attribution;

import java.time.Instant;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import org.minorityreport.api.input.Campaign;
import org.minorityreport.api.input.ContextEvent;
import org.minorityreport.api.input.Store;
import org.minorityreport.api.model.Candidate;
import org.minorityreport.api.record.Evidence;
import org.minorityreport.api.record.EvidenceKind;
import org.minorityreport.api.record.ReportSpine;
import org.minorityreport.api.series.TimeSpan;
import org.minorityreport.api.stage.AttributionSettings;

/** Inputs as possible causes. */
public final class Candidates {
  private Candidates() {}

  /**
   * A campaign as a possible cause; its channel is the subtype.
   *
   * @param campaign the campaign
   * @param contentHash SHA-256 of its canonical JSON, as hex
   * @return the candidate
   */
  public static Candidate of(Campaign campaign, String contentHash) {
    return Candidate.builder()
        .kind(EvidenceKind.CAMPAIGN)
        .ref(campaign.campaignId())
        .contentHash(contentHash)
        .name(campaign.name())
        .category(campaign.category())
        .subtype(campaign.channel())
        .start(campaign.start())
        .end(campaign.end())
        .regions(campaign.regions())
        .storeIds(campaign.storeIds())
        .skus(campaign.skus())
        .build();
  }

  /**
   * A context event as a possible cause.
   *
   * @param event the context event
   * @param contentHash SHA-256 of its canonical JSON, as hex
   * @return the candidate
   */
  public static Candidate of(ContextEvent event, String contentHash) {
    return of(event, contentHash, EvidenceKind.CONTEXT_EVENT);
  }

  /**
   * A context event that a person recorded, as a possible cause.
   *
   * @param event the context event
   * @param contentHash SHA-256 of its canonical JSON, as hex
   * @return the candidate
   */
  public static Candidate recorded(ContextEvent event, String contentHash) {
    return of(event, contentHash, EvidenceKind.HUMAN);
  }

  private static Candidate of(ContextEvent event, String contentHash, EvidenceKind kind) {
    return Candidate.builder()
        .kind(kind)
        .ref(event.contextId())
        .contentHash(contentHash)
        .name(event.name())
        .category(event.category())
        .subtype(event.subtype())
        .start(event.start())
        .end(event.end())
        .regions(event.regions())
        .cities(event.cities())
        .storeIds(event.storeIds())
        .skus(event.skus())
        .severity(event.severity())
        .confidence(event.confidence())
        .build();
  }

  /**
   * The keys of the candidates that name no region, city or store, as cohorting is given them.
   *
   * @param candidates campaigns and context events
   * @return their keys, as {@link #key(Evidence)} gives them
   */
  public static SortedSet<String> placeless(Collection<Candidate> candidates) {
    SortedSet<String> keys = new TreeSet<>();
    for (Candidate candidate : candidates) {
      if (isPlaceless(candidate)) {
        keys.add(key(candidate.kind(), candidate.ref()));
      }
    }
    return Collections.unmodifiableSortedSet(keys);
  }

  /**
   * The key of the row that an evidence cites.
   *
   * @param evidence any evidence
   * @return wire name of its kind, a colon and its ref
   */
  public static String key(Evidence evidence) {
    return key(evidence.kind(), evidence.ref());
  }

  /**
   * Whether attribution would weigh a candidate for a report: it overlaps its window in time, place
   * and product, lead and lag included, and is no standing condition.
   *
   * @param candidate the candidate
   * @param report the report
   * @param store where the report is
   * @param settings lead, lag and what is standing
   * @param tick the end of the window of an open report
   * @return whether it would
   */
  public static boolean concerns(
      Candidate candidate,
      ReportSpine report,
      Store store,
      AttributionSettings settings,
      Instant tick) {
    TimeSpan window = CandidateIndex.window(report, tick);
    return !new CandidateIndex(List.of(candidate), window, tick, settings)
        .of(report, store)
        .isEmpty();
  }

  static boolean isPlaceless(Candidate candidate) {
    return candidate.regions().isEmpty()
        && candidate.cities().isEmpty()
        && candidate.storeIds().isEmpty();
  }

  private static String key(EvidenceKind kind, String ref) {
    return kind.wireName() + ":" + ref;
  }
}
