package ratelab.loadgen.engine;

import java.io.IOException;
import java.net.ProtocolException;
import okhttp3.Interceptor;
import okhttp3.Response;

/**
 * Sees every request that OkHttp puts on the wire for one worker. It ends chains of redirects after
 * ten, where OkHttp would go on to twenty, and hides {@code Retry-After}: OkHttp resends a request
 * that was answered 503 with {@code Retry-After: 0} even with retries off.
 */
final class HopGuard implements Interceptor {
  private static final int MOST_REDIRECTS = 10;
  private static final String RETRY_AFTER = "Retry-After";

  private int requests;

  /** A new attempt begins. */
  void begin() {
    requests = 0;
  }

  @Override
  public Response intercept(Chain chain) throws IOException {
    requests++;
    if (requests > 1 + MOST_REDIRECTS) {
      throw new ProtocolException("more than " + MOST_REDIRECTS + " redirects");
    }
    Response response = chain.proceed(chain.request());
    return response.header(RETRY_AFTER) == null
        ? response
        : response.newBuilder().removeHeader(RETRY_AFTER).build();
  }
}
