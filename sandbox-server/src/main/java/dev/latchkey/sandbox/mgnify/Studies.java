package dev.latchkey.sandbox.mgnify;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import dev.latchkey.sandbox.http.Answers;
import dev.latchkey.sandbox.http.Json;
import dev.latchkey.sandbox.http.Refusal;
import io.javalin.http.Context;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** The study endpoints. */
final class Studies {
  private static final Comparator<Study> BY_ACCESSION = Comparator.comparing(Study::accession);
  private static final Comparator<Study> BY_UPDATE = Comparator.comparing(Study::updatedAt);
  private static final Map<String, Comparator<Study>> ORDERS =
      Map.of(
          "accession",
          BY_ACCESSION,
          "-accession",
          BY_ACCESSION.reversed(),
          "updated_at",
          BY_UPDATE,
          "-updated_at",
          BY_UPDATE.reversed());

  private final StudyCatalog catalog;
  private final BearerCheck bearer;

  Studies(StudyCatalog catalog, BearerCheck bearer) {
    this.catalog = catalog;
    this.bearer = bearer;
  }

  void mine(Context ctx) {
    List<Study> mine = catalog.privateTo(bearer.required(ctx));
    Answers.json(ctx, 200, Page.of(ctx).of(mine));
  }

  void everybodys(Context ctx) {
    bearer.optional(ctx);
    Page page = Page.of(ctx);
    Answers.json(ctx, 200, page.of(filtered(ctx).toList()));
  }

  void one(Context ctx) {
    Study study =
        catalog
            .find(ctx.pathParam("accession"), bearer.optional(ctx))
            .orElseThrow(() -> Refusal.of(404, "Not Found"));
    JsonObject detail = Json.tree(study).getAsJsonObject();
    detail.addProperty("first_accession", study.enaAccessions().get(0));
    detail.add("downloads", new JsonArray());
    detail.add("metadata", new JsonObject());
    Answers.json(ctx, 200, detail);
  }

  private Stream<Study> filtered(Context ctx) {
    Stream<Study> studies = catalog.everybodys().stream();
    String lineage = ctx.queryParam("biome_lineage");
    if (lineage != null) {
      studies = studies.filter(study -> study.isIn(lineage));
    }
    String words = ctx.queryParam("search");
    if (words != null) {
      studies = studies.filter(study -> study.mentions(words));
    }
    Comparator<Study> order = ORDERS.get(String.valueOf(ctx.queryParam("order")));
    return order == null ? studies : studies.sorted(order);
  }
}
