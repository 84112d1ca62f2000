package ratelab.exporter.differential;

import java.util.List;

/**
 * One way to start both exporters.
 *
 * @param file the configuration file's name among the test's resources, empty for none
 * @param flags what comes after the address and the configuration file
 */
record Configuration(String name, String file, Place place, List<String> flags) {

  /** Where the exporters run and what they read. */
  enum Place {
    /** Outside the zoo's namespace with the zoo's procfs, as in a container that has the host's. */
    AT_THE_FENCE,
    /** In the zoo's namespace, with all rights. */
    INSIDE,
    /** In the zoo's namespace, without any right over the processes of others. */
    UNPRIVILEGED,
    /** Far from it, among the processes of this machine, those of the kernel among them. */
    ELSEWHERE
  }

  Configuration at(Place place) {
    return new Configuration(name, file, place, flags);
  }

  boolean has(String flag) {
    return flags.contains(flag);
  }

  @Override
  public String toString() {
    return name;
  }
}
