package ratelab.experiments.report.page;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;

/** The page's Content-Security-Policy. */
final class ContentPolicy {
  private ContentPolicy() {}

  /** Allows one style element and one script element with exactly these contents. */
  static String of(String style, String script) {
    String styleOnly = "default-src 'none'; style-src 'sha256-" + hash(inElement(style)) + "'";
    return script.isEmpty()
        ? styleOnly
        : styleOnly + "; script-src 'sha256-" + hash(inElement(script)) + "'";
  }

  /** Elements are written with their content on lines of its own. */
  private static String inElement(String content) {
    return "\n" + content + "\n";
  }

  private static String hash(String content) {
    try {
      MessageDigest sha256 = MessageDigest.getInstance("SHA-256");
      return Base64.getEncoder()
          .encodeToString(sha256.digest(content.getBytes(StandardCharsets.UTF_8)));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Every Java runtime has SHA-256.", e);
    }
  }
}
