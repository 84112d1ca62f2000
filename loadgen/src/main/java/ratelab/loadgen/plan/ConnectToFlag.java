package ratelab.loadgen.plan;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import ratelab.loadgen.request.ConnectTo;

/** The value of --connect-to, as curl writes it: {@code host:port:host:port}, IPv6 in brackets. */
final class ConnectToFlag {
  private static final String HOST = "(\\[[^\\]]*\\]|[^:]*)";
  private static final Pattern FORM = Pattern.compile(HOST + ":(\\d{0,5}):" + HOST + ":(\\d{0,5})");

  private ConnectToFlag() {}

  static ConnectTo parse(String text) throws BadUsage {
    Matcher parts = FORM.matcher(text);
    if (!parts.matches()) {
      throw BadUsage.unreadable(
          "--connect-to '" + text + "': write it like example.org:443:127.0.0.1:8443");
    }
    return new ConnectTo(
        host(parts.group(1)), port(parts.group(2)), host(parts.group(3)), port(parts.group(4)));
  }

  private static String host(String text) {
    return text.startsWith("[") ? text.substring(1, text.length() - 1) : text;
  }

  private static int port(String text) {
    return text.isEmpty() ? 0 : Integer.parseInt(text);
  }
}
