package dev.latchkey.client.mgnify;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** The names of MGnify's data against the paths of its OpenAPI document. */
class MgnifyResourceTest {

  @Test
  void nameEveryDataPathWithItsParameters() throws IOException {
    try (InputStream in = MgnifyResourceTest.class.getResourceAsStream("endpoints.tsv")) {
      String document =
          new String(Objects.requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8);
      assertThat(document.lines()).hasSize(34);
      assertThat(Arrays.stream(MgnifyResource.values()).map(MgnifyResourceTest::line))
          .containsExactlyElementsOf(document.lines().toList());
    }
  }

  private static String line(MgnifyResource resource) {
    String token =
        switch (resource.access()) {
          case REQUIRED -> "token";
          case OPTIONAL -> "optional";
          case NONE -> "-";
        };
    boolean list = resource.kind() == MgnifyResource.Kind.LIST;
    String filters =
        resource.parameters().stream()
            .map(MgnifyResource.Parameter::name)
            .filter(name -> !name.startsWith("page"))
            .collect(Collectors.joining(","));
    return String.join(
        "\t",
        resource.template(),
        token,
        list ? "paged" : "single",
        resource.recordName(),
        filters);
  }

  @Test
  void fillInTheirPlaceholders() {
    assertThat(MgnifyResource.STUDIES.path()).isEqualTo("studies/");
    assertThat(MgnifyResource.ANALYSIS_ANNOTATIONS_BY_TYPE.path("MGYA1", "a/b c"))
        .isEqualTo("analyses/MGYA1/annotations/a%2Fb%20c");
    assertThat(MgnifyResource.STUDY.placeholders()).containsExactly("accession");
    for (String value : new String[] {"", ".", ".."}) {
      assertThatIllegalArgumentException().isThrownBy(() -> MgnifyResource.STUDY.path(value));
    }
    assertThatIllegalArgumentException().isThrownBy(() -> MgnifyResource.STUDY.path());
    assertThatIllegalArgumentException().isThrownBy(() -> MgnifyResource.STUDIES.path("x"));
  }

  @Test
  void takeTheSizeOfAPageWhereTheyAreLists() {
    for (MgnifyResource resource : MgnifyResource.values()) {
      boolean list = resource.kind() == MgnifyResource.Kind.LIST;
      assertThat(
              resource.parameters().contains(new MgnifyResource.Parameter("page", "whole number")))
          .as(resource.name().toLowerCase(Locale.ROOT))
          .isEqualTo(list);
    }
  }
}
