package ratelab.sampleapp.concurrency;

import java.io.IOException;
import java.util.OptionalLong;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import ratelab.sampleapp.work.Work;

/**
 * Does the work of a virtual thread: it pauses there, but burns CPU on a platform thread, because
 * virtual threads have no CPU clock.
 */
final class VirtualPerformer implements Performer {
  private final ExecutorService cpu = CpuThreads.open();

  @Override
  public OptionalLong perform(Work work) throws IOException, InterruptedException {
    if (!work.burn().cpu().isZero()) {
      burn(work);
    }
    return work.pause().pass();
  }

  @Override
  public void close() {
    cpu.shutdownNow();
  }

  private void burn(Work work) throws InterruptedException {
    try {
      cpu.submit(work.burn()::spend).get();
    } catch (ExecutionException failure) {
      throw new IllegalStateException("the CPU burn failed", failure.getCause());
    }
  }
}
