package ratelab.loadgen.request;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import okhttp3.HttpUrl;

/**
 * The way to the service: which protocol, over which connections.
 *
 * @param version the protocol
 * @param connectTimeout for a TCP connection; zero for no limit of its own
 * @param connectTo the first that concerns an address counts
 * @param unixSocket connects here, whatever the URL's host says
 * @param proxy an HTTP proxy, with its user and password if it asks for them
 */
public record Access(
    HttpVersion version,
    Duration connectTimeout,
    List<ConnectTo> connectTo,
    Optional<Path> unixSocket,
    Optional<HttpUrl> proxy,
    TlsOptions tls) {
  /** Straight to the URL's host by HTTP/1.1. */
  public static final Access DIRECT =
      new Access(
          HttpVersion.HTTP_1_1,
          Duration.ZERO,
          List.of(),
          Optional.empty(),
          Optional.empty(),
          TlsOptions.DEFAULT);

  public Access {
    connectTo = List.copyOf(connectTo);
  }
}
