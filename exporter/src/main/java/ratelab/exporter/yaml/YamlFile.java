package ratelab.exporter.yaml;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Optional;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Compose;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;

/** A file that holds one YAML document. */
public final class YamlFile {
  private YamlFile() {}

  /**
   * Reads the document; empty if there is nothing in it.
   *
   * @param flag the command line flag that names the file, for messages
   * @throws ConfigException if the file cannot be read or is no YAML
   */
  public static Optional<YamlPlace> read(Path file, String flag) throws ConfigException {
    try {
      return new Compose(LoadSettings.builder().setLabel(file.toString()).build())
          .composeString(Files.readString(file))
          .map(document -> new YamlPlace(file.toString(), "", document));
    } catch (NoSuchFileException e) {
      throw new ConfigException(file + ": there is no such file; " + flag + " must name one");
    } catch (IOException e) {
      throw new ConfigException(
          file + ": cannot be read (" + e + "); make it readable UTF-8 text for this user");
    } catch (MarkedYamlEngineException e) {
      int line = e.getProblemMark().map(mark -> mark.getLine() + 1).orElse(0);
      throw new ConfigException(file + ":" + line + ": expected YAML: " + e.getProblem());
    } catch (YamlEngineException e) {
      throw new ConfigException(file + ": expected YAML: " + e.getMessage());
    }
  }
}
