package ratelab.experiments.report.suite;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import ratelab.experiments.scenario.Platform;

class RuntimesAnswerTest {
  private static final RuntimeFigures JAVALIN = late("javalin", Platform.JAVALIN, 690);
  private static final RuntimeFigures NODE = late("node", Platform.NODE, 691);
  private static final RuntimeFigures GO = late("go", Platform.GO, 702);
  private static final RuntimeFigures PROMPT_GO = prompt("go", Platform.GO);
  private static final RuntimeFigures PROMPT_NODE = prompt("node", Platform.NODE);

  @Test
  void if_all_do_it_it_is_not_node() {
    assertThat(answer(JAVALIN, NODE, GO))
        .isEqualTo(
            "No: 3 of 3 runtimes worked off most of their requests for nobody and needed 690.0 s"
                + " (javalin) to 702.0 s (go) to drain. It is the way the server queues, not"
                + " Node.");
  }

  @Test
  void if_others_do_it_too_it_is_not_node_alone() {
    assertThat(answer(JAVALIN, NODE, PROMPT_GO))
        .isEqualTo(
            "No, but not of every server: 2 of 3 runtimes worked off most of their requests for"
                + " nobody and needed 690.0 s (javalin) to 691.0 s (node) to drain. Not so: go.");
  }

  @Test
  void if_only_node_does_it_it_is_node() {
    assertThat(answer(NODE, PROMPT_GO))
        .isEqualTo(
            "Yes, as far as these runs show: 1 of 2 runtimes worked off most of their requests for"
                + " nobody and needed 691.0 s to drain. Not so: go.");
  }

  @Test
  void if_none_does_it_there_is_nothing_to_explain() {
    assertThat(answer(PROMPT_NODE, PROMPT_GO))
        .isEqualTo(
            "There is nothing to explain: no runtime worked off most of its requests for nobody.");
  }

  @Test
  void without_node_or_without_another_the_question_is_open() {
    assertThat(answer(JAVALIN, GO))
        .isEqualTo(
            "Open: it takes a run on Node and one on another runtime to tell, and none on Node"
                + " tells whom it worked for.");
    assertThat(answer(NODE, new RuntimeFigures("go", Platform.GO, 0, 0, Optional.empty())))
        .endsWith("and none on another runtime tells whom it worked for.");
  }

  private static String answer(RuntimeFigures... runtimes) {
    return RuntimesAnswer.of(List.of(runtimes));
  }

  private static RuntimeFigures late(String name, Platform platform, int drainSeconds) {
    return new RuntimeFigures(
        name, platform, 153, 150, Optional.of(Duration.ofSeconds(drainSeconds)));
  }

  private static RuntimeFigures prompt(String name, Platform platform) {
    return new RuntimeFigures(name, platform, 153, 3, Optional.of(Duration.ofSeconds(5)));
  }
}
