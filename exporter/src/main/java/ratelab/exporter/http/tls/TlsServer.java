package ratelab.exporter.http.tls;

import java.io.IOException;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.X509Certificate;
import java.util.Arrays;
import javax.net.ssl.KeyManager;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.TrustManager;
import javax.net.ssl.TrustManagerFactory;
import javax.net.ssl.X509TrustManager;

/** Settings made ready to serve connections. */
public final class TlsServer {
  /** Protects the key within the JDK's key store, which never leaves this process's memory. */
  private static final char[] IN_MEMORY = {};

  private final SSLContext context;
  private final SSLParameters parameters;

  private TlsServer(SSLContext context, SSLParameters parameters) {
    this.context = context;
    this.parameters = parameters;
  }

  /**
   * Makes it.
   *
   * @throws TlsException if the JDK cannot do what the settings say
   */
  public static TlsServer of(TlsSettings settings) throws TlsException {
    try {
      SSLContext context = SSLContext.getInstance("TLS");
      context.init(keys(settings.identity()), new TrustManager[] {trust(settings.clients())}, null);
      TlsServer server =
          new TlsServer(context, settings.parameters().forServer(settings.clients().type()));
      server.engine("probe", 0);
      return server;
    } catch (GeneralSecurityException | IOException | IllegalArgumentException e) {
      throw new TlsException("this Java cannot do TLS so: " + e.getMessage(), e);
    }
  }

  private static KeyManager[] keys(Identity identity) throws GeneralSecurityException, IOException {
    KeyStore store = emptyStore();
    X509Certificate[] chain = identity.chain().toArray(X509Certificate[]::new);
    store.setKeyEntry("server", identity.key(), IN_MEMORY, chain);
    KeyManagerFactory factory =
        KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
    factory.init(store, IN_MEMORY);
    return factory.getKeyManagers();
  }

  private static TrustManager trust(ClientPolicy clients)
      throws GeneralSecurityException, IOException {
    KeyStore store = emptyStore();
    for (X509Certificate authority : clients.authorities()) {
      store.setCertificateEntry("authority" + store.size(), authority);
    }
    TrustManagerFactory factory =
        TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
    factory.init(store);
    X509TrustManager authorities =
        Arrays.stream(factory.getTrustManagers())
            .filter(X509TrustManager.class::isInstance)
            .map(X509TrustManager.class::cast)
            .findFirst()
            .orElseThrow();
    return new ClientTrust(clients, authorities);
  }

  private static KeyStore emptyStore() throws GeneralSecurityException, IOException {
    KeyStore store = KeyStore.getInstance("PKCS12");
    store.load(null, null);
    return store;
  }

  SSLContext context() {
    return context;
  }

  /** A new connection's end, set up completely. */
  SSLEngine engine(String peerHost, int peerPort) {
    SSLEngine engine = context.createSSLEngine(peerHost, peerPort);
    engine.setUseClientMode(false);
    engine.setSSLParameters(parameters);
    return engine;
  }
}
