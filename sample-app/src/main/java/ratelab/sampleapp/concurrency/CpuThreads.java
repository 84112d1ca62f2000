package ratelab.sampleapp.concurrency;

import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** Platform threads for computing: as many as there are processors. */
final class CpuThreads {
  private CpuThreads() {}

  static ExecutorService open() {
    return Executors.newFixedThreadPool(
        Runtime.getRuntime().availableProcessors(), Thread.ofPlatform().name("cpu-", 0).factory());
  }
}
