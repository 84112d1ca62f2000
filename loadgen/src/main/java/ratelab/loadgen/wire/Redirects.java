package ratelab.loadgen.wire;

import java.util.Set;
import okhttp3.HttpUrl;
import okhttp3.Request;
import org.jspecify.annotations.Nullable;

/** Where a redirect leads and with which method, as OkHttp and browsers have it. */
final class Redirects {
  /** More in one attempt are an error. */
  static final int MOST = 10;

  private static final Set<String> SAFE_METHODS = Set.of("GET", "HEAD", "PROPFIND");

  private Redirects() {}

  /** The request that follows; null if this response is the answer. */
  static @Nullable Request next(Request request, int status, @Nullable String location) {
    boolean keepsMethod = status == 307 || status == 308;
    if (location == null || !(keepsMethod || (status >= 300 && status <= 303))) {
      return null;
    }
    HttpUrl url = request.url().resolve(location);
    if (url == null) {
      return null;
    }
    Request.Builder next = request.newBuilder().url(url);
    if (!keepsMethod && !SAFE_METHODS.contains(request.method())) {
      toGet(next);
    }
    if (!sameOrigin(request.url(), url)) {
      next.removeHeader("Authorization");
    }
    return next.build();
  }

  private static void toGet(Request.Builder next) {
    next.method("GET", null);
    next.removeHeader("Transfer-Encoding");
    next.removeHeader("Content-Length");
    next.removeHeader("Content-Type");
  }

  private static boolean sameOrigin(HttpUrl one, HttpUrl other) {
    return one.scheme().equals(other.scheme())
        && one.host().equals(other.host())
        && one.port() == other.port();
  }
}
