package ratelab.loadgen.plan;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.Optional;
import okhttp3.Credentials;
import okhttp3.Headers;

/**
 * The headers of every request: -T -A -host -U -a -H -disable-keepalive, and --id-header's name.
 */
final class HeaderFlags {
  private HeaderFlags() {}

  /** Our defaults first, then what the flags say, then -H, which overrides by name. */
  static Headers headers(FlagValues flags, String userAgent, Optional<String> contentType)
      throws BadUsage {
    Headers.Builder headers = new Headers.Builder();
    headers.set("User-Agent", userAgent);
    // Said here, OkHttp leaves the answer packed, and bytes can be counted as received.
    headers.set("Accept-Encoding", flags.has(Flag.NO_COMPRESSION) ? "identity" : "gzip");
    contentType.ifPresent(type -> headers.set("Content-Type", type));
    setIfGiven(headers, flags, Flag.CONTENT_TYPE, "Content-Type");
    setIfGiven(headers, flags, Flag.ACCEPT, "Accept");
    setIfGiven(headers, flags, Flag.HOST, "Host");
    setIfGiven(headers, flags, Flag.USER_AGENT, "User-Agent");
    setUser(headers, flags);
    for (String header : flags.texts(Flag.HEADER)) {
      setLine(headers, header);
    }
    if (flags.has(Flag.NO_KEEP_ALIVE)) {
      headers.set("Connection", "close");
    }
    return headers.build();
  }

  /** The name of the header that carries the attempt's number. */
  static Optional<String> idHeader(FlagValues flags) throws BadUsage {
    Optional<String> name = flags.text(Flag.ID_HEADER);
    if (name.isPresent()) {
      // Only a check: a bad name must fail here and not at the first request.
      set(new Headers.Builder(), Flag.ID_HEADER, name.get(), "1");
    }
    return name;
  }

  private static void setIfGiven(Headers.Builder headers, FlagValues flags, Flag flag, String name)
      throws BadUsage {
    Optional<String> value = flags.text(flag);
    if (value.isPresent()) {
      set(headers, flag, name, value.get());
    }
  }

  private static void setUser(Headers.Builder headers, FlagValues flags) throws BadUsage {
    Optional<String> user = flags.text(Flag.USER);
    if (user.isEmpty()) {
      return;
    }
    int colon = user.get().indexOf(':');
    if (colon < 0) {
      throw BadUsage.senseless("-a '" + user.get() + "': no colon; write it like name:password");
    }
    headers.set(
        "Authorization",
        Credentials.basic(user.get().substring(0, colon), user.get().substring(colon + 1), UTF_8));
  }

  private static void setLine(Headers.Builder headers, String line) throws BadUsage {
    int colon = line.indexOf(':');
    if (colon < 1) {
      throw BadUsage.senseless("-H '" + line + "': no colon; write it like 'Name: value'");
    }
    String name = line.substring(0, colon).strip();
    set(headers, Flag.HEADER, name, line.substring(colon + 1).strip());
  }

  private static void set(Headers.Builder headers, Flag flag, String name, String value)
      throws BadUsage {
    if (!HttpToken.matches(name)) {
      throw BadUsage.senseless(
          flag.spelling()
              + ": '"
              + name
              + "' is not a header name; use letters, digits and dashes");
    }
    try {
      headers.set(name, value);
    } catch (IllegalArgumentException e) {
      throw BadUsage.senseless(flag.spelling() + ": " + e.getMessage());
    }
  }
}
