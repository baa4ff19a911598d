package dev.latchkey.sandbox.mgnify;

import dev.latchkey.sandbox.data.Biome;
import dev.latchkey.sandbox.data.Catalog;
import dev.latchkey.sandbox.http.Answers;
import io.javalin.http.Context;
import java.util.List;

/** The list of biomes. */
final class Biomes {
  private static final int NO_LIMIT = 1_000;

  private final Manners manners;

  Biomes(Manners manners) {
    this.manners = manners;
  }

  void all(Context ctx) {
    Page page = manners.page(ctx);
    ValidationProblems problems = new ValidationProblems();
    int depth = Page.positive(ctx, "max_depth", NO_LIMIT, problems);
    if (!problems.isEmpty()) {
      throw problems.refusal();
    }
    String lineage = ctx.queryParam("biome_lineage");
    List<Biome> biomes =
        Catalog.biomes().stream()
            .filter(biome -> lineage == null || biome.isIn(lineage))
            .filter(biome -> biome.lineage().split(":", -1).length <= depth)
            .toList();
    Answers.json(ctx, 200, page.of(biomes));
  }
}
