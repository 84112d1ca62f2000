package ratelab.exporter.http.tls;

import java.security.KeyManagementException;
import java.security.SecureRandom;
import java.util.function.Supplier;
import javax.net.ssl.KeyManager;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLContextSpi;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.SSLServerSocketFactory;
import javax.net.ssl.SSLSessionContext;
import javax.net.ssl.SSLSocketFactory;
import javax.net.ssl.TrustManager;

/**
 * A context that serves each new connection by the settings of that moment. The JDK's server keeps
 * one context for life, so new certificates have to come in from behind; with them goes the cache
 * of sessions, so that nobody resumes what an earlier setting let in.
 */
public final class ReplaceableContext extends SSLContext {
  public ReplaceableContext(Supplier<TlsServer> current) {
    SSLContext first = current.get().context();
    super(new Spi(current), first.getProvider(), first.getProtocol());
  }

  private static final class Spi extends SSLContextSpi {
    private final Supplier<TlsServer> current;

    Spi(Supplier<TlsServer> current) {
      this.current = current;
    }

    @Override
    protected SSLEngine engineCreateSSLEngine() {
      return engineCreateSSLEngine("", -1);
    }

    @Override
    protected SSLEngine engineCreateSSLEngine(String host, int port) {
      return current.get().engine(host, port);
    }

    @Override
    protected void engineInit(KeyManager[] keys, TrustManager[] trust, SecureRandom random)
        throws KeyManagementException {
      throw new KeyManagementException("made ready already");
    }

    @Override
    protected SSLSocketFactory engineGetSocketFactory() {
      return current.get().context().getSocketFactory();
    }

    @Override
    protected SSLServerSocketFactory engineGetServerSocketFactory() {
      return current.get().context().getServerSocketFactory();
    }

    @Override
    protected SSLSessionContext engineGetServerSessionContext() {
      return current.get().context().getServerSessionContext();
    }

    @Override
    protected SSLSessionContext engineGetClientSessionContext() {
      return current.get().context().getClientSessionContext();
    }
  }
}
