package dev.latchkey.sandbox.mgnify;

import com.google.gson.JsonObject;
import dev.latchkey.sandbox.data.Catalog;
import dev.latchkey.sandbox.data.NumberRange;
import dev.latchkey.sandbox.http.Answers;
import dev.latchkey.sandbox.http.Json;
import io.javalin.http.Context;

/** The run endpoints. */
final class Runs {
  private final Catalog catalog;
  private final BearerCheck bearer;
  private final Manners manners;

  Runs(Catalog catalog, BearerCheck bearer, Manners manners) {
    this.catalog = catalog;
    this.bearer = bearer;
    this.manners = manners;
  }

  void everybodys(Context ctx) {
    bearer.optional(ctx);
    Page page = manners.page(ctx);
    NumberRange runs = catalog.runs();
    NumberRange found =
        Choice.EXPERIMENT.in(ctx, manners).map(type -> catalog.runsOf(runs, type)).orElse(runs);
    Answers.json(ctx, 200, page.of(found, catalog::run));
  }

  void one(Context ctx) {
    long number = inPath(ctx);
    JsonObject detail = Json.tree(catalog.run(number)).getAsJsonObject();
    detail.add("sample", Json.tree(catalog.sampleOfRun(number)));
    detail.add("study", Json.tree(catalog.studyOfRun(number)));
    Answers.json(ctx, 200, detail);
  }

  void analyses(Context ctx) {
    NumberRange same = NumberRange.of(inPath(ctx), 1);
    Answers.json(ctx, 200, manners.page(ctx).of(same, catalog::analysis));
  }

  /** Nothing is assembled here. */
  void assemblies(Context ctx) {
    inPath(ctx);
    new Query(manners).nothing(ctx);
  }

  private long inPath(Context ctx) {
    return Query.found(catalog.run(ctx.pathParam("accession"), bearer.optional(ctx)));
  }
}
