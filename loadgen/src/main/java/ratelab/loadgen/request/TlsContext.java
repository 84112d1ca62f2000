package ratelab.loadgen.request;

import java.io.IOException;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.util.List;
import java.util.Optional;
import javax.net.ssl.KeyManager;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManager;
import javax.net.ssl.TrustManagerFactory;
import org.jspecify.annotations.Nullable;

/** What {@link TlsOptions} mean to Java. */
public final class TlsContext {
  private static final char[] NO_PASSWORD = {};

  private TlsContext() {}

  /**
   * A context for clients. It trusts whom the options trust, but leaves the server's name to the
   * caller.
   *
   * @throws IOException naming the file that cannot be read or used
   */
  public static SSLContext of(TlsOptions options) throws IOException {
    try {
      SSLContext context = SSLContext.getInstance("TLS");
      context.init(keys(options), trust(options), null);
      return context;
    } catch (GeneralSecurityException e) {
      throw new IOException("TLS cannot be set up: " + e.getMessage(), e);
    }
  }

  private static KeyManager @Nullable [] keys(TlsOptions options)
      throws IOException, GeneralSecurityException {
    Optional<Path> certificate = options.certificate();
    if (certificate.isEmpty()) {
      return null;
    }
    // One file may hold both.
    Path key = options.key().orElse(certificate.get());
    KeyStore store = emptyStore();
    Certificate[] chain = PemFiles.certificates(certificate.get()).toArray(Certificate[]::new);
    store.setKeyEntry("client", PemFiles.privateKey(key), NO_PASSWORD, chain);
    KeyManagerFactory factory =
        KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
    factory.init(store, NO_PASSWORD);
    return factory.getKeyManagers();
  }

  private static TrustManager @Nullable [] trust(TlsOptions options)
      throws IOException, GeneralSecurityException {
    if (!options.verify()) {
      return new TrustManager[] {new TrustEverybody()};
    }
    if (options.authorities().isEmpty()) {
      return null;
    }
    KeyStore store = emptyStore();
    List<Certificate> authorities = PemFiles.certificates(options.authorities().get());
    for (int i = 0; i < authorities.size(); i++) {
      store.setCertificateEntry("authority-" + i, authorities.get(i));
    }
    TrustManagerFactory factory =
        TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
    factory.init(store);
    return factory.getTrustManagers();
  }

  private static KeyStore emptyStore() throws IOException, GeneralSecurityException {
    KeyStore store = KeyStore.getInstance("PKCS12");
    store.load(null, null);
    return store;
  }
}
