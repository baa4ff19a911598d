package dev.latchkey.client.internal.store;

import dev.latchkey.auth.StoredToken;
import java.nio.file.Path;

/** As JSON that whoever can read the file can read. */
enum PlainFormat implements TokenFormat {
  INSTANCE;

  @Override
  public String ending() {
    return FileNames.TOKEN;
  }

  @Override
  public String note() {
    return "";
  }

  @Override
  public byte[] encode(StoredToken token) {
    return TokenContent.encode(token);
  }

  @Override
  public Reading decode(Path file, byte[] content) {
    return TokenContent.decode(content);
  }
}
