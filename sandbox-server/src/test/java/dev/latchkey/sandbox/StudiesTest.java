package dev.latchkey.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class StudiesTest {
  private static final Sandbox SANDBOX = Sandbox.start();
  private static final String PUBLIC = Mgnify.BASE + "studies/";

  private final Mgnify mgnify = new Mgnify(SANDBOX);

  @AfterAll
  static void stop() {
    SANDBOX.close();
  }

  @Test
  void givesEveryUserStudiesOfTheirOwn() {
    List<String> mine = accessions(mgnify.login(Users.WEBIN));
    List<String> theirs = accessions(mgnify.login(Users.OTHER_WEBIN));
    assertThat(new HashSet<>(mine)).hasSize(250);
    assertThat(mine).doesNotContainAnyElementsOf(theirs);
  }

  @Test
  void showsTheSameStudiesAfterARestart() {
    try (Sandbox again = Sandbox.start()) {
      Mgnify other = new Mgnify(again);
      assertThat(other.use(other.login(Users.WEBIN)).json())
          .isEqualTo(mgnify.use(mgnify.login(Users.WEBIN)).json());
    }
  }

  @Test
  void showsTheFieldsOfAStudy() {
    JsonObject study =
        mgnify
            .use(mgnify.login(Users.WEBIN))
            .object()
            .getAsJsonArray("items")
            .get(0)
            .getAsJsonObject();
    assertThat(study.keySet())
        .containsExactly("accession", "ena_accessions", "title", "biome", "updated_at");
    assertThat(study.get("accession").getAsString()).matches("MGYS000\\d{5}");
    assertThat(study.getAsJsonObject("biome").keySet()).containsExactly("biome_name", "lineage");
    assertThat(study.getAsJsonObject("biome").get("lineage").getAsString()).startsWith("root:");
  }

  @Test
  void capsThePageSizeInSilence() {
    JsonObject page =
        mgnify.get(mgnify.login(Users.WEBIN), Mgnify.MINE + "?page_size=1000").object();
    assertThat(page.get("count").getAsInt()).isEqualTo(250);
    assertThat(page.getAsJsonArray("items")).hasSize(100);
  }

  @ParameterizedTest
  @ValueSource(strings = {"3", "99999999999999999999"})
  void answersAnEmptyListPastTheEnd(String page) {
    JsonObject answer = mgnify.getAnonymously(PUBLIC + "?page=" + page).object();
    assertThat(answer.get("count").getAsInt()).isEqualTo(160);
    assertThat(answer.getAsJsonArray("items")).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "page=0, greater_than_equal", "page=-1, greater_than_equal", "page=one, int_parsing",
    "page=, int_parsing", "page_size=0, greater_than_equal", "page_size=x, int_parsing",
    "order=title, literal_error", "has_analyses_from_pipeline=V9, enum"
  })
  void namesWhatIsWrongWithAParameter(String query, String type) {
    Answer answer = mgnify.getAnonymously(PUBLIC + "?" + query);
    assertThat(answer.status()).isEqualTo(422);
    JsonObject problem = answer.object().getAsJsonArray("detail").get(0).getAsJsonObject();
    assertThat(problem.get("type").getAsString()).isEqualTo(type);
  }

  @Test
  void tellsWhatAParameterCanBe() {
    String problem =
        "{\"type\":\"literal_error\",\"loc\":[\"query\",\"order\"],"
            + "\"msg\":\"Input should be %1$s\",\"ctx\":{\"expected\":\"%1$s\"}}";
    assertThat(mgnify.getAnonymously(Mgnify.BASE + "publications/?order=title").body())
        .contains(problem.formatted("'published_year', '-published_year' or ''"));
  }

  @Test
  void needsATokenBeforeItLooksAtThePage() {
    assertThat(mgnify.getAnonymously(Mgnify.MINE + "?page=0").status()).isEqualTo(401);
  }

  @Test
  void refusesABadTokenWhereNoneIsNeeded() {
    assertThat(mgnify.getAnonymously(PUBLIC).status()).isEqualTo(200);
    assertThat(mgnify.get("bad", PUBLIC).status()).isEqualTo(401);
    assertThat(mgnify.get(mgnify.login(Users.WEBIN), PUBLIC).status()).isEqualTo(200);
  }

  @Test
  void hidesAPrivateStudyFromEverybodyElse() {
    String token = mgnify.login(Users.WEBIN);
    String path = PUBLIC + accessions(token).get(0);
    assertThat(mgnify.get(token, path).object().keySet())
        .contains("accession", "downloads", "metadata");
    assertThat(mgnify.getAnonymously(path).status()).isEqualTo(404);
    assertThat(mgnify.get(mgnify.login(Users.OTHER_WEBIN), path).status()).isEqualTo(404);
  }

  @Test
  void filtersAndOrdersPublicStudies() {
    JsonObject soil =
        mgnify.getAnonymously(PUBLIC + "?biome_lineage=root:Environmental:Terrestrial").object();
    assertThat(soil.get("count").getAsInt()).isBetween(1, 159);
    String last = mgnify.getAnonymously(PUBLIC + "?order=-accession&page_size=1").body();
    assertThat(last).contains("MGYS00000660");
    assertThat(mgnify.getAnonymously(PUBLIC + "?search=mgys00000660").body())
        .contains("\"count\":1");
  }

  private List<String> accessions(String token) {
    Set<String> pages = Set.of("1", "2", "3");
    return pages.stream()
        .sorted()
        .map(page -> mgnify.get(token, Mgnify.MINE + "?page=" + page))
        .flatMap(
            page ->
                StreamSupport.stream(page.object().getAsJsonArray("items").spliterator(), false))
        .map(JsonElement::getAsJsonObject)
        .map(study -> study.get("accession").getAsString())
        .toList();
  }
}
