package ratelab.experiments.lab.docker;

import com.github.dockerjava.api.DockerClient;
import com.github.dockerjava.api.async.ResultCallback;
import com.github.dockerjava.api.model.Frame;
import com.github.dockerjava.api.model.StreamType;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import ratelab.experiments.lab.LabException;

/** Follows what a container prints and keeps it in files, from its first line to its last. */
final class ContainerLogs extends ResultCallback.Adapter<Frame> {
  private static final Duration LAST_LINES_WITHIN = Duration.ofSeconds(5);

  private final OutputStream out;
  private final OutputStream err;
  private final CountDownLatch complete = new CountDownLatch(1);

  private ContainerLogs(OutputStream out, OutputStream err) {
    this.out = out;
    this.err = err;
  }

  /**
   * Starts to follow.
   *
   * @param sinceSeconds of the epoch: from when on
   * @param out gets what the container prints to stdout
   * @param err file for its stderr
   */
  static ContainerLogs follow(
      DockerClient client, String container, int sinceSeconds, OutputStream out, Path err) {
    try {
      ContainerLogs logs = new ContainerLogs(out, Files.newOutputStream(err));
      client
          .logContainerCmd(container)
          .withStdOut(true)
          .withStdErr(true)
          .withFollowStream(true)
          .withSince(sinceSeconds)
          .exec(logs);
      return logs;
    } catch (IOException e) {
      throw new LabException("cannot write " + err + ": " + e.getMessage(), e);
    }
  }

  @Override
  public void onNext(Frame frame) {
    try {
      OutputStream to = frame.getStreamType() == StreamType.STDERR ? err : out;
      to.write(frame.getPayload());
      to.flush();
    } catch (IOException e) {
      onError(e);
    }
  }

  @Override
  public void onError(Throwable failure) {
    // The engine has gone, which the container's end tells, too; or the disk is full.
    finish();
  }

  @Override
  public void onComplete() {
    finish();
    super.onComplete();
  }

  /** Waits for the last lines of a container that has ended. */
  void awaitComplete() {
    try {
      if (!complete.await(LAST_LINES_WITHIN.toMillis(), TimeUnit.MILLISECONDS)) {
        finish();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void finish() {
    try (out;
        err) {
      complete.countDown();
    } catch (IOException e) {
      throw new LabException("cannot finish the logs of a container: " + e.getMessage(), e);
    }
  }
}
