package ratelab.exporter.proc;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import org.junit.jupiter.api.Test;

class KernelUnitsTest {
  @Test
  void come_from_the_auxiliary_vector() {
    ByteBuffer vector = ByteBuffer.allocate(6 * Long.BYTES).order(ByteOrder.nativeOrder());
    vector.putLong(17).putLong(1000).putLong(6).putLong(65536).putLong(0).putLong(0);
    assertThat(KernelUnits.parse(vector.array())).isEqualTo(new KernelUnits(1000, 65536));
  }

  @Test
  void are_the_usual_ones_where_nothing_says_otherwise() {
    assertThat(KernelUnits.parse(new byte[5])).isEqualTo(new KernelUnits(100, 4096));
  }

  @Test
  void linux_tells_user_space_of_100_ticks_a_second() {
    assertThat(KernelUnits.ofThisSystem().ticksPerSecond()).isEqualTo(100);
  }
}
