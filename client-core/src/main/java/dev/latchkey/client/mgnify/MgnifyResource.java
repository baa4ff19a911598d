package dev.latchkey.client.mgnify;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * What MGnify has: the data paths of version 2 of its API, as its OpenAPI document (2.0.0)
 * describes them. The names of records are that document's.
 */
public enum MgnifyResource {
  /** {@code analyses/{accession}}: one {@code MGnifyAnalysisDetail}. */
  ANALYSIS("analyses/{accession}", Access.OPTIONAL, Kind.OBJECT, "MGnifyAnalysisDetail"),

  /** {@code analyses/}: a list of {@code MGnifyAnalysisDetail}. */
  ANALYSES("analyses/", Access.NONE, Kind.LIST, "MGnifyAnalysisDetail"),

  /** {@code analyses/{accession}/annotations}: one {@code MGnifyAnalysisWithAnnotations}. */
  ANALYSIS_ANNOTATIONS(
      "analyses/{accession}/annotations",
      Access.OPTIONAL,
      Kind.OBJECT,
      "MGnifyAnalysisWithAnnotations"),

  /**
   * {@code analyses/{accession}/annotations/{annotation_type}}: a list of {@code
   * MGnifyAnalysisTypedAnnotation}.
   */
  ANALYSIS_ANNOTATIONS_BY_TYPE(
      "analyses/{accession}/annotations/{annotation_type}",
      Access.OPTIONAL,
      Kind.LIST,
      "MGnifyAnalysisTypedAnnotation"),

  /** {@code publications/{pubmed_id}}: one {@code MGnifyPublicationDetail}. */
  PUBLICATION("publications/{pubmed_id}", Access.NONE, Kind.OBJECT, "MGnifyPublicationDetail"),

  /** {@code publications/{pubmed_id}/annotations}: one {@code PublicationAnnotations}. */
  PUBLICATION_ANNOTATIONS(
      "publications/{pubmed_id}/annotations", Access.NONE, Kind.OBJECT, "PublicationAnnotations"),

  /** {@code publications/}: a list of {@code MGnifyPublication}. */
  PUBLICATIONS(
      "publications/",
      Access.NONE,
      Kind.LIST,
      "MGnifyPublication",
      new Parameter("order", "one of published_year, -published_year"),
      new Parameter("published_after", "whole number"),
      new Parameter("published_before", "whole number"),
      new Parameter("title", "text")),

  /** {@code samples/{accession}}: one {@code MGnifySampleDetail}. */
  SAMPLE("samples/{accession}", Access.OPTIONAL, Kind.OBJECT, "MGnifySampleDetail"),

  /** {@code samples/}: a list of {@code MGnifySample}. */
  SAMPLES(
      "samples/",
      Access.NONE,
      Kind.LIST,
      "MGnifySample",
      new Parameter("biome_lineage", "text"),
      new Parameter("search", "text"),
      new Parameter("order", "one of sample_title, -sample_title, updated_at, -updated_at")),

  /** {@code samples/{accession}/runs/}: a list of {@code AnalysedRun}. */
  SAMPLE_RUNS("samples/{accession}/runs/", Access.OPTIONAL, Kind.LIST, "AnalysedRun"),

  /** {@code studies/{accession}}: one {@code MGnifyStudyDetail}. */
  STUDY("studies/{accession}", Access.OPTIONAL, Kind.OBJECT, "MGnifyStudyDetail"),

  /** {@code studies/}: a list of {@code MGnifyStudy}. */
  STUDIES(
      "studies/",
      Access.NONE,
      Kind.LIST,
      "MGnifyStudy",
      new Parameter("order", "one of accession, -accession, updated_at, -updated_at"),
      new Parameter("biome_lineage", "text"),
      new Parameter("has_analyses_from_pipeline", "one of V1, V2, V3, V4, V4.1, V5, V6, V6.1"),
      new Parameter("search", "text")),

  /** {@code studies/{accession}/analyses/}: a list of {@code MGnifyAnalysis}. */
  STUDY_ANALYSES("studies/{accession}/analyses/", Access.OPTIONAL, Kind.LIST, "MGnifyAnalysis"),

