package ratelab.experiments.junit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import ratelab.experiments.lab.LabException;
import ratelab.experiments.lab.service.ThisMachine;
import ratelab.experiments.scenario.OwnService;
import ratelab.experiments.scenario.Target;

class TestLabTest {
  private static final Path RUN = Path.of("run");

  @Test
  void a_process_is_played_on_this_machine() {
    assertThat(TestLab.of(own(new OwnService.Pid(1)), RUN, "none")).isInstanceOf(ThisMachine.class);
  }

  @Test
  void an_image_takes_no_prometheus_of_this_machine() {
    assertThatThrownBy(() -> TestLab.of(image(), RUN, "/usr/bin/prometheus"))
        .isInstanceOf(LabException.class)
        .hasMessage(
            "an image's run has a Prometheus of its own, in a container: withPrometheus(\"auto\"),"
                + " or \"none\"");
  }

  @Test
  void an_image_needs_the_directory_in_which_ratelab_was_built() {
    assertThat(System.getProperty("ratelab.home")).isNull();
    assertThatThrownBy(() -> TestLab.of(image(), RUN, "auto"))
        .isInstanceOf(LabException.class)
        .hasMessageContaining(
            "set the system property ratelab.home to the directory in which Ratelab was built");
  }

  private static Target image() {
    return own(new OwnService.Image("my-service:latest", List.of(8080), List.of(), List.of()));
  }

  private static Target own(OwnService.Source source) {
    return Target.of(
        new OwnService(source, "http://127.0.0.1:8080/", Optional.empty(), OptionalInt.empty()));
  }
}
