package ratelab.experiments.lab;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import ratelab.experiments.recording.RunDirectory;

/** Makes the directories of a run. */
public final class RunFolders {
  private RunFolders() {}

  /**
   * Makes them; the logs' directory exists exactly in directories that hold a run.
   *
   * @throws LabException if it holds a run already, or cannot be made
   */
  public static void make(RunDirectory run) {
    try {
      Files.createDirectories(run.path());
      Files.createDirectory(run.logs());
    } catch (FileAlreadyExistsException e) {
      throw new LabException(run.path() + " holds a run already; give another directory", e);
    } catch (IOException e) {
      throw new LabException(
          "cannot make the run directory " + run.path() + ": " + e + "; give another one", e);
    }
  }
}