  /** {@code studies/{accession}/publications/}: a list of {@code MGnifyPublication}. */
  STUDY_PUBLICATIONS(
      "studies/{accession}/publications/", Access.OPTIONAL, Kind.LIST, "MGnifyPublication"),

  /** {@code studies/{accession}/samples/}: a list of {@code MGnifySampleWithMetadata}. */
  STUDY_SAMPLES(
      "studies/{accession}/samples/", Access.OPTIONAL, Kind.LIST, "MGnifySampleWithMetadata"),

  /** {@code super-studies/{slug}}: one {@code SuperStudyDetail}. */
  SUPER_STUDY("super-studies/{slug}", Access.NONE, Kind.OBJECT, "SuperStudyDetail"),

  /** {@code super-studies/}: a list of {@code SuperStudy}. */
  SUPER_STUDIES("super-studies/", Access.NONE, Kind.LIST, "SuperStudy"),

  /** {@code genomes/{accession}}: one {@code GenomeDetail}. */
  GENOME("genomes/{accession}", Access.NONE, Kind.OBJECT, "GenomeDetail"),

  /** {@code genomes/{accession}/annotations}: one {@code GenomeWithAnnotations}. */
  GENOME_ANNOTATIONS(
      "genomes/{accession}/annotations", Access.NONE, Kind.OBJECT, "GenomeWithAnnotations"),

  /** {@code genomes/}: a list of {@code GenomeList}. */
  GENOMES("genomes/", Access.NONE, Kind.LIST, "GenomeList"),

  /** {@code genomes/catalogues/}: a list of {@code GenomeCatalogueList}. */
  GENOME_CATALOGUES("genomes/catalogues/", Access.NONE, Kind.LIST, "GenomeCatalogueList"),

  /** {@code genomes/catalogues/{catalogue_id}}: one {@code GenomeCatalogueDetail}. */
  GENOME_CATALOGUE(
      "genomes/catalogues/{catalogue_id}", Access.NONE, Kind.OBJECT, "GenomeCatalogueDetail"),

  /** {@code genomes/catalogues/{catalogue_id}/genomes/}: a list of {@code GenomeList}. */
  GENOME_CATALOGUE_GENOMES(
      "genomes/catalogues/{catalogue_id}/genomes/", Access.NONE, Kind.LIST, "GenomeList"),

  /** {@code assemblies/}: a list of {@code Assembly}. */
  ASSEMBLIES("assemblies/", Access.NONE, Kind.LIST, "Assembly"),

  /** {@code assemblies/{accession}}: one {@code AssemblyDetail}. */
  ASSEMBLY("assemblies/{accession}", Access.NONE, Kind.OBJECT, "AssemblyDetail"),

  /** {@code assemblies/{accession}/genome-links}: a list of {@code GenomeAssemblyLinkSchema}. */
  ASSEMBLY_GENOME_LINKS(
      "assemblies/{accession}/genome-links", Access.NONE, Kind.LIST, "GenomeAssemblyLinkSchema"),

  /**
   * {@code assemblies/{accession}/additional-contained-genomes}: a list of {@code
   * AdditionalContainedGenomeSchema}.
   */
  ASSEMBLY_ADDITIONAL_CONTAINED_GENOMES(
      "assemblies/{accession}/additional-contained-genomes",
      Access.NONE,
      Kind.LIST,
      "AdditionalContainedGenomeSchema"),

  /** {@code assemblies/{accession}/analyses}: a list of {@code MGnifyAnalysis}. */
  ASSEMBLY_ANALYSES("assemblies/{accession}/analyses", Access.NONE, Kind.LIST, "MGnifyAnalysis"),

  /** {@code biomes/}: a list of {@code Biome}. */
  BIOMES(
      "biomes/",
      Access.NONE,
      Kind.LIST,
      "Biome",
      new Parameter("biome_lineage", "text"),
      new Parameter("max_depth", "whole number")),

