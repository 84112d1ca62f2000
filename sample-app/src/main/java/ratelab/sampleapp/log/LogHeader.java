package ratelab.sampleapp.log;

import com.fasterxml.jackson.annotation.JsonPropertyOrder;

/**
 * The first line that a process writes to its log: what wrote the lines below.
 *
 * @param format version of this format
 * @param app name of the application
 * @param concurrency value of {@code --concurrency}
 * @param work value of {@code --work}
 * @param runtime language runtime and version
 * @param pid the process whose CPU time the entries give
 */
@JsonPropertyOrder({"format", "app", "concurrency", "work", "runtime", "pid"})
public record LogHeader(
    int format, String app, String concurrency, String work, String runtime, long pid) {

  /** The header of this process. */
  public static LogHeader ofThisProcess(String concurrency, String work) {
    return new LogHeader(
        1,
        "ratelab-sample-app",
        concurrency,
        work,
        "Java " + System.getProperty("java.version"),
        ProcessHandle.current().pid());
  }
}
