package dev.latchkey.sandbox.mgnify;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import dev.latchkey.sandbox.data.Catalog;
import dev.latchkey.sandbox.data.NumberRange;
import dev.latchkey.sandbox.data.Numbers;
import dev.latchkey.sandbox.http.Answers;
import dev.latchkey.sandbox.http.Json;
import io.javalin.http.Context;

/** The sample endpoints. */
final class Samples {
  private final Catalog catalog;
  private final BearerCheck bearer;
  private final Manners manners;

  Samples(Catalog catalog, BearerCheck bearer, Manners manners) {
    this.catalog = catalog;
    this.bearer = bearer;
    this.manners = manners;
  }

  void everybodys(Context ctx) {
    bearer.optional(ctx);
    Page page = manners.page(ctx);
    NumberRange samples =
        new Query(manners).ordered(ctx, catalog.samples(), "sample_title", "updated_at");
    String lineage = ctx.queryParam("biome_lineage");
    Numbers found = lineage == null ? samples : catalog.samplesIn(samples, lineage);
    String words = ctx.queryParam("search");
    if (words != null) {
      found = found.only(number -> catalog.sample(number).mentions(words));
    }
    Answers.json(ctx, 200, page.of(found, catalog::sample));
  }

  void one(Context ctx) {
    long number = inPath(ctx);
    JsonObject detail = Studies.described(catalog.sample(number));
    JsonArray studies = new JsonArray();
    studies.add(Json.tree(catalog.studyOfSample(number)));
    detail.add("studies", studies);
    Answers.json(ctx, 200, detail);
  }

  void runs(Context ctx) {
    NumberRange runs = catalog.runsOfSample(inPath(ctx));
    Answers.json(ctx, 200, manners.page(ctx).of(runs, catalog::run));
  }

  private long inPath(Context ctx) {
    return Query.found(catalog.sample(ctx.pathParam("accession"), bearer.optional(ctx)));
  }
}
