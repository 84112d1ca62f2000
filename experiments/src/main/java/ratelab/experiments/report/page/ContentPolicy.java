package ratelab.experiments.report.page;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.List;
import java.util.stream.Collectors;

/** The page's Content-Security-Policy. */
final class ContentPolicy {
  private ContentPolicy() {}

  /** Allows one style element and script elements with exactly these contents. */
  static String of(String style, List<String> scripts) {
    String styleOnly = "default-src 'none'; style-src " + source(style);
    return scripts.isEmpty()
        ? styleOnly
        : styleOnly
            + scripts.stream()
                .map(ContentPolicy::source)
                .collect(Collectors.joining(" ", "; script-src ", ""));
  }

  private static String source(String content) {
    return "'sha256-" + hash(inElement(content)) + "'";
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
