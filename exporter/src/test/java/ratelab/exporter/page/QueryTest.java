package ratelab.exporter.page;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class QueryTest {
  private static final Query ALL = new Query(Set.of(), Long.MIN_VALUE);

  @Test
  void without_parameters_everything_is_closed_and_all_points_are_wanted() {
    assertThat(Query.parse(null)).isEqualTo(ALL);
    assertThat(Query.parse("")).isEqualTo(ALL);
    assertThat(Query.parse("&x=y&open&other")).isEqualTo(ALL);
  }

  @Test
  void groups_are_opened_by_their_encoded_ids() {
    assertThat(Query.parse("open=a&since=17&open=b%26c%3D%22d%22+e"))
        .isEqualTo(new Query(Set.of("a", "b&c=\"d\" e"), 17));
  }

  @Test
  void nonsense_is_refused_with_a_reason() {
    assertThatThrownBy(() -> Query.parse("since=yesterday"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("since: expected milliseconds since 1970");
    assertThatThrownBy(() -> Query.parse("open=%zz"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("the query is not encoded as that of a URL must be");
  }

  @Test
  void the_number_of_open_groups_is_bounded() {
    assertThat(Query.parse(open(Query.MOST_OPEN)).open()).hasSize(Query.MOST_OPEN);
    assertThatThrownBy(() -> Query.parse(open(Query.MOST_OPEN + 1)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("open: at most 8 groups at once");
  }

  private static String open(int groups) {
    return IntStream.range(0, groups).mapToObj(i -> "open=" + i).collect(Collectors.joining("&"));
  }
}
