package ratelab.exporter.rules;

import java.util.Arrays;
import java.util.List;
import java.util.SortedMap;
import org.jspecify.annotations.Nullable;
import ratelab.exporter.template.Value;

/**
 * What templates know of a process: process-exporter's fields, and ours, {@code .UID}.
 *
 * @param captures what the item's command line patterns captured, by name
 */
record ProcessFields(Subject subject, SortedMap<String, String> captures) implements Value.Struct {
  /** As process-exporter prints {@code {{.}}}. */
  private static final List<String> IN_ORDER =
      Arrays.stream(ProcessField.values())
          .filter(field -> field != ProcessField.UID)
          .map(field -> field.spelling)
          .toList();

  @Override
  public @Nullable Value field(String name) {
    Candidate candidate = subject.candidate();
    return switch (name) {
      case "Comm" -> new Value.Text(candidate.comm());
      case "ExeBase" -> new Value.Text(subject.exeBase());
      case "ExeFull" -> new Value.Text(subject.exeFull());
      case "Username" -> new Value.Text(candidate.username());
      case "UID" -> Value.Whole.of(candidate.effectiveUid());
      case "PID" -> Value.Whole.of(candidate.id().pid());
      case "StartTime" -> new Value.Moment(candidate.startTime());
      case "Cgroups" -> new Value.TextList(candidate.cgroups());
      case "Matches" -> new Value.TextMap(captures);
      default -> null;
    };
  }

  @Override
  public List<String> fieldsInOrder() {
    return IN_ORDER;
  }

  @Override
  public String goType() {
    return "*config.templateParams";
  }
}
