package ratelab.loadgen.plan;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.SplittableRandom;
import okhttp3.Headers;
import okhttp3.HttpUrl;
import ratelab.loadgen.request.BodySource;
import ratelab.loadgen.request.ComposedRequests;
import ratelab.loadgen.request.ComposedRequests.Header;
import ratelab.loadgen.request.RequestSource;
import ratelab.loadgen.request.Template;

/** The requests of a run: the URL or --urls, -m, the body and the headers. */
final class RequestFlags {
  private static final List<String> METHODS_WITHOUT_BODY = List.of("GET", "HEAD");
  private static final List<String> METHODS_WITH_BODY =
      List.of("POST", "PUT", "PATCH", "PROPPATCH", "QUERY", "REPORT");

  private RequestFlags() {}

  static RequestSource requests(FlagValues flags, String userAgent) throws BadUsage {
    Templates templates = Templates.of(flags);
    List<Template> urls = urls(flags, templates);
    String method = method(flags);
    BodySource body = BodyFlags.body(flags, templates);
    Optional<Flag> given = BodyFlags.given(flags);
    if (given.isPresent() && METHODS_WITHOUT_BODY.contains(method)) {
      throw BadUsage.senseless(
          given.get().spelling() + ": " + method + " cannot carry a body here; add -m POST");
    }
    List<Header> headers =
        headers(HeaderFlags.headers(flags, userAgent, given.map(ContentTypes::of)), templates);
    ComposedRequests requests =
        new ComposedRequests(
            urls, method, headers, body, METHODS_WITH_BODY.contains(method), seed(flags));
    check(requests, urls.size());
    return requests.simplest();
  }

  private static List<Template> urls(FlagValues flags, Templates templates) throws BadUsage {
    List<Template> urls = new ArrayList<>();
    for (String url : urlTexts(flags)) {
      urls.add(templates.template(url));
    }
    return urls;
  }

  private static List<String> urlTexts(FlagValues flags) throws BadUsage {
    List<String> rest = flags.rest();
    Optional<String> file = flags.text(Flag.URLS);
    if (file.isPresent()) {
      if (!rest.isEmpty()) {
        throw BadUsage.senseless(
            "--urls and the URL " + String.join(" ", rest) + " exclude each other");
      }
      return TextFiles.lines(Flag.URLS, file.get());
    }
    if (rest.size() != 1) {
      throw BadUsage.senseless(
          rest.isEmpty()
              ? "no URL; give one, like http://127.0.0.1:3000/"
              : "one URL expected, but got " + String.join(" ", rest));
    }
    return rest;
  }

  /** What the reports call the target. */
  static String target(FlagValues flags, HttpUrl first) {
    return flags.text(Flag.URLS).map(file -> "URLs of " + file).orElse(first.toString());
  }

  private static String method(FlagValues flags) throws BadUsage {
    boolean form = flags.text(Flag.FORM).or(() -> flags.text(Flag.MULTIPART)).isPresent();
    String method = flags.text(Flag.METHOD).orElse(form ? "POST" : "GET").toUpperCase(Locale.ROOT);
    if (!HttpToken.matches(method)) {
      throw BadUsage.senseless("-m '" + method + "': not a method; use a word like GET or POST");
    }
    return method;
  }

  private static List<Header> headers(Headers headers, Templates templates) throws BadUsage {
    List<Header> all = new ArrayList<>();
    for (int i = 0; i < headers.size(); i++) {
      all.add(new Header(headers.name(i), templates.template(headers.value(i))));
    }
    return all;
  }

  private static long seed(FlagValues flags) throws BadUsage {
    return flags.text(Flag.SEED).isPresent()
        ? Numbers.whole(flags, Flag.SEED, 0)
        : new SplittableRandom().nextLong();
  }

  /** What cannot be sent must fail here and not in the middle of a run. */
  private static void check(ComposedRequests requests, int urls) throws BadUsage {
    for (int number = 1; number <= urls; number++) {
      try {
        requests.request(number);
      } catch (IllegalArgumentException e) {
        throw BadUsage.senseless(
            "URL '"
                + requests.url(number)
                + "': "
                + e.getMessage()
                + "; write http://host:port/path");
      }
    }
  }
}
