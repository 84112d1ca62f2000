package ratelab.loadgen.engine;

import java.security.cert.X509Certificate;
import javax.net.ssl.X509TrustManager;

/**
 * Stands in where OkHttp wants to know the authorities for certificate pins, of which there are
 * none here; the sockets' own context does the checking. Asked to check, it refuses.
 */
final class NoIssuers implements X509TrustManager {
  @Override
  public void checkClientTrusted(X509Certificate[] chain, String authType) {
    throw new UnsupportedOperationException("the socket's context checks");
  }

  @Override
  public void checkServerTrusted(X509Certificate[] chain, String authType) {
    throw new UnsupportedOperationException("the socket's context checks");
  }

  @Override
  public X509Certificate[] getAcceptedIssuers() {
    return new X509Certificate[0];
  }
}
