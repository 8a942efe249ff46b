package org.minorityreport.core.input;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.time.Instant;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;
import org.minorityreport.api.id.SeriesId;
import org.minorityreport.api.id.Sku;
import org.minorityreport.api.id.StoreId;
import org.minorityreport.api.series.Cadence;
import org.minorityreport.api.series.SalesSeries;
import org.minorityreport.api.series.Steps;
import org.minorityreport.core.identity.Digests;

class SeriesDigestsTest {
  private static final Cadence QUARTER_DAY = Cadence.parse("PT6H");
  private static final Instant START = Instant.parse("2025-08-04T00:00:00Z");

  /** What was digested before, of whatever part, must not change a digest. */
  @Property(tries = 200)
  void digest_isTheSameWhateverWasDigestedBefore(
      @ForAll @Size(24) long[] units,
      @ForAll @IntRange(max = 24) int firstCut,
      @ForAll @IntRange(max = 24) int secondCut,
      @ForAll @IntRange(max = 24) int thirdCut) {
    SalesSeries whole = series(units);
    SeriesDigests used = new SeriesDigests();
    used.digest(whole.slice(0, firstCut));
    used.digest(whole.slice(Math.min(firstCut, secondCut), 24));
    SalesSeries part = whole.slice(Math.min(secondCut, thirdCut), Math.max(secondCut, thirdCut));

    assertThat(used.digest(part)).isEqualTo(new SeriesDigests().digest(part));
  }

  /** To the byte: units and revenue as eight bytes each, little-endian; days, then all of them. */
  @Test
  void digest_isOverTheDigestsOfTheDays() {
    SalesSeries series = series(new long[] {1000, SalesSeries.UNKNOWN, 0, 2500, 7});
    byte[] day = Digests.sha256(steps(1000, SalesSeries.UNKNOWN, 0, 2500));
    byte[] rest = Digests.sha256(steps(7));

    assertThat(new SeriesDigests().digest(series)).isEqualTo(Digests.sha256Hex(day, rest));
  }

  private static byte[] steps(long... units) {
    ByteBuffer bytes = ByteBuffer.allocate(16 * units.length).order(ByteOrder.LITTLE_ENDIAN);
    for (long value : units) {
      bytes.putLong(value).putLong(SalesSeries.UNKNOWN);
    }
    return bytes.array();
  }

  private static SalesSeries series(long[] units) {
    return SalesSeries.of(
        SeriesId.of(StoreId.of("327"), Sku.of("cola")),
        Steps.of(START, QUARTER_DAY, units.length),
        units);
  }
}
