package ratelab.exporter;

import static com.tngtech.archunit.library.Architectures.layeredArchitecture;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.syntax.ArchRuleDefinition;
import org.junit.jupiter.api.Test;

/** Holds the arrows of the design: entry point, http, metrics, group, proc, and no other. */
class ArchitectureTest {
  private static final String ROOT = "ratelab.exporter";

  private final JavaClasses classes =
      new ClassFileImporter()
          .withImportOption(new ImportOption.DoNotIncludeTests())
          .importPackages(ROOT);

  @Test
  void each_package_imports_only_the_next_and_the_entry_point_all() {
    layeredArchitecture()
        .consideringOnlyDependenciesInAnyPackage(ROOT + "..")
        .layer("entry")
        .definedBy(ROOT)
        .layer("http")
        .definedBy(ROOT + ".http..")
        .layer("metrics")
        .definedBy(ROOT + ".metrics")
        .layer("page")
        .definedBy(ROOT + ".page")
        .layer("group")
        .definedBy(ROOT + ".group")
        .layer("rules")
        .definedBy(ROOT + ".rules")
        .layer("template")
        .definedBy(ROOT + ".template")
        .layer("yaml")
        .definedBy(ROOT + ".yaml")
        .layer("proc")
        .definedBy(ROOT + ".proc..")
        .whereLayer("entry")
        .mayNotBeAccessedByAnyLayer()
        .whereLayer("http")
        .mayOnlyBeAccessedByLayers("entry")
        .whereLayer("metrics")
        .mayOnlyBeAccessedByLayers("entry", "http")
        .whereLayer("page")
        .mayOnlyBeAccessedByLayers("entry", "http")
        .whereLayer("group")
        .mayOnlyBeAccessedByLayers("entry", "page", "metrics")
        .whereLayer("rules")
        .mayOnlyBeAccessedByLayers("entry", "page", "metrics", "group")
        .whereLayer("template")
        .mayOnlyBeAccessedByLayers("rules")
        .whereLayer("template")
        .mayNotAccessAnyLayer()
        .whereLayer("yaml")
        .mayNotAccessAnyLayer()
        .whereLayer("proc")
        .mayOnlyBeAccessedByLayers("entry", "page", "group", "rules")
        .whereLayer("yaml")
        .mayOnlyBeAccessedByLayers("entry", "http", "rules")
        .ensureAllClassesAreContainedInArchitecture()
        .check(classes);
  }

  @Test
  void packages_form_no_cycle() {
    slices().matching(ROOT + ".(**)").should().beFreeOfCycles().check(classes);
  }

  @Test
  void what_reads_a_procfs_knows_nothing_of_what_the_bytes_mean() {
    ArchRuleDefinition.noClasses()
        .that()
        .resideInAnyPackage(ROOT + ".proc.files", ROOT + ".proc.libc")
        .should()
        .dependOnClassesThat()
        .resideInAPackage(ROOT + ".proc")
        .check(classes);
    ArchRuleDefinition.noClasses()
        .that()
        .resideInAPackage(ROOT + ".proc.libc")
        .should()
        .dependOnClassesThat()
        .resideInAPackage(ROOT + ".proc.files")
        .check(classes);
  }

  @Test
  void no_other_module_is_imported() {
    ArchRuleDefinition.noClasses()
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage("ratelab.sampleapp..", "ratelab.loadgen..", "ratelab.experiments..")
        .check(classes);
  }

  @Test
  void native_code_lives_only_in_proc() {
    ArchRuleDefinition.noClasses()
        .that()
        .resideOutsideOfPackage(ROOT + ".proc..")
        .should()
        .dependOnClassesThat()
        .resideInAPackage("java.lang.foreign..")
        .check(classes);
  }
}
