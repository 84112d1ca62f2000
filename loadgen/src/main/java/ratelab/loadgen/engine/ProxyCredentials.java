package ratelab.loadgen.engine;

import java.util.Optional;
import okhttp3.Credentials;
import okhttp3.HttpUrl;
import okhttp3.OkHttpClient;
import okhttp3.Request;

/**
 * User and password for a proxy, sent unasked: to be asked first would send every plain request
 * twice.
 *
 * @param header value of Proxy-Authorization
 */
record ProxyCredentials(String header) {
  private static final String NAME = "Proxy-Authorization";

  /** Those in the proxy's URL, if there are any. */
  static Optional<ProxyCredentials> of(HttpUrl proxy) {
    return proxy.username().isEmpty()
        ? Optional.empty()
        : Optional.of(new ProxyCredentials(Credentials.basic(proxy.username(), proxy.password())));
  }

  void install(OkHttpClient.Builder client) {
    // For tunnels, which OkHttp asks about before it opens the first.
    client.proxyAuthenticator(
        (route, response) ->
            response.request().header(NAME) == null ? with(response.request()) : null);
    client.addNetworkInterceptor(
        chain ->
            chain.proceed(chain.request().isHttps() ? chain.request() : with(chain.request())));
  }

  private Request with(Request request) {
    return request.newBuilder().header(NAME, header).build();
  }
}
