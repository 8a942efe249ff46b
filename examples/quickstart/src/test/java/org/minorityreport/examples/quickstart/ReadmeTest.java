package org.minorityreport.examples.quickstart;

import static java.math.BigDecimal.ZERO;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.minorityreport.api.view.MinorityEvent;
import org.minorityreport.core.Mrs;
import org.minorityreport.core.log.LogStores;
import org.minorityreport.examples.csv.CsvInputs;

/** The code in README.md is the code below, and it runs. */
class ReadmeTest {
  private static final Path README = Path.of("../../README.md");
  private static final Path SELF =
      Path.of("src/test/java/org/minorityreport/examples/quickstart/ReadmeTest.java");

  @Test
  void theCodeOfTheReadme_isTheCodeOfThisTest() throws IOException {
    assertThat(Snippet.in(SELF, "readme")).isEqualTo(Snippet.in(README));
  }

  @Test
  void theCodeOfTheReadme_findsAnUplift(@TempDir Path folder) throws IOException {
    Files.writeString(
        folder.resolve("stores.csv"), "store_id,retailer,city,region\ns1,r,c,north\n");
    StringBuilder sales = new StringBuilder("store_id,sku,timestamp,units\n");
    Instant uplift = Instant.parse("2025-08-07T12:00:00Z");
    for (Instant t = Instant.parse("2025-07-01T00:00:00Z");
        t.isBefore(Instant.parse("2025-08-07T16:00:00Z"));
        t = t.plus(Duration.ofHours(1))) {
      long rhythm = 40 + t.getEpochSecond() / 3600 % 3;
      sales.append("s1,a,").append(t).append(',').append(t.isBefore(uplift) ? rhythm : 3 * rhythm);
      sales.append('\n');
    }
    Files.writeString(folder.resolve("sales.csv"), sales);
    assertThat(code(folder)).isEqualTo(1);
  }

  @SuppressWarnings("SystemOut") // what the README shows
  private static int code(Path folder) {
    // readme begins
    Mrs mrs =
        Mrs.builder()
            .logs(LogStores.inMemory())
            .inputs(CsvInputs.in(folder)) // sales, stores, campaigns, context
            .build(); // models come from the class path
    mrs.tick(Instant.parse("2025-08-07T16:00:00Z"));
    for (MinorityEvent event : mrs.events().active()) {
      System.out.println(
          event.eventId().abbreviated()
              + " "
              + event.cohortName().orElse("")
              + ", "
              + event.cohortSize()
              + " stores, impact "
              + event.impactEstimate().orElse(ZERO));
    }
    // readme ends
    int found = mrs.events().active().size();
    mrs.close();
    return found;
  }
}
