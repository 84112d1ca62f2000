package ratelab.loadgen;

import static com.tngtech.archunit.library.Architectures.layeredArchitecture;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import org.junit.jupiter.api.Test;

final class ArchitectureTest {
  private static final JavaClasses CLASSES =
      new ClassFileImporter()
          .withImportOption(new ImportOption.DoNotIncludeTests())
          .importPackages("ratelab");

  @Test
  void packages_import_each_other_only_along_the_arrows_of_the_design() {
    layeredArchitecture()
        .consideringOnlyDependenciesInAnyPackage("ratelab..")
        .layer("main")
        .definedBy("ratelab.loadgen")
        .layer("run")
        .definedBy("ratelab.loadgen.run..")
        .layer("plan")
        .definedBy("ratelab.loadgen.plan..")
        .layer("engine")
        .definedBy("ratelab.loadgen.engine..")
        .layer("wire")
        .definedBy("ratelab.loadgen.wire..")
        .layer("report")
        .definedBy("ratelab.loadgen.report..")
        .layer("record")
        .definedBy("ratelab.loadgen.record..")
        .layer("warmup")
        .definedBy("ratelab.loadgen.warmup..")
        .layer("judge")
        .definedBy("ratelab.loadgen.judge..")
        .layer("results")
        .definedBy("ratelab.loadgen.results..")
        .layer("metrics")
        .definedBy("ratelab.loadgen.metrics..")
        .layer("request")
        .definedBy("ratelab.loadgen.request..")
        .layer("schedule")
        .definedBy("ratelab.loadgen.schedule..")
        .whereLayer("main")
        .mayOnlyAccessLayers("run")
        .whereLayer("run")
        .mayOnlyAccessLayers(
            "plan",
            "judge",
            "schedule",
            "warmup",
            "engine",
            "wire",
            "metrics",
            "record",
            "report",
            "request",
            "results")
        .whereLayer("plan")
        .mayOnlyAccessLayers("schedule", "request", "judge")
        .whereLayer("engine")
        .mayOnlyAccessLayers("schedule", "record", "request")
        .whereLayer("warmup")
        .mayOnlyAccessLayers("engine", "schedule", "record", "request")
        .whereLayer("wire")
        .mayOnlyAccessLayers("engine", "schedule", "record", "request")
        .whereLayer("judge")
        .mayOnlyAccessLayers("record")
        .whereLayer("results")
        .mayNotAccessAnyLayer()
        .whereLayer("metrics")
        .mayOnlyAccessLayers("engine", "record")
        .whereLayer("report")
        .mayOnlyAccessLayers("record")
        .whereLayer("record")
        .mayNotAccessAnyLayer()
        .whereLayer("request")
        .mayNotAccessAnyLayer()
        .whereLayer("schedule")
        .mayNotAccessAnyLayer()
        .ensureAllClassesAreContainedInArchitecture()
        .check(CLASSES);
  }

  @Test
  void packages_form_no_cycle() {
    slices().matching("ratelab.loadgen.(*)..").should().beFreeOfCycles().check(CLASSES);
  }
}
