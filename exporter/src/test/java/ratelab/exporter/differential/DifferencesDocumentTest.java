package ratelab.exporter.differential;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import java.io.IOException;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import ratelab.exporter.ShowsDifference;

/** The list of deliberate differences holds what tests show, no more and no less. */
class DifferencesDocumentTest {

  @Test
  void each_listed_difference_is_shown_by_a_test_and_each_shown_is_listed() throws IOException {
    Set<String> shown = new TreeSet<>(shownByTests());
    Stream.of(ExpectedDifference.values()).map(ExpectedDifference::id).forEach(shown::add);
    assertThat(DifferencesDocument.ids()).isEqualTo(shown);
  }

  private static Set<String> shownByTests() {
    return new ClassFileImporter()
        .importPackages("ratelab.exporter").stream()
            .flatMap(type -> type.getMethods().stream())
            .filter(method -> method.isAnnotatedWith(ShowsDifference.class))
            .map(DifferencesDocumentTest::id)
            .collect(Collectors.toSet());
  }

  private static String id(JavaMethod method) {
    return String.valueOf(
        method.getAnnotationOfType(ShowsDifference.class.getName()).get("value").orElseThrow());
  }
}