  /** {@code my-data/studies/}: a list of {@code MGnifyStudy}. */
  PRIVATE_STUDIES("my-data/studies/", Access.REQUIRED, Kind.LIST, "MGnifyStudy"),

  /** {@code runs/}: a list of {@code AnalysedRun}. */
  RUNS(
      "runs/",
      Access.OPTIONAL,
      Kind.LIST,
      "AnalysedRun",
      new Parameter(
          "has_experiment_type", "one of METAT, METAG, AMPLI, ASSEM, HYASS, LRASS, METAB, UNKNO")),

  /** {@code runs/{accession}}: one {@code AnalysedRunDetail}. */
  RUN("runs/{accession}", Access.OPTIONAL, Kind.OBJECT, "AnalysedRunDetail"),

  /** {@code runs/{accession}/analyses/}: a list of {@code MGnifyAnalysis}. */
  RUN_ANALYSES("runs/{accession}/analyses/", Access.OPTIONAL, Kind.LIST, "MGnifyAnalysis"),

  /** {@code runs/{accession}/assemblies/}: a list of {@code AssemblyDetail}. */
  RUN_ASSEMBLIES("runs/{accession}/assemblies/", Access.OPTIONAL, Kind.LIST, "AssemblyDetail");

  private static final Pattern PLACEHOLDER = Pattern.compile("\\{(\\w+)}");
  private static final List<Parameter> PAGING =
      List.of(new Parameter("page", "whole number"), new Parameter("page_size", "whole number"));

  private final String template;
  private final Access access;
  private final Kind kind;
  private final String record;

  @SuppressWarnings("ImmutableEnumChecker") // made by List.of
  private final List<Parameter> filters;

  MgnifyResource(String template, Access access, Kind kind, String record, Parameter... filters) {
    this.template = template;
    this.access = access;
    this.kind = kind;
    this.record = record;
    this.filters = List.of(filters);
  }

  /** Whether a resource wants a token. */
  public enum Access {
    /** It needs one. */
    REQUIRED,
    /** It gives more to those who have one; a bad one is refused. */
    OPTIONAL,
    /** It is the same for everybody. */
    NONE
  }

  /** What a resource answers. */
  public enum Kind {
    /** Pages of records. */
    LIST,
    /** One object. */
    OBJECT
  }

  /**
   * A query parameter.
   *
   * @param name its name
   * @param values what it takes, for people
   */
  public record Parameter(String name, String values) {}

  /** {@return the path below the base URL, with placeholders such as {@code {accession}}} */
  public String template() {
    return template;
  }

  /** {@return whether it wants a token} */
  public Access access() {
    return access;
  }

  /** {@return what it answers} */
  public Kind kind() {
    return kind;
  }

  /** {@return the name of its records in MGnify's OpenAPI document} */
  public String recordName() {
    return record;
  }

  /** {@return all query parameters it takes} */
  public List<Parameter> parameters() {
    return kind == Kind.LIST ? Stream.concat(filters.stream(), PAGING.stream()).toList() : filters;
  }

  /** {@return the names of its placeholders, in order} */
  public List<String> placeholders() {
    return PLACEHOLDER.matcher(template).results().map(found -> found.group(1)).toList();
  }

  /**
   * Fills in the placeholders.
   *
   * @param values a value for each, not yet encoded
   * @return the path below the base URL
   * @throws IllegalArgumentException when there are more or fewer values than placeholders, or one
   *     is empty or consists of dots
   */
  public String path(String... values) {
    if (values.length != placeholders().size()
        || Arrays.stream(values).anyMatch(value -> value.matches("\\.*"))) {
      throw new IllegalArgumentException(template + " needs " + placeholders());
    }
    StringBuilder path = new StringBuilder();
    Matcher places = PLACEHOLDER.matcher(template);
    for (int i = 0; places.find(); i++) {
      places.appendReplacement(path, Matcher.quoteReplacement(encoded(values[i])));
    }
    return places.appendTail(path).toString();
  }

  private static String encoded(String value) {
    return URLEncoder.encode(value, StandardCharsets.UTF_8).replace("+", "%20");
  }
}
