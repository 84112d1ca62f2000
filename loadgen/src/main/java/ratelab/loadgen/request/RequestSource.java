package ratelab.loadgen.request;

import java.util.Optional;
import okhttp3.Request;

/**
 * Where the requests of a run come from. Any thread may ask, and equal numbers get equal answers.
 */
public interface RequestSource {
  /**
   * The request with this number.
   *
   * @param number from 1
   */
  Request request(long number);

  /** The one request of a run that sends the same again and again; engines may prepare it once. */
  Optional<Request> constant();

  /** Sends the same request again and again. */
  static RequestSource always(Request request) {
    return new Constant(request);
  }

  /** The same request for every number. */
  record Constant(Request request) implements RequestSource {
    @Override
    public Request request(long number) {
      return request;
    }

    @Override
    public Optional<Request> constant() {
      return Optional.of(request);
    }
  }
}
