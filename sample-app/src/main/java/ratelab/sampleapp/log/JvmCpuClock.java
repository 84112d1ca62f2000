package ratelab.sampleapp.log;

import com.sun.management.OperatingSystemMXBean;
import java.lang.management.ManagementFactory;

/** The JVM's own reading; on Linux it moves in steps of 10 ms. */
final class JvmCpuClock implements CpuClock {
  private static final OperatingSystemMXBean SYSTEM =
      ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class);

  @Override
  public long readNanos() {
    return SYSTEM.getProcessCpuTime();
  }
}
