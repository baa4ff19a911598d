package dev.latchkey.sandbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Studies, samples, runs and analyses, of which there can be millions. */
class GeneratedRecordsTest {
  private static final Sandbox SANDBOX = start(1, 1_000_000);

  private final Mgnify mgnify = new Mgnify(SANDBOX);

  @AfterAll
  static void stop() {
    SANDBOX.close();
  }

  @Test
  void countsMillionsAndShowsTheLastPage() {
    assertThat(count("studies/")).isEqualTo(1_000_000);
    assertThat(count("samples/")).isEqualTo(3_000_000);
    assertThat(count("runs/")).isEqualTo(6_000_000);
    assertThat(count("analyses/")).isEqualTo(6_000_000);
    JsonObject last = get("studies/?page=10000");
    assertThat(last.getAsJsonArray("items")).hasSize(100);
    assertThat(
            last.getAsJsonArray("items").get(99).getAsJsonObject().get("accession").getAsString())
        .isEqualTo("MGYS01000500");
    assertThat(get("studies/?page=10001").getAsJsonArray("items")).isEmpty();
  }

  @Test
  void showsEveryRecordOnOnePageOnly() {
    List<String> seen = new ArrayList<>();
    for (int page = 1; page <= 30; page++) {
      seen.addAll(accessions("samples/?page_size=97&page=" + page));
    }
    assertThat(seen).hasSize(30 * 97);
    assertThat(new HashSet<>(seen)).hasSameSizeAs(seen);
  }

  @Test
  void followsFromItsSeed() {
    try (Sandbox same = start(1, 1_000_000);
        Sandbox other = start(2, 1_000_000)) {
      String path = Mgnify.BASE + "studies/?page=7";
      String studies = mgnify.getAnonymously(path).body();
      assertThat(new Mgnify(same).getAnonymously(path).body()).isEqualTo(studies);
      assertThat(new Mgnify(other).getAnonymously(path).body()).isNotEqualTo(studies);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"studies/", "samples/", "runs/", "analyses/"})
  void findsAloneWhatItLists(String list) {
    for (String accession : accessions(list + "?page=777&page_size=3")) {
      JsonObject one = get(list + accession);
      assertThat(one.get("accession").getAsString()).isEqualTo(accession);
    }
    assertThat(mgnify.getAnonymously(Mgnify.BASE + list + "MGYX1").status()).isEqualTo(404);
  }

  @Test
  void tiesRecordsTogether() {
    JsonObject analysis = get("analyses/" + accessions("analyses/?page=4321").get(55));
    String study = analysis.get("study_accession").getAsString();
    JsonObject run = analysis.getAsJsonObject("run");
    String sample = run.get("sample_accession").getAsString();
    assertThat(analysis.getAsJsonObject("sample").get("accession").getAsString()).isEqualTo(sample);
    assertThat(get("samples/" + sample).getAsJsonArray("studies").get(0)).isEqualTo(summary(study));
    assertThat(accessions("studies/" + study + "/samples/")).hasSize(3).contains(sample);
    assertThat(accessions("studies/" + study + "/analyses/"))
        .hasSize(6)
        .contains(analysis.get("accession").getAsString());
    assertThat(accessions("samples/" + sample + "/runs/"))
        .hasSize(2)
        .contains(run.get("accession").getAsString());
    assertThat(accessions("runs/" + run.get("accession").getAsString() + "/analyses/"))
        .containsExactly(analysis.get("accession").getAsString());
  }

  @Test
  void filtersWithoutLookingAtEach() {
    String lineage = "root:Environmental:Aquatic:Marine";
    for (String list : List.of("studies/", "samples/")) {
      JsonObject marine = get(list + "?page=9999&biome_lineage=" + lineage);
      assertThat(marine.get("count").getAsLong()).isBetween(100_000L, 900_000L);
      for (JsonElement item : marine.getAsJsonArray("items")) {
        assertThat(item.getAsJsonObject().getAsJsonObject("biome").get("lineage").getAsString())
            .startsWith(lineage);
      }
    }
    assertThat(count("runs/?has_experiment_type=AMPLI")).isEqualTo(1_500_000);
    assertThat(count("studies/?biome_lineage=root:Nowhere")).isZero();
  }

