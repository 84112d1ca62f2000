package ratelab.loadgen.engine;

import java.net.InetSocketAddress;
import java.net.Proxy;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import okhttp3.ConnectionPool;
import okhttp3.Dispatcher;
import okhttp3.HttpUrl;
import okhttp3.OkHttpClient;
import okhttp3.Protocol;
import ratelab.loadgen.record.RunClock;
import ratelab.loadgen.request.Access;
import ratelab.loadgen.request.HttpVersion;

/**
 * HTTP by OkHttp. Each worker has a client with its own dispatcher and, with HTTP/1.1, its own pool
 * of one connection, because shared ones are locks that all workers meet at; with HTTP/2 they share
 * the connections, whose streams are what the protocol is for. Nothing is retried, and no proxy is
 * taken from the environment, because both would falsify the figures unseen.
 */
public final class OkHttpTransport implements Transport {
  private final ExchangeSettings settings;
  private final OkHttpClient base;

  /** Sets up what the workers' clients share; takes a moment the first time. */
  public OkHttpTransport(ExchangeSettings settings) {
    this.settings = settings;
    Access access = settings.access();
    OkHttpClient.Builder client =
        new OkHttpClient.Builder()
            .protocols(protocols(access.version()))
            .proxy(access.proxy().map(OkHttpTransport::proxy).orElse(Proxy.NO_PROXY))
            .dns(Routes.names(access))
            .retryOnConnectionFailure(false)
            .fastFallback(false)
            .followRedirects(settings.followRedirects())
            .connectTimeout(access.connectTimeout())
            .readTimeout(Duration.ZERO)
            .writeTimeout(Duration.ZERO)
            .callTimeout(settings.timeout());
    Routes.sockets(access).ifPresent(client::socketFactory);
    access.proxy().flatMap(ProxyCredentials::of).ifPresent(proxy -> proxy.install(client));
    ClientTls.install(client, access.tls(), settings.requests().request(1).isHttps());
    this.base = client.build();
  }

  private static List<Protocol> protocols(HttpVersion version) {
    return switch (version) {
      case HTTP_1_1 -> List.of(Protocol.HTTP_1_1);
      case HTTP_2 -> List.of(Protocol.HTTP_2, Protocol.HTTP_1_1);
      case H2C -> List.of(Protocol.H2_PRIOR_KNOWLEDGE);
    };
  }

  private static Proxy proxy(HttpUrl url) {
    return new Proxy(Proxy.Type.HTTP, InetSocketAddress.createUnresolved(url.host(), url.port()));
  }

  @Override
  public Exchanger exchanger(RunClock clock) {
    boolean shared = settings.access().version() != HttpVersion.HTTP_1_1;
    CallTimings timings = new CallTimings(clock);
    HopGuard hops = new HopGuard();
    ConnectionPool pool = shared ? base.connectionPool() : LonePool.create();
    OkHttpClient client =
        base.newBuilder()
            .connectionPool(pool)
            .dispatcher(new Dispatcher())
            .eventListener(timings)
            .addNetworkInterceptor(hops)
            .build();
    Optional<IdleConnection> idle =
        shared || settings.access().unixSocket().isPresent()
            ? Optional.empty()
            : Optional.of(new IdleConnection(pool));
    return new OkHttpExchanger(settings, client, timings, hops, idle, clock);
  }

  @Override
  public void close() {
    base.dispatcher().executorService().shutdown();
    base.connectionPool().evictAll();
  }
}
