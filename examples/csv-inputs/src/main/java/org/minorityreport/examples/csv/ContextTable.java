package org.minorityreport.examples.csv;

import java.nio.file.Path;
import org.minorityreport.api.id.Sku;
import org.minorityreport.api.id.StoreId;
import org.minorityreport.api.input.ContextEvent;

/** What a row of context events means. */
final class ContextTable {
  private ContextTable() {}

  static ListedTable<ContextEvent> in(Path folder, Mapping mapping) {
    return new ListedTable<>(
        folder, mapping, TableKind.CONTEXT, ContextTable::event, ContextEvent::contextId);
  }

  private static ContextEvent event(EntityRow row) {
    ContextEvent.Builder event =
        ContextEvent.builder()
            .contextId(row.required("context_id"))
            .category(row.required("category"))
            .subtype(row.optional("subtype"))
            .name(row.required("name"))
            .start(row.start("start"))
            .end(row.end("end"))
            .regions(row.list("regions"))
            .cities(row.list("cities"))
            .storeIds(row.list("store_ids", StoreId::of))
            .skus(row.list("skus", Sku::of))
            .severity(row.optional("severity"))
            .source(row.required("source"))
            .url(row.optional("url"))
            .recordedAt(row.moment("recorded_at"))
            .attributes(row.attributes());
    row.num("confidence").ifPresent(event::confidence);
    return event.build();
  }
}
