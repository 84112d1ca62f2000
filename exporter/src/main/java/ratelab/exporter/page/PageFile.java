package ratelab.exporter.page;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.Map;
import java.util.Objects;

/**
 * The one file of the page. Its policy allows its own script and style, by their hashes, and data
 * from where it came from: even if a name got into the page as markup, nothing would run or load.
 */
final class PageFile {
  private static final String RESOURCE = "page.html";

  private PageFile() {}

  /** Read at the first request, not at the start. */
  private static final class Loaded {
    private static final PageAnswer ANSWER = load();
  }

  static PageAnswer answer() {
    return Loaded.ANSWER;
  }

  private static PageAnswer load() {
    String html = text();
    return new PageAnswer(
        PageAnswer.OK,
        "text/html; charset=utf-8",
        Map.of(
            "Content-Security-Policy", policy(html),
            "Cache-Control", "no-cache",
            "Referrer-Policy", "no-referrer",
            "X-Content-Type-Options", "nosniff"),
        html);
  }

  private static String policy(String html) {
    return "default-src 'none'; connect-src 'self'; img-src data:; base-uri 'none';"
        + " form-action 'none'; frame-ancestors 'none'; script-src "
        + hash(content(html, "script"))
        + "; style-src "
        + hash(content(html, "style"));
  }

  private static String content(String html, String element) {
    String begin = "<" + element + ">";
    int from = html.indexOf(begin) + begin.length();
    return html.substring(from, html.indexOf("</" + element + ">", from));
  }

  private static String hash(String content) {
    try {
      byte[] hash =
          MessageDigest.getInstance("SHA-256").digest(content.getBytes(StandardCharsets.UTF_8));
      return "'sha256-" + Base64.getEncoder().encodeToString(hash) + "'";
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }

  private static String text() {
    try (InputStream file = PageFile.class.getResourceAsStream(RESOURCE)) {
      return new String(
          Objects.requireNonNull(file, RESOURCE).readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
