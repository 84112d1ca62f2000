package ratelab.exporter.differential;

import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * The differences of {@code docs/differences.md} that show in the zoo; whatever has not the exact
 * form of one of them is none.
 */
enum ExpectedDifference {
  STATES_ONCE("states-once"),
  WCHAN_ONCE("wchan-once"),
  SWITCHES_KEPT("switches-kept"),
  THREADS_OFF("threads-off"),
  THREAD_NAMES_KEPT("thread-names-kept"),
  DENIED_ABSENT("denied-absent"),
  DENIED_FD_COUNTED("denied-fd-counted"),
  FD_BEING_OPENED("fd-being-opened"),
  EXE_ENTRIES("exe-entries"),
  RECHECK_MOVES("recheck-moves"),
  EXACT_TICKS("exact-ticks"),
  SMAPS_AGE("smaps-age"),
  UNTYPED("untyped"),
  NO_GO_METRICS("no-go-metrics");

  /** Depends on the moment or on the kernel, so it need not show in each run. */
  static final Set<ExpectedDifference> AT_TIMES =
      Set.of(EXACT_TICKS, SMAPS_AGE, DENIED_FD_COUNTED, FD_BEING_OPENED);

  private final String id;

  ExpectedDifference(String id) {
    this.id = id;
  }

  /** Its name in the list. */
  String id() {
    return id;
  }

  static Optional<ExpectedDifference> of(Divergence divergence) {
    return Stream.of(values()).filter(it -> it.explains(divergence)).findFirst();
  }

  private boolean explains(Divergence divergence) {
    return switch (divergence) {
      case Divergence.OfType type -> explains(type);
      case Divergence.OfValue value -> explains(value);
    };
  }

  private boolean explains(Divergence.OfType type) {
    return switch (this) {
      case UNTYPED -> Forms.hasNameOfAnotherType(type);
      case NO_GO_METRICS -> type.family().startsWith("go_");
      case DENIED_ABSENT -> Forms.isDeniedToAll(type);
      default -> false;
    };
  }

  private boolean explains(Divergence.OfValue value) {
    return switch (this) {
      case STATES_ONCE -> Forms.countsEachThreadOnce(value);
      case WCHAN_ONCE -> Forms.countsEachChannelOnce(value);
      case SWITCHES_KEPT -> Forms.keepsSwitches(value);
      case THREADS_OFF -> Forms.seesMainThreadsOnly(value);
      case THREAD_NAMES_KEPT -> Forms.keepsThreadName(value);
      case DENIED_ABSENT -> Forms.isDenied(value);
      case DENIED_FD_COUNTED -> Forms.isCountedWithoutPermission(value);
      case FD_BEING_OPENED -> Forms.countsTheDescriptorBeingOpened(value);
      case EXE_ENTRIES -> Forms.isOfEitherProgram(value);
      case RECHECK_MOVES -> Forms.moves(value);
      case EXACT_TICKS -> Forms.isRounding(value);
      case SMAPS_AGE -> Forms.wasSoBefore(value);
      case UNTYPED, NO_GO_METRICS -> false;
    };
  }
}
