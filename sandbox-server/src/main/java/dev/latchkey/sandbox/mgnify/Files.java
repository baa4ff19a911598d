package dev.latchkey.sandbox.mgnify;

import dev.latchkey.sandbox.data.Catalog;
import dev.latchkey.sandbox.data.DataFile;
import dev.latchkey.sandbox.http.ByteRange;
import dev.latchkey.sandbox.http.Refusal;
import dev.latchkey.sandbox.http.Wire;
import io.javalin.http.Context;
import io.javalin.http.HandlerType;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The files of analyses: whole or in part (RFC 9110 section 14), with a strong {@code ETag}, and a
 * checksum beside each ({@code NAME.sha256}, {@code NAME.md5}) and on request in {@code
 * Repr-Digest} (RFC 9530).
 */
final class Files {
  /** Where they are. */
  static final String BASE = "/metagenomics/results/";

  private final Catalog catalog;
  private final BearerCheck bearer;
  private final FileDigests digests = new FileDigests();

  Files(Catalog catalog, BearerCheck bearer) {
    this.catalog = catalog;
    this.bearer = bearer;
  }

  void one(Context ctx) throws IOException {
    long analysis = Query.found(catalog.analysis(ctx.pathParam("accession"), bearer.optional(ctx)));
    List<DataFile> files = catalog.files(analysis);
    String name = ctx.pathParam("name");
    Optional<DataFile> file = files.stream().filter(each -> each.name().equals(name)).findFirst();
    if (file.isPresent()) {
      answer(ctx, file.get());
    } else {
      checksum(ctx, files, name);
    }
  }

  private void checksum(Context ctx, List<DataFile> files, String name) {
    for (DataFile file : files) {
      for (FileDigests.Kind kind : FileDigests.Kind.values()) {
        if (name.equals(file.name() + kind.suffix())) {
          ctx.contentType("text/plain; charset=utf-8")
              .result(digests.hex(file, kind) + "  " + file.name() + "\n");
          return;
        }
      }
    }
    throw Refusal.of(404, "Not Found");
  }

  private void answer(Context ctx, DataFile file) throws IOException {
    String tag = "\"" + file.tag() + "\"";
    ctx.header("ETag", tag).header("Accept-Ranges", "bytes");
    if (names(ctx.header("If-None-Match"), tag)) {
      ctx.status(304);
      return;
    }
    if (ctx.header("If-Match") != null && !names(ctx.header("If-Match"), tag)) {
      throw Refusal.of(412, "The file is another one by now.");
    }
    if (String.valueOf(ctx.header("Want-Repr-Digest")).contains("sha-256")) {
      ctx.header("Repr-Digest", "sha-256=:" + digests.base64(file) + ":");
    }
    write(ctx, file, range(ctx, file, tag));
  }

  private static Optional<ByteRange> range(Context ctx, DataFile file, String tag) {
    String range = ctx.header("Range");
    String condition = ctx.header("If-Range");
    boolean asked = range != null && (condition == null || condition.equals(tag));
    return asked && ctx.method().equals(HandlerType.GET)
        ? ByteRange.of(range, file.size())
        : Optional.empty();
  }

  /** Past Javalin's own stream, which would compress: a part of a file is a part of these bytes. */
  private static void write(Context ctx, DataFile file, Optional<ByteRange> range)
      throws IOException {
    ByteRange part = range.orElse(new ByteRange(0, file.size()));
    ctx.status(range.isPresent() ? 206 : 200)
        .contentType("application/octet-stream")
        .header("Content-Disposition", "attachment; filename=\"" + file.name() + "\"");
    range.ifPresent(it -> ctx.header("Content-Range", it.contentRange(file.size())));
    ctx.res().setContentLengthLong(part.length());
    if (ctx.method().equals(HandlerType.GET)) {
      file.content().write(Wire.stream(ctx), part.first(), part.length());
    }
  }

  private static boolean names(@Nullable String header, String tag) {
    return header != null && (header.strip().equals("*") || header.contains(tag));
  }
}
