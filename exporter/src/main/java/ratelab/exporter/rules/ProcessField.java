package ratelab.exporter.rules;

/** What templates know of a process, in the order in which {@code {{.}}} prints it. */
enum ProcessField {
  CGROUPS("Cgroups"),
  COMM("Comm"),
  EXE_BASE("ExeBase"),
  EXE_FULL("ExeFull"),
  USERNAME("Username"),
  UID("UID"),
  PID("PID"),
  START_TIME("StartTime"),
  MATCHES("Matches");

  final String spelling;

  ProcessField(String spelling) {
    this.spelling = spelling;
  }
}
