package dev.latchkey.sandbox.token;

import com.google.gson.JsonObject;
import com.google.gson.JsonParseException;
import com.google.gson.JsonParser;
import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.JWSObject;
import com.nimbusds.jose.Payload;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jose.crypto.MACVerifier;
import com.nimbusds.jose.util.Base64URL;
import java.text.ParseException;
import java.util.regex.Pattern;

/** Signs claims with HS256 and opens what it signed. Thread-safe. */
public final class SigningKey {
  private static final Pattern COMPACT = Pattern.compile("([\\w-]+)\\.([\\w-]+)\\.([\\w-]{43})");
  private static final JWSHeader HEADER =
      new JWSHeader.Builder(JWSAlgorithm.HS256).type(JOSEObjectType.JWT).build();

  private final MACSigner signer;
  private final MACVerifier verifier;

  /** A key of at least 32 bytes. */
  public SigningKey(byte[] secret) {
    try {
      this.signer = new MACSigner(secret);
      this.verifier = new MACVerifier(secret);
    } catch (JOSEException e) {
      throw new IllegalArgumentException("A signing key needs at least 32 bytes", e);
    }
  }

  /** The compact form of {@code claims}, in the order they are in. */
  public String sign(JsonObject claims) {
    JWSObject token = new JWSObject(HEADER, new Payload(claims.toString()));
    try {
      token.sign(signer);
    } catch (JOSEException e) {
      throw new IllegalStateException("Signing a token failed", e);
    }
    return token.serialize();
  }

  /** The claims of a token with a good signature; they are not judged otherwise. */
  public JsonObject open(String token) throws TokenRejected {
    try {
      if (!COMPACT.matcher(token).matches() || !isCanonical(token)) {
        throw TokenRejected.invalidOrExpired();
      }
      JWSObject parsed = JWSObject.parse(token);
      boolean genuine =
          JWSAlgorithm.HS256.equals(parsed.getHeader().getAlgorithm()) && parsed.verify(verifier);
      if (!genuine) {
        throw TokenRejected.invalidOrExpired();
      }
      return JsonParser.parseString(parsed.getPayload().toString()).getAsJsonObject();
    } catch (ParseException | JOSEException | JsonParseException | IllegalStateException e) {
      throw TokenRejected.invalidOrExpired();
    }
  }

  /** The last of 43 characters has two spare bits: without this, four spellings would verify. */
  private static boolean isCanonical(String token) {
    Base64URL signature = new Base64URL(token.substring(token.lastIndexOf('.') + 1));
    return Base64URL.encode(signature.decode()).equals(signature);
  }

  @Override
  public String toString() {
    return "SigningKey[redacted]";
  }
}
