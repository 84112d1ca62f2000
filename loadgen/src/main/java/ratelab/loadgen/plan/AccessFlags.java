package ratelab.loadgen.plan;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import okhttp3.HttpUrl;
import ratelab.loadgen.request.Access;
import ratelab.loadgen.request.ConnectTo;
import ratelab.loadgen.request.HttpVersion;
import ratelab.loadgen.request.TlsContext;
import ratelab.loadgen.request.TlsOptions;

/** The way to the service: protocol, addresses, proxy and TLS. */
final class AccessFlags {
  private AccessFlags() {}

  /**
   * @param secure whether the URL is https
   */
  static Access access(FlagValues flags, boolean secure) throws BadUsage {
    return new Access(
        version(flags, secure),
        Numbers.duration(flags, Flag.CONNECT_TIMEOUT, Duration.ZERO),
        connectTo(flags),
        flags.text(Flag.UNIX_SOCKET).map(Path::of),
        proxy(flags),
        tls(flags, secure));
  }

  private static HttpVersion version(FlagValues flags, boolean secure) throws BadUsage {
    if (flags.has(Flag.HTTP2)) {
      if (!secure) {
        throw BadUsage.senseless("-h2 needs an https URL; for HTTP/2 without TLS give --h2c");
      }
      return HttpVersion.HTTP_2;
    }
    if (flags.has(Flag.H2C)) {
      if (secure) {
        throw BadUsage.senseless("--h2c needs an http URL; for HTTP/2 over TLS give -h2");
      }
      return HttpVersion.H2C;
    }
    return HttpVersion.HTTP_1_1;
  }

  private static List<ConnectTo> connectTo(FlagValues flags) throws BadUsage {
    List<ConnectTo> routes = new ArrayList<>();
    for (String text : flags.texts(Flag.CONNECT_TO)) {
      routes.add(ConnectToFlag.parse(text));
    }
    return routes;
  }

  /** Both of the forms that hey documents: with and without the scheme. */
  private static Optional<HttpUrl> proxy(FlagValues flags) throws BadUsage {
    Optional<String> text = flags.text(Flag.PROXY);
    if (text.isEmpty()) {
      return Optional.empty();
    }
    String url = text.get().contains("://") ? text.get() : "http://" + text.get();
    HttpUrl proxy = HttpUrl.parse(url);
    if (proxy == null || proxy.isHttps()) {
      throw BadUsage.senseless(
          "-x " + text.get() + ": not an HTTP proxy; write host:port or http://host:port");
    }
    return Optional.of(proxy);
  }

  private static TlsOptions tls(FlagValues flags, boolean secure) throws BadUsage {
    TlsOptions options =
        new TlsOptions(
            !flags.has(Flag.INSECURE),
            flags.text(Flag.CACERT).map(Path::of),
            flags.text(Flag.CERT).map(Path::of),
            flags.text(Flag.KEY).map(Path::of),
            serverName(flags));
    if (options.key().isPresent() && options.certificate().isEmpty()) {
      throw BadUsage.senseless("--key needs --cert, the certificate that belongs to it");
    }
    if (secure && !options.equals(TlsOptions.DEFAULT)) {
      try {
        TlsContext.of(options);
      } catch (IOException e) {
        throw BadUsage.senseless(String.valueOf(e.getMessage()));
      }
    }
    return options;
  }

  /** As from hey, -host names the server for TLS too; its port is no part of the name. */
  private static Optional<String> serverName(FlagValues flags) {
    return flags
        .text(Flag.SERVER_NAME)
        .or(() -> flags.text(Flag.HOST).map(host -> host.replaceFirst(":\\d+$", "")));
  }
}
