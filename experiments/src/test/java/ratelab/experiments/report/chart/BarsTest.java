package ratelab.experiments.report.chart;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import ratelab.experiments.report.chart.Bars.Bar;
import ratelab.experiments.report.chart.Bars.Segment;

class BarsTest {
  @Test
  void whole_bars() {
    Bars bars =
        new Bars(
            List.of(
                new Bar(
                    "window 30s",
                    "71.1 s drain + 1.0 s scrape phase + 1.5 s window",
                    List.of(
                        new Segment("drain", 0, 71.1, "71.1 s", Ink.ORANGE),
                        new Segment("scrape phase", 71.1, 72.1, "1.0 s", Ink.GREY),
                        new Segment("rate window", 72.1, 73.6, "1.5 s", Ink.BLUE)))));
    String drawing = bars.draw("causes", "Seconds", Size.WIDE).render();

    assertThat(drawing).isEqualTo(Golden.read("bars.svg", drawing));
  }
}