  @Test
  void ordersBothWays() {
    List<String> up = accessions("studies/?order=updated_at&page_size=2");
    List<String> down = accessions("studies/?order=-updated_at&page_size=2");
    assertThat(up).containsExactly("MGYS00000501", "MGYS00000502");
    assertThat(down).containsExactly("MGYS01000500", "MGYS01000499");
  }

  @Test
  void keepsWhatIsInAPrivateStudyPrivate() {
    String mine = mgnify.login(Users.WEBIN);
    String study =
        mgnify
            .use(mine)
            .object()
            .getAsJsonArray("items")
            .get(0)
            .getAsJsonObject()
            .get("accession")
            .getAsString();
    String samples = Mgnify.BASE + "studies/" + study + "/samples/";
    JsonObject first =
        mgnify.get(mine, samples).object().getAsJsonArray("items").get(0).getAsJsonObject();
    String sample = Mgnify.BASE + "samples/" + first.get("accession").getAsString();
    String theirs = mgnify.login(Users.OTHER_WEBIN);
    assertThat(mgnify.get(mine, sample).status()).isEqualTo(200);
    for (String path : List.of(samples, sample)) {
      assertThat(mgnify.getAnonymously(path).status()).isEqualTo(404);
      assertThat(mgnify.get(theirs, path).status()).isEqualTo(404);
    }
  }

  @Test
  void listsBiomesFromTheRootDown() {
    assertThat(get("biomes/?max_depth=1").getAsJsonArray("items").toString())
        .isEqualTo("[{\"biome_name\":\"root\",\"lineage\":\"root\"}]");
    assertThat(count("biomes/?biome_lineage=root:Host-associated:Human")).isEqualTo(4);
    assertThat(mgnify.getAnonymously(Mgnify.BASE + "biomes/?max_depth=0").status()).isEqualTo(422);
  }

  @ParameterizedTest
  @ValueSource(strings = {"publications/", "genomes/", "assemblies/", "super-studies/"})
  void hasEmptyListsOfOtherKinds(String list) {
    assertThat(get(list).toString()).isEqualTo("{\"count\":0,\"items\":[]}");
  }

  @Test
  void leadsFromAListWithoutSlashToTheOneWith() {
    Answer answer = mgnify.getAnonymously(Mgnify.BASE + "studies/MGYS00000501/samples?page=2");
    assertThat(answer.status()).isEqualTo(301);
    assertThat(answer.header("Location")).endsWith("/studies/MGYS00000501/samples/?page=2");
  }

  @Test
  void refusesNumbersThatMakeNoSense() {
    SandboxData data = SandboxData.defaults();
    assertThatIllegalArgumentException().isThrownBy(() -> data.withStudies(-1));
    assertThatIllegalArgumentException().isThrownBy(() -> data.withStudies(10_000_001));
    assertThatIllegalArgumentException().isThrownBy(() -> data.withSamplesPerStudy(0));
    assertThatIllegalArgumentException().isThrownBy(() -> data.withRunsPerSample(101));
    assertThatIllegalArgumentException().isThrownBy(() -> data.withFileSize(-1));
  }

  private static Sandbox start(long seed, long studies) {
    SandboxData data =
        SandboxData.defaults()
            .withSeed(seed)
            .withStudies(studies)
            .withSamplesPerStudy(3)
            .withRunsPerSample(2);
    return Sandbox.start(SandboxOptions.defaults().withData(data));
  }

  private JsonObject get(String path) {
    return mgnify.getAnonymously(Mgnify.BASE + path).object();
  }

  private long count(String path) {
    return get(path).get("count").getAsLong();
  }

  private JsonElement summary(String study) {
    JsonObject detail = get("studies/" + study);
    List.of("first_accession", "downloads", "metadata").forEach(detail::remove);
    return detail;
  }

  private List<String> accessions(String path) {
    List<String> found = new ArrayList<>();
    for (JsonElement item : get(path).getAsJsonArray("items")) {
      found.add(item.getAsJsonObject().get("accession").getAsString());
    }
    return found;
  }
}
