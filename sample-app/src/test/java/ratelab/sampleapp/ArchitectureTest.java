package ratelab.sampleapp;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import org.junit.jupiter.api.Test;

/** The list of allowed imports: SampleAppMain to SampleApp to {concurrency, cure, log}, to work. */
class ArchitectureTest {
  private static final JavaClasses CLASSES =
      new ClassFileImporter()
          .withImportOption(new ImportOption.DoNotIncludeTests())
          .importPackages("ratelab.sampleapp");

  private static final String JDK = "java..";
  private static final String NULLNESS = "org.jspecify..";

  @Test
  void work_imports_nothing_of_ours() {
    onlyImports("ratelab.sampleapp.work", JDK, NULLNESS);
  }

  @Test
  void cure_imports_nothing_of_ours() {
    onlyImports("ratelab.sampleapp.cure", JDK, NULLNESS);
  }

  @Test
  void concurrency_imports_work() {
    onlyImports("ratelab.sampleapp.concurrency", JDK, NULLNESS, "ratelab.sampleapp.work");
  }

  @Test
  void log_imports_json_and_nothing_of_ours() {
    onlyImports(
        "ratelab.sampleapp.log",
        JDK,
        NULLNESS,
        "com.sun.management",
        "com.fasterxml.jackson.annotation",
        "tools.jackson..");
  }

  @Test
  void no_package_is_in_a_cycle() {
    slices().matching("ratelab.sampleapp.(**)").should().beFreeOfCycles().check(CLASSES);
  }

  @Test
  void no_class_imports_another_module() {
    noClasses()
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage("ratelab.exporter..", "ratelab.loadgen..", "ratelab.experiments..")
        .check(CLASSES);
  }

  @Test
  void nobody_imports_the_entry_point() {
    classes()
        .that()
        .haveSimpleName("SampleAppMain")
        .should()
        .onlyBeAccessed()
        .byClassesThat()
        .haveSimpleName("SampleAppMain")
        .check(CLASSES);
  }

  @Test
  void only_the_entry_point_prints_or_exits() {
    noClasses()
        .that()
        .doNotHaveSimpleName("SampleAppMain")
        .should()
        .accessField(System.class, "out")
        .orShould()
        .accessField(System.class, "err")
        .orShould()
        .callMethod(System.class, "exit", int.class)
        .check(CLASSES);
  }

  private static void onlyImports(String room, String... allowed) {
    var all =
        java.util.stream.Stream.concat(
            java.util.stream.Stream.of(room), java.util.stream.Stream.of(allowed));
    classes()
        .that()
        .resideInAPackage(room)
        .should()
        .onlyDependOnClassesThat()
        .resideInAnyPackage(all.toArray(String[]::new))
        .check(CLASSES);
  }
}
