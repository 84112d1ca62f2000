package ratelab.exporter.proc.files;

/**
 * Where a procfs has the files of a process, {@code PID}, or of one of its threads, {@code
 * PID/task/TID}.
 *
 * @param tid 0 for the process itself
 */
public record TaskDirectory(int pid, int tid) {
  public static TaskDirectory ofProcess(int pid) {
    return new TaskDirectory(pid, 0);
  }

  public boolean isThread() {
    return tid != 0;
  }

  /** The id that the files themselves show. */
  public int id() {
    return isThread() ? tid : pid;
  }

  /** The path of one of its files from the root of the procfs. */
  public String path(String file) {
    return isThread() ? pid + "/task/" + tid + "/" + file : pid + "/" + file;
  }
}
