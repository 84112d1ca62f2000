package ratelab.exporter.page;

import static org.assertj.core.api.Assertions.assertThat;
import static ratelab.exporter.page.Groups.group;
import static ratelab.exporter.page.Groups.process;
import static ratelab.exporter.page.Groups.scan;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import ratelab.exporter.group.GroupScan;
import ratelab.exporter.rules.GroupKey;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectMapper;

class LivePageTest {
  private final AtomicInteger passes = new AtomicInteger();
  private final List<GroupKey> asked = new ArrayList<>();
  private final History history = new History();

  /** Stands still: whoever asks a second time asks at the same time. */
  private final long now = System.nanoTime();

  private final LivePage page =
      new LivePage(
          "1.2",
          "/metrics",
          () -> new Configuration(Optional.empty(), 1, List.of()),
          history,
          this::pass,
          group -> {
            asked.add(group);
            return List.of(process(7, 0));
          },
          () -> now);

  @Test
  void without_a_viewer_nothing_is_read() {
    page.answer("/", null);
    assertThat(passes).hasValue(0);
  }

  @Test
  void a_viewer_causes_a_scan_and_a_second_one_at_the_same_time_none() {
    assertThat(data("").get("groups")).hasSize(2);
    assertThat(data("").get("groups")).hasSize(2);
    assertThat(passes).hasValue(1);
  }

  @Test
  void a_scrape_just_made_serves_the_viewers_too() {
    history.record(pass());
    data("");
    assertThat(passes).hasValue(1);
  }

  @Test
  void processes_are_read_only_of_groups_that_are_open() {
    data("");
    assertThat(asked).isEmpty();
    JsonNode groups = data("open=b%20c&open=unknown").get("groups");
    assertThat(asked).containsExactly(GroupKey.of("b c"));
    for (JsonNode group : groups) {
      assertThat(group.has("members")).isEqualTo(group.get("name").asString().equals("b c"));
    }
  }

  @Test
  void a_query_that_cannot_be_meant_is_answered_with_400() {
    PageAnswer answer = page.answer("/api/groups", "since=x");
    assertThat(answer.status()).isEqualTo(400);
    assertThat(answer.body()).isEqualTo("since: expected milliseconds since 1970\n");
    assertThat(passes).hasValue(0);
  }

  @Test
  void the_page_loads_nothing_from_elsewhere_and_runs_only_its_own_script() {
    PageAnswer answer = page.answer("/", null);
    assertThat(answer.headers().get("Content-Security-Policy"))
        .matches(
            "default-src 'none'; connect-src 'self'; img-src data:; base-uri 'none'; form-action"
                + " 'none'; frame-ancestors 'none'; script-src 'sha256-[A-Za-z0-9+/]{43}=';"
                + " style-src 'sha256-[A-Za-z0-9+/]{43}='");
    assertThat(answer.body())
        .containsOnlyOnce("<script")
        .containsOnlyOnce("<style")
        .doesNotContainPattern("(?i)(src|href)=\"(https?:)?//")
        .doesNotContain("innerHTML", "outerHTML", "insertAdjacentHTML", "document.write", "eval(");
    assertThat(answer.body().length()).isLessThan(40_000);
  }

  private GroupScan pass() {
    passes.incrementAndGet();
    GroupScan scan = scan(now / 1e9, group("a", 0), group("b c", 0));
    return history.record(scan);
  }

  private JsonNode data(String query) {
    PageAnswer answer = page.answer("/api/groups", query);
    assertThat(answer.status()).isEqualTo(200);
    assertThat(answer.contentType()).isEqualTo("application/json");
    return new ObjectMapper().readTree(answer.body());
  }
}
