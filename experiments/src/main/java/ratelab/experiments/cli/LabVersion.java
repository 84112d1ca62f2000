package ratelab.experiments.cli;

import java.util.Optional;
import picocli.CommandLine.IVersionProvider;

/** The lab's version, from its jar. */
final class LabVersion implements IVersionProvider {
  @Override
  public String[] getVersion() {
    String version =
        Optional.ofNullable(LabMain.class.getPackage().getImplementationVersion())
            .orElse("(not from a jar)");
    return new String[] {"ratelab " + version};
  }
}
