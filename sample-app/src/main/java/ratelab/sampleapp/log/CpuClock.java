package ratelab.sampleapp.log;

/** Reads the CPU time that this process has used so far, its children not included. */
public interface CpuClock {

  /** The finest clock that this machine offers without native code. */
  static CpuClock ofThisProcess() {
    return SchedstatCpuClock.isSupported() ? new SchedstatCpuClock() : new JvmCpuClock();
  }

  /** CPU time in nanoseconds; never less than an earlier reading. */
  long readNanos();
}
