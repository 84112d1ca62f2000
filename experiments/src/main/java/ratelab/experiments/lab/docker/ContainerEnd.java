package ratelab.experiments.lab.docker;

import com.github.dockerjava.api.async.ResultCallback;
import com.github.dockerjava.api.model.WaitResponse;
import java.util.OptionalInt;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;
import ratelab.experiments.lab.LabException;

/** Learns of a container's end when it comes. */
final class ContainerEnd extends ResultCallback.Adapter<WaitResponse> {
  private final CompletableFuture<Integer> status = new CompletableFuture<>();

  @Override
  public void onNext(WaitResponse response) {
    status.complete(response.getStatusCode());
  }

  @Override
  public void onError(Throwable failure) {
    status.completeExceptionally(failure);
  }

  @Override
  public void onComplete() {
    status.completeExceptionally(new LabException("the engine ended the connection"));
    super.onComplete();
  }

  /**
   * Its exit status; empty while it runs.
   *
   * @throws LabException if the engine has gone
   */
  OptionalInt status() {
    if (status.isCompletedExceptionally()) {
      throw new LabException(
          "the Docker engine does not answer any more (%s): start it and run again; the next run in"
                  .formatted(status.exceptionNow().getMessage())
              + " containers removes what is left of this one",
          status.exceptionNow());
    }
    @Nullable Integer known = status.getNow(null);
    return known == null ? OptionalInt.empty() : OptionalInt.of(known);
  }
}
