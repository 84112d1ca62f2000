package ratelab.exporter.http.auth;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.Arrays;
import java.util.Base64;
import java.util.Optional;

/** A user name and a password, as a client sends them in the header Authorization. */
final class Credentials {
  private static final String SCHEME = "Basic ";

  private final String user;
  private final byte[] password;

  private Credentials(String user, byte[] password) {
    this.user = user;
    this.password = password;
  }

  String user() {
    return user;
  }

  byte[] password() {
    return password;
  }

  /** The credentials in a header's value; empty if there are none in it. */
  static Optional<Credentials> parse(String header) {
    if (!header.regionMatches(true, 0, SCHEME, 0, SCHEME.length())) return Optional.empty();
    byte[] decoded;
    try {
      decoded = Base64.getDecoder().decode(header.substring(SCHEME.length()).strip());
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
    for (int i = 0; i < decoded.length; i++) {
      if (decoded[i] != ':') continue;
      String user = new String(decoded, 0, i, UTF_8);
      return Optional.of(new Credentials(user, Arrays.copyOfRange(decoded, i + 1, decoded.length)));
    }
    return Optional.empty();
  }
}
