/** The provider {@code sliding-jwt}. */
module dev.latchkey.auth.slidingjwt {
  requires static org.jspecify;
  requires com.google.gson;
  requires dev.latchkey.auth;

  exports dev.latchkey.auth.slidingjwt;

  provides dev.latchkey.auth.AuthProvider with
      dev.latchkey.auth.slidingjwt.SlidingJwtProvider;
}
