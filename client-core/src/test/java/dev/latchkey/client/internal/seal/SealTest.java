package dev.latchkey.client.internal.seal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.Set;
import org.junit.jupiter.api.Test;

class SealTest {

  /** By Python's cryptography 48: key 00..1f, nonce 64..6f, bound to auth_1. */
  private static final String VECTOR =
      "4c4b53016465666768696a6b6c6d6e6f2b74b0121c87227a17c6e8358c9042fcba5240b8a58906";

  private static final byte[] CONTENT = "content".getBytes(StandardCharsets.UTF_8);

  private final Seal seal = Seal.of(key(0));

  private static byte[] key(int first) {
    byte[] key = new byte[32];
    for (int i = 0; i < key.length; i++) {
      key[i] = (byte) (first + i);
    }
    return key;
  }

  @Test
  void opensWhatAnotherImplementationHasSealed() {
    assertThat(seal.open(HexFormat.of().parseHex(VECTOR), "auth_1")).contains(CONTENT);
  }

  @Test
  void opensWhatItHasSealed() {
    assertThat(seal.open(seal.seal(CONTENT, "auth_1"), "auth_1")).contains(CONTENT);
    assertThat(seal.open(seal.seal(new byte[0], ""), "")).contains(new byte[0]);
  }

  @Test
  void opensNothingThatDiffersByABit() {
    byte[] sealed = seal.seal(CONTENT, "auth_1");
    for (int bit = 0; bit < sealed.length * Byte.SIZE; bit++) {
      byte[] changed = sealed.clone();
      changed[bit / Byte.SIZE] ^= (byte) (1 << (bit % Byte.SIZE));
      assertThat(seal.open(changed, "auth_1")).as("bit %d", bit).isEmpty();
    }
  }

  @Test
  void opensNothingThatIsShorterOrLonger() {
    byte[] sealed = seal.seal(CONTENT, "auth_1");
    for (int length = 0; length <= sealed.length + 1; length++) {
      assertThat(seal.open(Arrays.copyOf(sealed, length), "auth_1").isPresent())
          .as("length %d", length)
          .isEqualTo(length == sealed.length);
    }
  }

  @Test
  void opensNothingForSomethingElseOrWithAnotherKey() {
    byte[] sealed = seal.seal(CONTENT, "auth_1");
    assertThat(seal.open(sealed, "auth_2")).isEmpty();
    assertThat(seal.open(sealed, "")).isEmpty();
    assertThat(Seal.of(key(1)).open(sealed, "auth_1")).isEmpty();
  }

  @Test
  void takesANewNonceEachTime() {
    Set<String> nonces = new HashSet<>();
    for (int i = 0; i < 1000; i++) {
      nonces.add(HexFormat.of().formatHex(seal.seal(CONTENT, "auth_1"), 4, 16));
    }
    assertThat(nonces).hasSize(1000);
  }

  @Test
  void takesKeysOf32BytesAlone() {
    assertThat(Seal.fits(Seal.newKey())).isTrue();
    assertThat(Seal.newKey()).isNotEqualTo(Seal.newKey());
    assertThat(Seal.fits(new byte[16])).isFalse();
    assertThatIllegalArgumentException().isThrownBy(() -> Seal.of(new byte[16]));
  }
}
