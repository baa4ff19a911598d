package dev.latchkey.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import dev.latchkey.sandbox.ApiDocument.Operation;
import java.util.Arrays;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** MGnify's paths and their parameters, by its own OpenAPI document of version 2.0.0. */
class MgnifyPathsTest {
  private static final Sandbox SANDBOX = Sandbox.start();
  private static final ApiDocument DOCUMENT = ApiDocument.of(SANDBOX);

  @AfterAll
  static void stop() {
    SANDBOX.close();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      emptyValue = "",
      value = {
        "analyses/{accession} | ",
        "analyses/ | page page_size",
        "analyses/{accession}/annotations | ",
        "analyses/{accession}/annotations/{annotation_type} | page page_size",
        "publications/{pubmed_id} | ",
        "publications/{pubmed_id}/annotations | ",
        "publications/ | order page page_size published_after published_before title",
        "samples/{accession} | ",
        "samples/ | biome_lineage order page page_size search",
        "samples/{accession}/runs/ | page page_size",
        "studies/{accession} | ",
        "studies/ | biome_lineage has_analyses_from_pipeline order page page_size search",
        "studies/{accession}/analyses/ | page page_size",
        "studies/{accession}/publications/ | page page_size",
        "studies/{accession}/samples/ | page page_size",
        "super-studies/{slug} | ",
        "super-studies/ | page page_size",
        "genomes/{accession} | ",
        "genomes/{accession}/annotations | ",
        "genomes/ | page page_size",
        "genomes/catalogues/ | page page_size",
        "genomes/catalogues/{catalogue_id} | ",
        "genomes/catalogues/{catalogue_id}/genomes/ | page page_size",
        "assemblies/ | page page_size",
        "assemblies/{accession} | ",
        "assemblies/{accession}/genome-links | page page_size",
        "assemblies/{accession}/additional-contained-genomes | page page_size",
        "assemblies/{accession}/analyses | page page_size",
        "biomes/ | biome_lineage max_depth page page_size",
        "my-data/studies/ | page page_size",
        "runs/ | has_experiment_type page page_size",
        "runs/{accession} | ",
        "runs/{accession}/analyses/ | page page_size",
        "runs/{accession}/assemblies/ | page page_size"
      })
  void areThereWithTheirParameters(String path, String parameters) {
    Operation operation =
        DOCUMENT.operations().stream()
            .filter(each -> unnamed(each.path()).equals(Mgnify.BASE + unnamed(path)))
            .findFirst()
            .orElseThrow();
    String[] names = parameters == null ? new String[0] : parameters.split(" ", -1);
    assertThat(DOCUMENT.parameters(operation))
        .extracting(parameter -> parameter.get("name").getAsString())
        .containsExactlyInAnyOrderElementsOf(Arrays.asList(names));
  }

  private static String unnamed(String path) {
    return path.replaceAll("\\{\\w+}", "{}");
  }
}
