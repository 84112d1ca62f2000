package ratelab.loadgen.engine;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import javax.net.ssl.HostnameVerifier;
import javax.net.ssl.SSLSocketFactory;
import okhttp3.ConnectionSpec;
import okhttp3.OkHttpClient;
import ratelab.loadgen.request.TlsContext;
import ratelab.loadgen.request.TlsOptions;

/** TLS in OkHttp's client as the options say. */
final class ClientTls {
  private ClientTls() {}

  /**
   * Lets the client speak TLS. Its context is made when the first connection needs it, unless it is
   * known to be needed: then no request has to wait for it.
   */
  static void install(OkHttpClient.Builder client, TlsOptions options, boolean needed) {
    Once context = new Once(options);
    if (needed) {
      context.get();
    }
    TlsSockets sockets = new TlsSockets(context, options.serverName());
    client.sslSocketFactory(sockets, new NoIssuers());
    if (!options.verify()) {
      client.hostnameVerifier((_, _) -> true);
    } else if (options.serverName().isPresent()) {
      String name = options.serverName().get();
      HostnameVerifier usual = usualVerifier();
      client.hostnameVerifier((_, session) -> usual.verify(name, session));
    }
  }

  /** OkHttp's own, from a client that is spared the authorities. */
  private static HostnameVerifier usualVerifier() {
    return new OkHttpClient.Builder()
        .connectionSpecs(List.of(ConnectionSpec.CLEARTEXT))
        .build()
        .hostnameVerifier();
  }

  /** Also a fault in the files is told only then; the command line was checked before. */
  private static final class Once implements Supplier<SSLSocketFactory> {
    private final TlsOptions options;
    private volatile Optional<SSLSocketFactory> made = Optional.empty();

    Once(TlsOptions options) {
      this.options = options;
    }

    @Override
    public synchronized SSLSocketFactory get() {
      if (made.isEmpty()) {
        try {
          made = Optional.of(TlsContext.of(options).getSocketFactory());
        } catch (IOException e) {
          throw new UncheckedIOException(e);
        }
      }
      return made.get();
    }
  }
}
