package org.minorityreport.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.StringWriter;
import java.nio.file.Path;
import java.util.Locale;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.minorityreport.api.log.AsOf;
import org.minorityreport.api.log.CommitPosition;
import org.minorityreport.api.log.LogStore;
import org.minorityreport.core.feed.FeedFormat;
import org.minorityreport.core.feed.FeedPart;
import org.minorityreport.core.feed.FeedWriter;
import org.minorityreport.core.feed.ProtectionFeed;
import org.minorityreport.core.hydrate.Hydration;
import org.minorityreport.core.log.LogStores;

/** The schemas of the feed are those of its types, and what is written is as they say. */
class FeedSchemasTest {
  private static final Path FOLDER = GoldenFile.inRepository("../docs/schemas/feed");
  private static final RecordSchemas SCHEMAS = new RecordSchemas();

  private static LogStore store;

  @BeforeAll
  static void run() {
    store = LogStores.inMemory(SmallWorld.CLOCK);
    ChangedRun.into(store, () -> {});
  }

  @ParameterizedTest
  @EnumSource(FeedPart.class)
  void file_isWhatTheTypeSays(FeedPart part) {
    GoldenFile.check(FOLDER.resolve(name(part) + ".schema.json"), schema(part));
  }

  @ParameterizedTest
  @EnumSource(FeedPart.class)
  void lines_areAsTheSchemaSays(FeedPart part) {
    Schema schema =
        SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
            .getSchema(schema(part), InputFormat.JSON);
    StringWriter out = new StringWriter();
    FeedWriter writer =
        new FeedWriter(
            ProtectionFeed.of(
                store,
                SmallWorld.RUN,
                AsOf.now(),
                at -> Hydration.hydrate(store, SmallWorld.RUN, at, 1).reports()));
    if (part == FeedPart.CHANGES) {
      writer.writeChanges(AsOf.atPosition(CommitPosition.of(1)), FeedFormat.JSON_LINES, out);
    } else {
      writer.write(part, FeedFormat.JSON_LINES, out);
    }

    out.toString()
        .lines()
        .forEach(line -> assertThat(schema.validate(line, InputFormat.JSON)).as(line).isEmpty());
    if (part == FeedPart.SALES || part == FeedPart.ASSESSMENTS || part == FeedPart.HEAD) {
      assertThat(out.toString()).isNotEmpty();
    }
  }

  private static String schema(FeedPart part) {
    return SCHEMAS.of("feed: " + name(part), part.type());
  }

  private static String name(FeedPart part) {
    return part.name().toLowerCase(Locale.ROOT);
  }
}
