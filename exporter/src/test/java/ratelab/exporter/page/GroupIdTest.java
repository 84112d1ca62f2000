package ratelab.exporter.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import ratelab.exporter.rules.GroupKey;

class GroupIdTest {
  @Test
  void is_the_name_of_a_group_without_labels() {
    assertThat(GroupId.of(GroupKey.of("java -jar 世界 😀"))).isEqualTo("java -jar 世界 😀");
  }

  @Test
  void lists_the_labels_as_prometheus_writes_them() {
    GroupKey key = new GroupKey("java", new TreeMap<>(Map.of("user", "bob", "app", "a\"b\\c")));
    assertThat(GroupId.of(key)).isEqualTo("java{app=\"a\\\"b\\\\c\",user=\"bob\"}");
  }

  @Test
  void replaces_what_no_url_can_carry() {
    assertThat(GroupId.of(GroupKey.of("x\ud800y\ude00"))).isEqualTo("x\ufffdy\ufffd");
  }
}
