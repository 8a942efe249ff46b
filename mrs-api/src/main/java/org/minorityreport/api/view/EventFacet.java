package org.minorityreport.api.view;

import java.util.List;
import org.minorityreport.api.id.StoreId;
import org.minorityreport.api.record.EventStatus;

/** What events are counted by. An event may have several values of some. */
public enum EventFacet {
  /** {@code store_ids}. */
  STORE,
  /** {@code cities}. */
  CITY,
  /** {@code regions}. */
  REGION,
  /** {@code retailers}. */
  RETAILER,
  /** {@code proposed_cause_category}. */
  CATEGORY,
  /** {@code event_status}: {@code active} or {@code ended}. */
  STATUS,
  /** {@code cluster_id}, the commonest of its reports. */
  CLUSTER,
  /** {@code review_state} of the event itself. */
  REVIEW_STATE,
  /** {@code final_cause_category}. */
  FINAL_CATEGORY;

  /**
   * The values that an event is counted under.
   *
   * @param event any event
   * @return its values, sorted, without repeats; empty if it has none
   */
  public List<String> valuesIn(MinorityEvent event) {
    return switch (this) {
      case STORE -> event.storeIds().stream().map(StoreId::value).toList();
      case CITY -> event.cities();
      case REGION -> event.regions();
      case RETAILER -> event.retailers();
      case CATEGORY -> event.proposedCauseCategory().stream().toList();
      case STATUS -> List.of(event.eventStatus() == EventStatus.ACTIVE ? "active" : "ended");
      case CLUSTER -> event.clusterId().stream().toList();
      case REVIEW_STATE -> List.of(event.reviewState().wireName());
      case FINAL_CATEGORY -> event.finalCauseCategory().stream().toList();
    };
  }

  /** {@return the word on the wire} */
  public String wireName() {
    return WireNames.of(this);
  }

  /**
   * The facet that a word means.
   *
   * @param word a wire name
   * @return the facet
   * @throws org.minorityreport.api.error.InvalidValueException if there is no such facet
   */
  public static EventFacet of(String word) {
    return WireNames.find("facet", values(), word);
  }
}
