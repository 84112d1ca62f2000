package ratelab.exporter.http.tls;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.X509Certificate;
import java.util.List;
import javax.net.ssl.KeyManager;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;

/**
 * Certificates and keys that {@code src/test/resources/tls/make.sh} made, and clients with them.
 */
public final class TlsFixtures {
  private static final Path DIRECTORY = Path.of("src/test/resources/tls");
  private static final char[] NO_PASSWORD = {};

  private TlsFixtures() {}

  public static Path file(String name) {
    return DIRECTORY.resolve(name).toAbsolutePath();
  }

  public static String text(String name) {
    try {
      return Files.readString(file(name));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** A client that trusts our authority and shows no certificate. */
  public static SSLContext anonymousClient() {
    return client(List.of());
  }

  /** A client that shows this certificate, whoever has signed it. */
  public static SSLContext clientWith(String name) {
    return client(List.of(name));
  }

  private static SSLContext client(List<String> identities) {
    try {
      KeyStore trusted = emptyStore();
      trusted.setCertificateEntry("ca", Certificates.read(text("ca.pem")).getFirst());
      TrustManagerFactory trust =
          TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
      trust.init(trusted);
      SSLContext context = SSLContext.getInstance("TLS");
      context.init(keys(identities), trust.getTrustManagers(), null);
      return context;
    } catch (GeneralSecurityException | IOException | TlsException e) {
      throw new IllegalStateException("the fixtures are broken", e);
    }
  }

  private static KeyManager[] keys(List<String> identities)
      throws GeneralSecurityException, IOException, TlsException {
    KeyStore own = emptyStore();
    for (String name : identities) {
      X509Certificate[] chain =
          Certificates.read(text(name + ".pem")).toArray(X509Certificate[]::new);
      own.setKeyEntry(name, PrivateKeys.read(text(name + "-key.pem")), NO_PASSWORD, chain);
    }
    KeyManagerFactory keys = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
    keys.init(own, NO_PASSWORD);
    return new KeyManager[] {new StubbornKeyManager(keys)};
  }

  private static KeyStore emptyStore() throws GeneralSecurityException, IOException {
    KeyStore store = KeyStore.getInstance("PKCS12");
    store.load(null, null);
    return store;
  }
}
