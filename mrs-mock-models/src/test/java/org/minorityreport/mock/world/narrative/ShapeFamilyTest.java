package org.minorityreport.mock.world.narrative;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ShapeFamilyTest {
  @Property
  void share_neverMoreThanTheFullEffect(
      @ForAll ShapeFamily shape, @ForAll @DoubleRange(min = 0, max = 1) double phase) {
    assertThat(shape.at(phase)).isBetween(-1.0, 1.0);
  }

  @Property
  void outside_nothing(
      @ForAll ShapeFamily shape, @ForAll @DoubleRange(min = 0.01, max = 9) double distance) {
    assertThat(shape.at(-distance)).isZero();
    assertThat(shape.at(1 + distance)).isZero();
    assertThat(shape.at(1)).isZero();
  }

  @ParameterizedTest
  @EnumSource
  void somewhere_fullEffect(ShapeFamily shape) {
    double max = 0;
    for (int i = 0; i < 1000; i++) {
      max = Math.max(max, shape.at(i / 1000.0));
    }

    assertThat(max).isCloseTo(1, within(0.005));
  }
}
