package ratelab.experiments.lab.docker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.github.dockerjava.api.command.CreateContainerCmd;
import com.github.dockerjava.api.model.ExposedPort;
import com.github.dockerjava.api.model.PortBinding;
import com.github.dockerjava.api.model.Ports;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.OptionalLong;
import java.util.UUID;
import java.util.function.Consumer;
import org.assertj.core.api.AbstractThrowableAssert;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import ratelab.experiments.lab.LabException;
import ratelab.experiments.lab.LabListener;
import ratelab.experiments.lab.LabPhase;
import ratelab.experiments.lab.SmallScenario;
import ratelab.experiments.scenario.Platform;

/** What goes wrong is told in one message with cause and remedy, and leaves no container. */
@ExtendWith(DockerGuard.class)
class DockerLabErrorsIT {
  @TempDir private Path directory;
  private final String name = "broken-" + UUID.randomUUID();

  @AfterEach
  void nothing_is_left() {
    assertThat(new EngineContent(name).list()).isEmpty();
  }

  @Test
  void an_exporter_without_permissions() {
    assertRunFails("exporter", command -> command.withUser("12345:12345"))
        .hasMessageStartingWith("the exporter may read the target only in part: ")
        .hasMessageContaining("SYS_PTRACE");
  }

  @Test
  void a_port_that_is_in_use() throws IOException {
    try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      Ports.Binding binding = Ports.Binding.bindIpAndPort("127.0.0.1", taken.getLocalPort());
      assertRunFails(
              "target",
              command ->
                  command
                      .getHostConfig()
                      .withPortBindings(new PortBinding(binding, ExposedPort.tcp(3000))))
          .hasMessageStartingWith("cannot start the target container: ")
          .hasMessageContaining(taken.getLocalPort() + "")
          .hasMessageEndingWith(
              "another program has that port: end it, or run again to get another one");
    }
  }

  @Test
  void no_space_left_for_prometheus() {
    assertRunFails(
            "prometheus",
            command ->
                command
                    .getHostConfig()
                    .withTmpFs(Map.of("/prometheus", "rw,size=4k,nr_inodes=1,mode=1777")))
        .hasMessageMatching(
            "(?s)the prometheus ended with status \\d+; no space left on device: .*");
  }

  @Test
  void an_image_without_a_local_one() throws IOException {
    assertFailsWithImages("eclipse-temurin=ratelab/jre:25\n")
        .hasMessageMatching(
            "there is no local image for prom/prometheus:\\S+ in \\S+; add one there, or unset"
                + " RATELAB_IMAGES to pull it");
  }

  @Test
  void an_image_that_is_not_there_and_cannot_be_pulled() throws IOException {
    assertFailsWithImages("eclipse-temurin=ratelab/none:1\nprom/prometheus=ratelab/none:2\n")
        .hasMessageStartingWith("cannot get the image ratelab/none:1: ")
        .hasMessageContaining("docker/offline-images");
  }

  @Test
  void a_target_that_dies_under_load() {
    LabListener killer =
        at(
            LabPhase.LOAD,
            () ->
                Engine.find().client().listContainersCmd().exec().stream()
                    .filter(c -> c.getLabels().getOrDefault(RunLabels.RUN, "").startsWith(name))
                    .filter(c -> c.getImage().contains("sample-app"))
                    .forEach(c -> Engine.find().client().killContainerCmd(c.getId()).exec()));
    assertThatThrownBy(
            () ->
                new DockerLab(DockerRuns.options(run(), false))
                    .record(SmallScenario.on(Platform.JAVALIN), killer))
        .isInstanceOf(LabException.class)
        .hasMessageStartingWith(
            "the target ended with status 137; something ended it from outside");
  }

  private AbstractThrowableAssert<?, ? extends Throwable> assertFailsWithImages(String images)
      throws IOException {
    Path file = Files.writeString(directory.resolve("images.properties"), images);
    String before = System.getProperty(LocalImages.PROPERTY);
    System.setProperty(LocalImages.PROPERTY, file.toString());
    try {
      return assertRunFails("none", _ -> {});
    } finally {
      if (before == null) {
        System.clearProperty(LocalImages.PROPERTY);
      } else {
        System.setProperty(LocalImages.PROPERTY, before);
      }
    }
  }

  private AbstractThrowableAssert<?, ? extends Throwable> assertRunFails(
      String container, Consumer<CreateContainerCmd> change) {
    Adjustments adjustments =
        new Adjustments(
            (created, command) -> {
              if (created.equals(container)) {
                change.accept(command);
              }
            });
    DockerLab lab = new DockerLab(DockerRuns.options(run(), true), adjustments);
    return assertThatThrownBy(
            () -> lab.record(SmallScenario.on(Platform.JAVALIN), LabListener.SILENT))
        .isInstanceOf(LabException.class);
  }

  private static LabListener at(LabPhase moment, Runnable action) {
    return new LabListener() {
      @Override
      public void phase(LabPhase phase, OptionalLong expectedEndMillis) {
        if (phase == moment) {
          action.run();
        }
      }
    };
  }

  private Path run() {
    return directory.resolve(name);
  }
}
