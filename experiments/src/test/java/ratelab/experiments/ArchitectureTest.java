package ratelab.experiments;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** The world is left of the recording, and what comes after it is pure; this list is the map. */
class ArchitectureTest {
  private static final String ROOT = "ratelab.experiments";
  private static final JavaClasses CLASSES =
      new ClassFileImporter()
          .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
          .importPackages(ROOT);

  static Stream<Arguments> rooms() {
    return Stream.of(
        Arguments.of("rate", List.of()),
        Arguments.of("scenario", List.of()),
        Arguments.of("scrape", List.of("rate")),
        Arguments.of("forecast", List.of("scenario", "rate")),
        Arguments.of("recording", List.of("scenario", "rate", "forecast")),
        Arguments.of("oracle", List.of("rate", "recording")),
        Arguments.of("analysis", List.of("recording", "forecast", "scenario", "rate")),
        Arguments.of("report", List.of("analysis", "recording", "forecast", "scenario", "rate")),
        Arguments.of(
            "lab", List.of("scenario", "recording", "scrape", "oracle", "forecast", "rate")),
        Arguments.of(
            "junit",
            List.of(
                "lab",
                "report",
                "analysis",
                "recording",
                "forecast",
                "scenario",
                "rate",
                "scrape",
                "oracle")),
        Arguments.of(
            "suite",
            List.of("lab", "report", "analysis", "recording", "forecast", "scenario", "rate")),
        Arguments.of(
            "cli",
            List.of(
                "suite",
                "lab",
                "report",
                "analysis",
                "recording",
                "forecast",
                "scenario",
                "rate",
                "scrape",
                "oracle")));
  }

  @ParameterizedTest(name = "{0} imports only {1}")
  @MethodSource("rooms")
  void a_room_imports_only_what_the_map_allows(String room, List<String> allowed) {
    classes()
        .that()
        .resideInAPackage(ROOT + "." + room + "..")
        .should()
        .onlyDependOnClassesThat(
            DescribedPredicate.describe(
                "belong to " + room + ", to " + allowed + " or to libraries",
                c -> isLibrary(c) || isIn(c, room) || allowed.stream().anyMatch(a -> isIn(c, a))))
        .check(CLASSES);
  }

  @Test
  void every_room_is_on_the_map() {
    List<String> known = rooms().map(a -> ROOT + "." + a.get()[0]).toList();
    classes()
        .should()
        .resideInAnyPackage(known.stream().map(p -> p + "..").toArray(String[]::new))
        .check(CLASSES);
  }

  @Test
  void packages_have_no_cycles() {
    slices().matching(ROOT + ".(**)").should().beFreeOfCycles().check(CLASSES);
  }

  @Test
  void no_source_imports_another_module() {
    noClasses()
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage("ratelab.exporter..", "ratelab.sampleapp..", "ratelab.loadgen..")
        .check(CLASSES);
  }

  @Test
  void what_comes_after_the_recording_reads_no_clock_and_starts_nothing() {
    noClasses()
        .that()
        .resideInAnyPackage(
            ROOT + ".analysis..",
            ROOT + ".forecast..",
            ROOT + ".rate..",
            ROOT + ".report..",
            ROOT + ".scenario..")
        .should()
        .callMethod(System.class, "currentTimeMillis")
        .orShould()
        .callMethod(System.class, "nanoTime")
        .orShould()
        .dependOnClassesThat()
        .resideInAnyPackage("java.net..")
        .orShould()
        .dependOnClassesThat()
        .haveNameMatching("java\\.lang\\.Process(Builder|Handle)?|java\\.time\\.Clock")
        .check(CLASSES);
  }

  @Test
  void only_the_command_line_exits_or_prints() {
    noClasses()
        .that()
        .resideOutsideOfPackage(ROOT + ".cli..")
        .should()
        .callMethod(System.class, "exit", int.class)
        .orShould()
        .accessField(System.class, "out")
        .orShould()
        .accessField(System.class, "err")
        .check(CLASSES);
  }

  private static boolean isLibrary(JavaClass c) {
    return !c.getPackageName().startsWith("ratelab.");
  }

  private static boolean isIn(JavaClass c, String room) {
    String name = ROOT + "." + room;
    return c.getPackageName().equals(name) || c.getPackageName().startsWith(name + ".");
  }
}
