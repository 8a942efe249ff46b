package org.minorityreport.core.walk;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.minorityreport.api.id.RunId;
import org.minorityreport.api.id.StoreId;
import org.minorityreport.api.input.Campaign;
import org.minorityreport.api.input.Store;
import org.minorityreport.api.log.CommitPosition;
import org.minorityreport.api.log.LogStore;
import org.minorityreport.api.log.Logs;
import org.minorityreport.api.record.ContextRecord;
import org.minorityreport.api.record.StoreRecord;
import org.minorityreport.core.input.InputLedger;
import org.minorityreport.core.json.CanonicalJson;
import org.minorityreport.core.json.LogCodec;

/**
 * What sources said last of stores and campaigns; what is gone or withdrawn stays as it was.
 *
 * @param store the logs
 * @param run the line of work
 */
record Described(LogStore store, RunId run) {
  List<Store> stores(Set<StoreId> wanted, CommitPosition upTo) {
    Map<StoreId, Store> found = new TreeMap<>();
    store.read(
        Logs.STORES,
        run,
        CommitPosition.START,
        upTo,
        row -> {
          if (!row.isRetracted()) {
            StoreRecord record = LogCodec.read(Logs.STORES, row);
            if (wanted.contains(record.storeId())) {
              found.put(record.storeId(), record.store());
            }
          }
        });
    return List.copyOf(found.values());
  }

  List<Campaign> campaigns(Collection<String> wanted, CommitPosition upTo) {
    Map<String, Campaign> found = new TreeMap<>();
    if (wanted.isEmpty()) {
      return List.of();
    }
    store.read(
        Logs.CONTEXT,
        run,
        CommitPosition.START,
        upTo,
        row -> {
          if (!row.isRetracted()) {
            ContextRecord record = LogCodec.read(Logs.CONTEXT, row);
            if (record.kind().equals(InputLedger.CAMPAIGN) && wanted.contains(record.ref())) {
              byte[] body = CanonicalJson.bytes(record.body());
              found.put(record.ref(), CanonicalJson.read(body, Campaign.class));
            }
          }
        });
    return List.copyOf(found.values());
  }
}
