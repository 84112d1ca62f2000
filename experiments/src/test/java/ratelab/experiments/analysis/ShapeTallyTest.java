package ratelab.experiments.analysis;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;
import ratelab.experiments.analysis.shape.Aspect;
import ratelab.experiments.analysis.shape.Bounds;
import ratelab.experiments.analysis.shape.ShapeComparison.Line;
import ratelab.experiments.analysis.shape.ShapeComparison.Outcome;
import ratelab.experiments.analysis.shape.View;
import ratelab.experiments.rate.Dialect;
import ratelab.experiments.rate.ScrapeGrid;

class ShapeTallyTest {
  private final ShapeTally tally = new ShapeTally(Aspect.RISE);

  @Test
  void a_pass_says_why_the_other_views_do_not_tell() {
    add(2, Outcome.HOLDS, "");
    add(1, Outcome.UNKNOWN, "the curve does not show it: the recording ends before");
    add(2, Outcome.UNKNOWN, "too young a counter: rate creeps up");
    add(1, Outcome.UNKNOWN, "too young a counter: increase creeps up");

    assertThat(tally.verdict("Not judged: scrapes every 1s."))
        .isEqualTo(
            new Verdict(
                "rise of the curves",
                "as derived in 6 views",
                "2 as derived, 0 not, 4 not seen",
                "from window, scrape interval, evaluation step, jitter, spread and resolution",
                Status.PASS,
                "Not seen: 3 x too young a counter; 1 x the curve does not show it. Not judged:"
                    + " scrapes every 1s."));
  }

  @Test
  void a_pass_that_covers_all_has_nothing_to_say() {
    add(3, Outcome.HOLDS, "");

    assertThat(tally.verdict(""))
        .returns(Status.PASS, Verdict::status)
        .returns("", Verdict::reason);
  }

  @Test
  void one_view_in_ten_has_to_show_it() {
    add(1, Outcome.HOLDS, "");
    add(9, Outcome.UNKNOWN, "scrapes are missing");
    assertThat(tally.verdict("").status()).isEqualTo(Status.PASS);

    add(1, Outcome.UNKNOWN, "scrapes are missing");

    assertThat(tally.verdict(""))
        .returns(Status.INCONCLUSIVE, Verdict::status)
        .returns(
            "Under one in 10 views shows it, too few to judge. Not seen: 10 x scrapes are missing.",
            Verdict::reason);
  }

  @Test
  void a_single_miss_fails_however_few_views_show_anything() {
    add(1, Outcome.MISSES, "");
    add(99, Outcome.UNKNOWN, "scrapes are missing");

    assertThat(tally.verdict(""))
        .returns(Status.FAIL, Verdict::status)
        .returns(
            "For one, a view: 3.0000 instead of 1.0000 to 2.0000 s (± 0.5000). Not seen: 99 x"
                + " scrapes are missing.",
            Verdict::reason);
  }

  private void add(int views, Outcome outcome, String reason) {
    for (int i = 0; i < views; i++) {
      tally.add(
          "a view",
          View.rate(new ScrapeGrid(0, Duration.ofSeconds(1)), Duration.ofSeconds(10), Dialect.V3),
          new Line(Aspect.RISE, new Bounds(1, 2), OptionalDouble.of(3), 0.5, outcome, reason));
    }
  }
}
