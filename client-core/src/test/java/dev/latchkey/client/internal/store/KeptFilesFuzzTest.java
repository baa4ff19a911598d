package dev.latchkey.client.internal.store;

import dev.latchkey.auth.StoredToken;
import dev.latchkey.auth.testkit.DamagedInputs;
import org.junit.jupiter.api.Test;

/** Whatever stands in the small files of the cache is read or passed over. */
class KeptFilesFuzzTest {

  @Test
  void readsOrPassesOverWhateverAFileHolds() {
    DamagedInputs.tryAll(
        KeptFilesFuzzTest::fuzzerTestOneInput,
        """
        {"schema":1,"origin":"https://www.ebi.ac.uk","base_url":"https://www.ebi.ac.uk/metagenomics/",\
        "user":"Webin-1","token":"eyJ9.eyJleHAiOjE3NjcyMjU2MDB9.c2ln","obtained_at":1767225600000}""",
        "{\"auth_token\": \"eyJ9.eyJleHAiOjE3NjcyMjU2MDB9.c2ln\", \"ts\": 1779984980}",
        "{\"schema\":1,\"at\":1767225600000,\"status\":401,\"fingerprint\":\"0a1b\"}");
  }

  /** For Jazzer. */
  public static void fuzzerTestOneInput(byte[] input) {
    TokenContent.decode(input).token().ifPresent(KeptFilesFuzzTest::checkThatItIsKept);
    PythonTokens.secret(input);
    RefusalNote.decode(input);
  }

  private static void checkThatItIsKept(StoredToken token) {
    JwtEnd.of(token);
    StoredToken again = TokenContent.decode(TokenContent.encode(token)).token().orElseThrow();
    if (!again.equals(token) || !again.obtainedAt().equals(token.obtainedAt())) {
      throw new AssertionError("The token is another one after it was written.");
    }
  }
}
