package dev.latchkey.sandbox.mgnify;

import dev.latchkey.sandbox.data.NumberRange;
import dev.latchkey.sandbox.http.Answers;
import dev.latchkey.sandbox.http.Refusal;
import io.javalin.http.Context;
import io.javalin.http.Handler;
import java.util.List;
import java.util.OptionalLong;

/** What the list and detail endpoints ask alike. */
final class Query {
  private final Manners manners;

  Query(Manners manners) {
    this.manners = manners;
  }

  /** The number in sight; 404 if there is none. */
  static long found(OptionalLong number) {
    return number.orElseThrow(Query::missing);
  }

  /** The numbers in the order asked for, which by any of {@code fields} is their own. */
  NumberRange ordered(Context ctx, NumberRange numbers, String... fields) {
    String order = Choice.order(fields).in(ctx, manners).orElse("");
    return order.startsWith("-") ? numbers.descending() : numbers;
  }

  /** Answers with an empty list. */
  void nothing(Context ctx) {
    Answers.json(ctx, 200, manners.page(ctx).of(List.of()));
  }

  /** Answers with an empty list of publications. */
  void noPublications(Context ctx) {
    ValidationProblems problems = new ValidationProblems();
    Page.integer(ctx, "published_after", problems);
    Page.integer(ctx, "published_before", problems);
    if (!problems.isEmpty()) {
      throw problems.refusal();
    }
    Choice.order("published_year").in(ctx, manners);
    nothing(ctx);
  }

  /** Answers that what the path names is not there. */
  static Handler notFound() {
    return ctx -> {
      throw missing();
    };
  }

  /** Answers that what the path names the parts of is not there. */
  void notFoundList(Context ctx) {
    manners.page(ctx);
    throw missing();
  }

  private static Refusal missing() {
    return Refusal.of(404, "Not Found");
  }
}
