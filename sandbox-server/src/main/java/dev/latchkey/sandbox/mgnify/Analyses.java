package dev.latchkey.sandbox.mgnify;

import com.google.gson.JsonArray;
import com.google.gson.JsonNull;
import com.google.gson.JsonObject;
import dev.latchkey.sandbox.data.Analysis;
import dev.latchkey.sandbox.data.Catalog;
import dev.latchkey.sandbox.data.DataFile;
import dev.latchkey.sandbox.http.Answers;
import dev.latchkey.sandbox.http.Json;
import io.javalin.http.Context;

/** The analysis endpoints. */
final class Analyses {
  private final Catalog catalog;
  private final BearerCheck bearer;
  private final Manners manners;

  Analyses(Catalog catalog, BearerCheck bearer, Manners manners) {
    this.catalog = catalog;
    this.bearer = bearer;
    this.manners = manners;
  }

  void everybodys(Context ctx) {
    bearer.optional(ctx);
    Answers.json(ctx, 200, manners.page(ctx).of(catalog.runs(), number -> detail(ctx, number)));
  }

  void one(Context ctx) {
    Answers.json(ctx, 200, detail(ctx, inPath(ctx)));
  }

  void annotations(Context ctx) {
    JsonObject detail = detail(ctx, inPath(ctx));
    detail.add("annotations", new JsonObject());
    Answers.json(ctx, 200, detail);
  }

  /** Nothing is annotated here. */
  void annotationsOfType(Context ctx) {
    inPath(ctx);
    new Query(manners).nothing(ctx);
  }

  private JsonObject detail(Context ctx, long number) {
    Analysis analysis = catalog.analysis(number);
    JsonObject detail = Json.tree(analysis).getAsJsonObject();
    JsonArray downloads = new JsonArray();
    for (DataFile file : catalog.files(number)) {
      downloads.add(download(ctx, analysis.accession(), file));
    }
    detail.add("downloads", downloads);
    JsonArray runs = new JsonArray();
    runs.add(Json.tree(analysis.run()));
    detail.add("read_run", runs);
    detail.add("quality_control_summary", JsonNull.INSTANCE);
    detail.addProperty("results_dir", Files.BASE + analysis.accession());
    detail.add("metadata", new JsonObject());
    return detail;
  }

  private static JsonObject download(Context ctx, String accession, DataFile file) {
    JsonObject download = new JsonObject();
    download.addProperty("file_type", file.kind().fileType());
    download.addProperty("download_type", file.kind().downloadType());
    download.add("download_group", JsonNull.INSTANCE);
    download.addProperty("short_description", file.kind().description());
    download.addProperty("long_description", file.kind().description() + " of " + accession);
    download.addProperty("path", file.name());
    download.addProperty("alias", file.name());
    download.addProperty("file_size_bytes", file.size());
    download.add("index_file", JsonNull.INSTANCE);
    download.addProperty("parent_identifier", accession);
    download.add("index_files", JsonNull.INSTANCE);
    download.addProperty(
        "url", ctx.scheme() + "://" + ctx.host() + Files.BASE + accession + "/" + file.name());
    return download;
  }

  private long inPath(Context ctx) {
    return Query.found(catalog.analysis(ctx.pathParam("accession"), bearer.optional(ctx)));
  }
}
