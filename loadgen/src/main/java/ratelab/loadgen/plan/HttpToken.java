package ratelab.loadgen.plan;

import java.util.regex.Pattern;

/** What HTTP allows as a method or a header name (RFC 9110, 5.6.2); OkHttp lets more through. */
final class HttpToken {
  private static final Pattern TOKEN = Pattern.compile("[!#$%&'*+.^_`|~0-9A-Za-z-]+");

  private HttpToken() {}

  static boolean matches(String text) {
    return TOKEN.matcher(text).matches();
  }
}
