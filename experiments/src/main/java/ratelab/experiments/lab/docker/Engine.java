package ratelab.experiments.lab.docker;

import com.github.dockerjava.api.DockerClient;
import com.github.dockerjava.api.model.Info;
import com.github.dockerjava.api.model.Network;
import java.io.IOException;
import java.net.InetAddress;
import java.net.NetworkInterface;
import java.net.SocketException;
import java.net.UnixDomainSocketAddress;
import java.net.UnknownHostException;
import java.nio.channels.SocketChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.Objects;
import java.util.Optional;
import org.testcontainers.DockerClientFactory;
import ratelab.experiments.lab.LabException;
import ratelab.experiments.scrape.ScrapeClock;

/** The Docker engine, as Testcontainers finds it: by the usual variables, or the usual socket. */
public final class Engine {
  private static final Path USUAL_SOCKET = Path.of("/var/run/docker.sock");
  private static final Duration CLOCK_TOLERANCE = Duration.ofMillis(50);

  private final DockerClient client;

  private Engine(DockerClient client) {
    this.client = client;
  }

  /**
   * The engine.
   *
   * @throws LabException if none answers, or it cannot be used
   */
  public static Engine find() {
    return find("use --lab local on Linux");
  }

  /**
   * The engine.
   *
   * @param instead what else helps where none answers
   * @throws LabException if none answers, or it cannot be used
   */
  static Engine find(String instead) {
    try {
      if (answers()) {
        return new Engine(DockerClientFactory.instance().client());
      }
    } catch (RuntimeException e) {
      throw EngineTrouble.explain("use the Docker engine", e);
    }
    throw new LabException(
        "no Docker engine answers (%s); start one (systemctl start docker, or Docker Desktop), set"
                .formatted(socket())
            + " DOCKER_HOST to one elsewhere, or "
            + instead);
  }

  /** Whether one answers. A defect on the way there is thrown, never taken for a no. */
  public static boolean answers() {
    return DockerClientFactory.instance().isDockerAvailable();
  }

  DockerClient client() {
    return client;
  }

  /** What runs have left on it. */
  public Leftovers leftovers() {
    return new Leftovers(client);
  }

  /** Version, API and kind of control groups. */
  String description() {
    Info info = client.infoCmd().exec();
    return "%s, API %s, %s, cgroup v%s"
        .formatted(
            info.getServerVersion(),
            DockerClientFactory.instance().getActiveApiVersion(),
            info.getDriver(),
            Objects.requireNonNullElse(info.getRawValues().get("CgroupVersion"), "1"));
  }

  /**
   * By how much the containers' clock is ahead of this machine's; a container has its engine's.
   *
   * @throws LabException if it is so far off that the run's instants would not fit together
   */
  Duration clockOffset(ScrapeClock clock) {
    long before = clock.nowMillis();
    String said = Objects.requireNonNull(client.infoCmd().exec().getSystemTime());
    long after = clock.nowMillis();
    long engine = OffsetDateTime.parse(said).toInstant().toEpochMilli();
    // Read somewhere between the two.
    long offset = engine < before ? engine - before : Math.max(0, engine - after);
    if (Math.abs(offset) > CLOCK_TOLERANCE.toMillis()) {
      throw new LabException(
          "the containers' clock is %d ms %s this machine's; set both by NTP (Docker Desktop: restart it)"
              .formatted(Math.abs(offset), offset > 0 ? "ahead of" : "behind"));
    }
    return Duration.ofMillis(offset);
  }

  /**
   * This machine's address on a network of containers; empty if the engine is elsewhere, or in a
   * virtual machine.
   */
  Optional<InetAddress> gatewayHere(String network) {
    return client.inspectNetworkCmd().withNetworkId(network).exec().getIpam().getConfig().stream()
        .map(Network.Ipam.Config::getGateway)
        .filter(Objects::nonNull)
        .map(Engine::address)
        .filter(Engine::isHere)
        .findFirst();
  }

  private static InetAddress address(String literal) {
    try {
      return InetAddress.getByName(literal);
    } catch (UnknownHostException e) {
      throw new LabException("the engine's network has no address: " + literal, e);
    }
  }

  private static boolean isHere(InetAddress address) {
    try {
      return NetworkInterface.getByInetAddress(address) != null;
    } catch (SocketException e) {
      return false;
    }
  }

  /** Whether ports can be published on this machine's loopback address, and reached there. */
  boolean isLocal() {
    String host = DockerClientFactory.instance().dockerHostIpAddress();
    return host.equals("localhost") || host.startsWith("127.");
  }

  private static String socket() {
    if (!Files.exists(USUAL_SOCKET)) {
      return "there is no " + USUAL_SOCKET;
    }
    try (SocketChannel channel = SocketChannel.open(UnixDomainSocketAddress.of(USUAL_SOCKET))) {
      return USUAL_SOCKET + " accepts connections" + (channel.isConnected() ? "" : " slowly");
    } catch (IOException e) {
      return USUAL_SOCKET + ": " + e.getMessage();
    }
  }
}
