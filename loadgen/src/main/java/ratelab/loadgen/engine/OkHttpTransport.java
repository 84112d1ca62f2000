package ratelab.loadgen.engine;

import java.net.Proxy;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import okhttp3.ConnectionPool;
import okhttp3.Dispatcher;
import okhttp3.OkHttpClient;
import okhttp3.Protocol;
import ratelab.loadgen.record.RunClock;

/**
 * HTTP/1.1 by OkHttp. Each worker has a client with its own pool of one connection and its own
 * dispatcher, because shared ones are locks that all workers meet at; nothing is retried, and no
 * proxy is taken from the environment, because both would falsify the figures unseen.
 */
public final class OkHttpTransport implements Transport {
  private final ExchangeSettings settings;
  private final OkHttpClient base;

  /** Sets up what the workers' clients share; takes a moment the first time. */
  public OkHttpTransport(ExchangeSettings settings) {
    this.settings = settings;
    this.base =
        new OkHttpClient.Builder()
            .protocols(List.of(Protocol.HTTP_1_1))
            .proxy(Proxy.NO_PROXY)
            .retryOnConnectionFailure(false)
            .fastFallback(false)
            .followRedirects(settings.followRedirects())
            .connectTimeout(Duration.ZERO)
            .readTimeout(Duration.ZERO)
            .writeTimeout(Duration.ZERO)
            .callTimeout(settings.timeout())
            .build();
  }

  @Override
  public Exchanger exchanger(RunClock clock) {
    CallTimings timings = new CallTimings(clock);
    HopGuard hops = new HopGuard();
    OkHttpClient client =
        base.newBuilder()
            .connectionPool(new ConnectionPool(1, 1, TimeUnit.HOURS))
            .dispatcher(new Dispatcher())
            .eventListener(timings)
            .addNetworkInterceptor(hops)
            .build();
    return new OkHttpExchanger(settings, client, timings, hops, clock);
  }

  @Override
  public void close() {
    base.dispatcher().executorService().shutdown();
  }
}
