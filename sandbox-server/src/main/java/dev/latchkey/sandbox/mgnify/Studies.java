package dev.latchkey.sandbox.mgnify;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import dev.latchkey.sandbox.data.Catalog;
import dev.latchkey.sandbox.data.NumberRange;
import dev.latchkey.sandbox.data.Numbers;
import dev.latchkey.sandbox.data.Sample;
import dev.latchkey.sandbox.data.Study;
import dev.latchkey.sandbox.http.Answers;
import dev.latchkey.sandbox.http.Json;
import io.javalin.http.Context;
import java.util.Optional;

/** The study endpoints. */
final class Studies {
  private final Catalog catalog;
  private final BearerCheck bearer;
  private final Manners manners;

  Studies(Catalog catalog, BearerCheck bearer, Manners manners) {
    this.catalog = catalog;
    this.bearer = bearer;
    this.manners = manners;
  }

  void mine(Context ctx) {
    NumberRange mine = catalog.studies(bearer.required(ctx));
    Answers.json(ctx, 200, manners.page(ctx).of(mine, catalog::study));
  }

  void everybodys(Context ctx) {
    bearer.optional(ctx);
    Page page = manners.page(ctx);
    NumberRange studies =
        new Query(manners).ordered(ctx, catalog.studies(), "accession", "updated_at");
    String lineage = ctx.queryParam("biome_lineage");
    Numbers found = lineage == null ? studies : Catalog.studiesIn(studies, lineage);
    String words = ctx.queryParam("search");
    if (words != null) {
      found = found.only(number -> catalog.study(number).mentions(words));
    }
    Optional<String> pipeline = Choice.PIPELINE.in(ctx, manners);
    if (pipeline.isPresent()) {
      found = found.only(number -> hasAnalysis(number, pipeline.get()));
    }
    Answers.json(ctx, 200, page.of(found, catalog::study));
  }

  void one(Context ctx) {
    Study study = catalog.study(inPath(ctx));
    JsonObject detail = Json.tree(study).getAsJsonObject();
    detail.addProperty("first_accession", study.enaAccessions().get(0));
    detail.add("downloads", new JsonArray());
    detail.add("metadata", new JsonObject());
    Answers.json(ctx, 200, detail);
  }

  void samples(Context ctx) {
    NumberRange samples = catalog.samplesOf(inPath(ctx));
    Answers.json(
        ctx, 200, manners.page(ctx).of(samples, number -> described(catalog.sample(number))));
  }

  void analyses(Context ctx) {
    NumberRange runs = catalog.runsOf(inPath(ctx));
    Answers.json(ctx, 200, manners.page(ctx).of(runs, catalog::analysis));
  }

  /** No publication is about a study here. */
  void publications(Context ctx) {
    inPath(ctx);
    new Query(manners).nothing(ctx);
  }

  static JsonObject described(Sample sample) {
    JsonObject description = Json.tree(sample).getAsJsonObject();
    description.add("metadata", new JsonObject());
    return description;
  }

  private boolean hasAnalysis(long study, String pipeline) {
    return catalog
        .runsOf(study)
        .from(0)
        .anyMatch(run -> catalog.analysis(run).pipelineVersion().equals(pipeline));
  }

  private long inPath(Context ctx) {
    return Query.found(catalog.study(ctx.pathParam("accession"), bearer.optional(ctx)));
  }
}
