package ratelab.loadgen.wire;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.SocketAddress;
import java.net.UnixDomainSocketAddress;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import javax.net.ssl.SNIHostName;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.SSLParameters;
import okhttp3.HttpUrl;
import ratelab.loadgen.request.Access;
import ratelab.loadgen.request.ConnectTo;

/** Where the connections for one scheme, host and port of URLs go. */
final class Origin {
  private final String name;
  private final Optional<SSLContext> tls;
  private final boolean verify;
  private final String host;
  private final int port;
  private final Optional<SocketAddress> address;

  /**
   * @param url any of the origin
   */
  Origin(HttpUrl url, Access access, Supplier<SSLContext> context) {
    name = access.tls().serverName().orElse(url.host());
    tls = url.isHttps() ? Optional.of(context.get()) : Optional.empty();
    verify = access.tls().verify();
    Optional<ConnectTo> detour =
        access.connectTo().stream().filter(one -> one.concerns(url.host(), url.port())).findFirst();
    host = detour.map(ConnectTo::toHost).filter(to -> !to.isEmpty()).orElse(url.host());
    port = detour.map(ConnectTo::toPort).filter(to -> to != 0).orElse(url.port());
    address =
        access
            .unixSocket()
            .<SocketAddress>map(UnixDomainSocketAddress::of)
            .or(() -> literal(host).map(ip -> new InetSocketAddress(ip, port)));
  }

  private static Optional<InetAddress> literal(String host) {
    try {
      return Optional.of(InetAddress.ofLiteral(host));
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  /** The address, if it takes no lookup to know it. */
  Optional<SocketAddress> address() {
    return address;
  }

  /**
   * Looks the host's name up; may take long.
   *
   * @return at least one address, in order of preference
   */
  List<SocketAddress> lookUp() throws UnknownHostException {
    return Arrays.stream(InetAddress.getAllByName(host))
        .<SocketAddress>map(ip -> new InetSocketAddress(ip, port))
        .toList();
  }

  boolean usesTls() {
    return tls.isPresent();
  }

  /** The TLS side of a new connection; only for origins that use TLS. */
  SSLEngine tlsEngine() {
    SSLEngine engine = tls.orElseThrow().createSSLEngine(name, port);
    engine.setUseClientMode(true);
    SSLParameters parameters = engine.getSSLParameters();
    parameters.setApplicationProtocols(new String[] {"http/1.1"});
    if (verify) {
      parameters.setEndpointIdentificationAlgorithm("HTTPS");
    }
    if (literal(name).isEmpty()) {
      parameters.setServerNames(List.of(new SNIHostName(name)));
    }
    engine.setSSLParameters(parameters);
    return engine;
  }
}
