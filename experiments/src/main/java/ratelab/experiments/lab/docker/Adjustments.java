package ratelab.experiments.lab.docker;

import com.github.dockerjava.api.command.CreateContainerCmd;
import java.util.function.BiConsumer;

/**
 * What is changed about containers before they are created; for tests of what may go wrong.
 *
 * @param change gets a container's name in the run, such as {@code exporter}, and how it is created
 */
record Adjustments(BiConsumer<String, CreateContainerCmd> change) {
  static final Adjustments NONE = new Adjustments((_, _) -> {});
}
