package ratelab.exporter.group;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** How a group gets its name from the process that founds it: literal text and fields. */
record NameTemplate(List<Part> parts) {
  /** The name of items that give none. */
  static final NameTemplate DEFAULT = new NameTemplate(List.of(Field.EXE_BASE));

  /** Renders the name; {@code captures} are those of the item's command line patterns. */
  String render(Candidate candidate, Map<String, String> captures) {
    return parts.stream()
        .map(part -> part.render(candidate, captures))
        .collect(Collectors.joining());
  }

  /** A piece of the template. */
  sealed interface Part {
    String render(Candidate candidate, Map<String, String> captures);
  }

  record Literal(String text) implements Part {
    @Override
    public String render(Candidate candidate, Map<String, String> captures) {
      return text;
    }
  }

  /** {@code {{.Matches.key}}}; Go's text for a missing key is part of the contract. */
  record Capture(String key) implements Part {
    @Override
    public String render(Candidate candidate, Map<String, String> captures) {
      return captures.getOrDefault(key, "<no value>");
    }
  }

  /** The fields of the process, and {@code {{.Matches}}} as Go prints a map. */
  enum Field implements Part {
    COMM("Comm") {
      @Override
      public String render(Candidate candidate, Map<String, String> captures) {
        return candidate.stat().comm();
      }
    },
    EXE_BASE("ExeBase") {
      @Override
      public String render(Candidate candidate, Map<String, String> captures) {
        return candidate.exeBase();
      }
    },
    EXE_FULL("ExeFull") {
      @Override
      public String render(Candidate candidate, Map<String, String> captures) {
        return candidate.exeFull();
      }
    },
    USERNAME("Username") {
      @Override
      public String render(Candidate candidate, Map<String, String> captures) {
        return candidate.username();
      }
    },
    PID("PID") {
      @Override
      public String render(Candidate candidate, Map<String, String> captures) {
        return Integer.toString(candidate.stat().id().pid());
      }
    },
    MATCHES("Matches") {
      @Override
      public String render(Candidate candidate, Map<String, String> captures) {
        return captures.entrySet().stream()
            .sorted(Map.Entry.comparingByKey())
            .map(capture -> capture.getKey() + ":" + capture.getValue())
            .collect(Collectors.joining(" ", "map[", "]"));
      }
    };

    /** As the template language spells it, after the dot. */
    final String spelling;

    Field(String spelling) {
      this.spelling = spelling;
    }
  }
}
