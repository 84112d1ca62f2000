package ratelab.sampleapp.concurrency;

import java.io.IOException;
import java.util.OptionalLong;
import ratelab.sampleapp.work.Work;

/** Does the work of one handler, blocking the handler's thread. */
interface Performer extends AutoCloseable {

  /** Everything on the calling thread, which must be a platform thread if the work burns CPU. */
  static Performer onThisThread() {
    return Work::perform;
  }

  /** Returns and throws as {@link Work#perform}. */
  OptionalLong perform(Work work) throws IOException, InterruptedException;

  @Override
  default void close() {}
}
