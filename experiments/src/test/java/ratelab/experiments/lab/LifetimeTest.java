package ratelab.experiments.lab;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class LifetimeTest {
  private final List<String> closed = new ArrayList<>();
  private final Lifetime lifetime = new Lifetime();

  @Test
  void closes_in_reverse_order_and_each_once() {
    lifetime.add(named("target"));
    lifetime.add(named("exporter"));
    lifetime.add(named("scraper"));
    lifetime.close();
    lifetime.close();
    assertThat(closed).containsExactly("scraper", "exporter", "target");
  }

  @Test
  void closes_the_rest_after_a_failure_and_reports_all_failures() {
    lifetime.add(named("target"));
    lifetime.add(failing("first opened"));
    lifetime.add(named("exporter"));
    lifetime.add(failing("last opened"));
    assertThatThrownBy(lifetime::close)
        .isInstanceOf(LabException.class)
        .hasMessage("last opened")
        .satisfies(
            e ->
                assertThat(e.getSuppressed())
                    .extracting(Throwable::getMessage)
                    .containsExactly("first opened"));
    assertThat(closed).containsExactly("exporter", "target");
  }

  @Test
  void an_interrupt_waits_until_all_is_closed() {
    lifetime.add(() -> closed.add("interrupted: " + Thread.currentThread().isInterrupted()));
    Thread.currentThread().interrupt();
    lifetime.close();
    assertThat(Thread.interrupted()).isTrue();
    assertThat(closed).containsExactly("interrupted: false");
  }

  private AutoCloseable named(String name) {
    return () -> closed.add(name);
  }

  private static AutoCloseable failing(String message) {
    return () -> {
      throw new LabException(message);
    };
  }
}
