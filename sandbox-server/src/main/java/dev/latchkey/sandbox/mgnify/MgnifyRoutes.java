package dev.latchkey.sandbox.mgnify;

import static io.javalin.http.HandlerType.GET;
import static io.javalin.http.HandlerType.HEAD;
import static io.javalin.http.HandlerType.POST;

import dev.latchkey.sandbox.http.Endpoint;
import dev.latchkey.sandbox.http.HeldAnswer;
import dev.latchkey.sandbox.login.Logins;
import dev.latchkey.sandbox.store.Accounts;
import dev.latchkey.sandbox.token.SlidingTokens;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Handler;
import java.util.List;

/** Every path of MGnify's side. */
public final class MgnifyRoutes {
  /** Where they begin. */
  public static final String BASE = "/metagenomics/api/v2/";

  /** Lists of kinds of records of which there are none here. */
  private static final List<String> EMPTY =
      List.of("super-studies/", "genomes/", "genomes/catalogues/", "assemblies/");

  /** Records of which there are none here. */
  private static final List<String> ABSENT =
      List.of(
          "publications/{pubmed_id}",
          "publications/{pubmed_id}/annotations",
          "super-studies/{slug}",
          "genomes/{accession}",
          "genomes/{accession}/annotations",
          "genomes/catalogues/{catalogue_id}",
          "assemblies/{accession}");

  /** Lists of parts of such records; without a slash at the end as MGnify has them. */
  private static final List<String> ABSENT_LISTS =
      List.of(
          "assemblies/{accession}/genome-links",
          "assemblies/{accession}/additional-contained-genomes",
          "assemblies/{accession}/analyses");

  private final Manners manners;
  private final SlidingAuth auth;
  private final HeldAnswer held;
  private final Studies studies;
  private final Samples samples;
  private final Runs runs;
  private final Analyses analyses;
  private final Files files;

  /** Routes for these users and tokens. */
  public MgnifyRoutes(
      Accounts accounts, Logins logins, SlidingTokens tokens, MgnifySettings settings) {
    this.manners = settings.manners();
    this.auth = new SlidingAuth(accounts, logins, tokens, settings);
    this.held = new HeldAnswer(settings.delay());
    BearerCheck bearer = new BearerCheck(accounts, tokens, manners);
    this.studies = new Studies(settings.catalog(), bearer, manners);
    this.samples = new Samples(settings.catalog(), bearer, manners);
    this.runs = new Runs(settings.catalog(), bearer, manners);
    this.analyses = new Analyses(settings.catalog(), bearer, manners);
    this.files = new Files(settings.catalog(), bearer);
  }

  /** Registers them. */
  public void addTo(RoutesConfig routes) {
    post(routes, "auth/sliding", held.before(auth::obtain));
    post(routes, "auth/sliding/refresh", held.before(auth::refresh));
    post(routes, "auth/verify", held.before(auth::verify));
    list(routes, "my-data/studies/", studies::mine);
    list(routes, "studies/", studies::everybodys);
    get(routes, "studies/{accession}", studies::one);
    list(routes, "studies/{accession}/samples/", studies::samples);
    list(routes, "studies/{accession}/analyses/", studies::analyses);
    list(routes, "studies/{accession}/publications/", studies::publications);
    list(routes, "samples/", samples::everybodys);
    get(routes, "samples/{accession}", samples::one);
    list(routes, "samples/{accession}/runs/", samples::runs);
    list(routes, "runs/", runs::everybodys);
    get(routes, "runs/{accession}", runs::one);
    list(routes, "runs/{accession}/analyses/", runs::analyses);
    list(routes, "runs/{accession}/assemblies/", runs::assemblies);
    list(routes, "analyses/", analyses::everybodys);
    get(routes, "analyses/{accession}", analyses::one);
    get(routes, "analyses/{accession}/annotations", analyses::annotations);
    get(routes, "analyses/{accession}/annotations/{type}", analyses::annotationsOfType);
    list(routes, "biomes/", new Biomes(manners)::all);
    addAbsent(routes, new Query(manners));
    Endpoint.at(Files.BASE + "{accession}/{name}")
        .on(GET, files::one)
        .on(HEAD, files::one)
        .addTo(routes, manners::notAllowed);
  }

  private void addAbsent(RoutesConfig routes, Query query) {
    list(routes, "publications/", query::noPublications);
    EMPTY.forEach(path -> list(routes, path, query::nothing));
    list(routes, "genomes/catalogues/{catalogue_id}/genomes/", query::notFoundList);
    ABSENT_LISTS.forEach(path -> get(routes, path, query::notFoundList));
    ABSENT.forEach(path -> get(routes, path, Query.notFound()));
  }

  private void post(RoutesConfig routes, String path, Handler handler) {
    manners.endpoint(BASE + path, POST, handler).addTo(routes, manners::notAllowed);
  }

  private void get(RoutesConfig routes, String path, Handler handler) {
    manners.endpoint(BASE + path, GET, handler).addTo(routes, manners::notAllowed);
  }

  private void list(RoutesConfig routes, String path, Handler handler) {
    get(routes, path, handler);
    routes.get(BASE + path.substring(0, path.length() - 1), manners.withoutSlash());
  }
}
