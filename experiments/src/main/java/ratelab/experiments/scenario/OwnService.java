package ratelab.experiments.scenario;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * One's own service as the target: the lab measures it from outside and knows nothing else of it.
 *
 * @param source where its CPU time is read
 * @param url where it answers; also what the load asks; of an image on the network of the run
 * @param accessLog its own log of requests, if it has one
 * @param atOnce how many requests it works on at the same time; empty if only its load shows it
 */
public record OwnService(
    Source source, String url, Optional<StatedLog> accessLog, OptionalInt atOnce) {

  /** Where the service's CPU time is read. */
  public sealed interface Source {}

  /**
   * The lab starts it and reads its process.
   *
   * @param words program and arguments
   * @param environment {@code NAME=VALUE}, beside the lab's own
   * @param directory where it runs; empty: where the lab does
   */
  public record Command(List<String> words, List<String> environment, Optional<String> directory)
      implements Source {
    public Command {
      words = List.copyOf(words);
      environment = List.copyOf(environment);
    }
  }

  /**
   * It runs already, on this machine; the lab reads its process and leaves it running.
   *
   * @param pid its process
   */
  public record Pid(long pid) implements Source {}

  /**
   * The Docker lab starts it in a container.
   *
   * @param name the image's
   * @param ports what it listens on in its container; the load asks the first
   * @param environment {@code NAME=VALUE}
   * @param command in place of the image's own arguments; empty for these
   */
  public record Image(
      String name, List<Integer> ports, List<String> environment, List<String> command)
      implements Source {
    /** The name of its host on the network of the run. */
    public static final String HOST = "target";

    public Image {
      ports = List.copyOf(ports);
      environment = List.copyOf(environment);
      command = List.copyOf(command);
    }

    /** Where a port answers on the network of the run. */
    public static String urlOf(int port) {
      return "http://" + HOST + ":" + port + "/";
    }
  }

  /**
   * An exporter watches it already.
   *
   * @param url of the exporter's metrics
   * @param group the {@code groupname} that holds the service and nothing else
   */
  public record Exporter(String url, String group) implements Source {}

  /**
   * A Prometheus scrapes such an exporter already; the lab only asks it.
   *
   * @param url of the server
   * @param group the {@code groupname} that holds the service and nothing else
   */
  public record Prometheus(String url, String group) implements Source {}

  /**
   * A log of requests in a form of its own.
   *
   * @param file its path
   * @param pattern how to read a line of it
   */
  public record StatedLog(String file, LogPattern pattern) {}
}
