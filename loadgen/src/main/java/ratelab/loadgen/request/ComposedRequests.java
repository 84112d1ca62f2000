package ratelab.loadgen.request;

import java.util.List;
import java.util.Optional;
import okhttp3.Headers;
import okhttp3.HttpUrl;
import okhttp3.Request;
import okhttp3.RequestBody;
import okio.ByteString;
import org.jspecify.annotations.Nullable;

/**
 * Requests that are put together one by one from templates.
 *
 * @param urls serve the requests in turn
 * @param headers of every request, in their order
 * @param emptyBody whether a request without a body needs one of no length, as POST does
 * @param seed of what is random
 */
public record ComposedRequests(
    List<Template> urls,
    String method,
    List<Header> headers,
    BodySource body,
    boolean emptyBody,
    long seed)
    implements RequestSource {

  /** One header. */
  public record Header(String name, Template value) {}

  public ComposedRequests {
    urls = List.copyOf(urls);
    headers = List.copyOf(headers);
  }

  /** Prepared once where every request is the same. */
  public RequestSource simplest() {
    boolean constant =
        urls.size() == 1
            && urls.getFirst().isLiteral()
            && headers.stream().allMatch(header -> header.value().isLiteral())
            && body.isConstant();
    return constant ? RequestSource.always(request(1)) : this;
  }

  /**
   * @throws IllegalArgumentException if what was filled in makes no URL or header
   */
  @Override
  public Request request(long number) {
    Fill fill = new Fill(seed, number);
    HttpUrl url = HttpUrl.get(url(fill));
    Headers.Builder lines = new Headers.Builder();
    headers.forEach(header -> lines.add(header.name(), header.value().text(fill)));
    RequestBody carried = body.body(fill).orElseGet(this::withoutBody);
    return new Request.Builder().url(url).headers(lines.build()).method(method, carried).build();
  }

  /** The URL of the request with this number, as it was filled in. */
  public String url(long number) {
    return url(new Fill(seed, number));
  }

  private String url(Fill fill) {
    return urls.get(fill.row(urls.size())).text(fill);
  }

  private @Nullable RequestBody withoutBody() {
    return emptyBody ? RequestBody.create(ByteString.EMPTY, null) : null;
  }

  @Override
  public Optional<Request> constant() {
    return Optional.empty();
  }
}
