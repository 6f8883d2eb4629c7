package dev.athanor.agent.rest;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Which pages may talk to a server on the loopback address. */
final class OriginRuleTest {
  private final OriginRule loopback = new OriginRule("127.0.0.1");

  @Test
  void ownNamesOnly() {
    assertThat(loopback.allows(Optional.of("127.0.0.1:8421"), Optional.empty())).isTrue();
    assertThat(loopback.allows(Optional.of("localhost:8421"), Optional.empty())).isTrue();
    assertThat(loopback.allows(Optional.of("[::1]:8421"), Optional.empty())).isTrue();
    assertThat(loopback.allows(Optional.of("evil.example:8421"), Optional.empty())).isFalse();
    assertThat(loopback.allows(Optional.of("localhost.evil.example"), Optional.empty())).isFalse();
    assertThat(loopback.allows(Optional.empty(), Optional.empty())).isFalse();
  }

  @Test
  void ownPagesOnly() {
    Optional<String> host = Optional.of("localhost:8421");
    assertThat(loopback.allows(host, Optional.of("http://localhost:8421"))).isTrue();
    assertThat(loopback.allows(host, Optional.of("http://localhost:3000"))).isFalse();
    assertThat(loopback.allows(host, Optional.of("https://evil.example"))).isFalse();
    assertThat(loopback.allows(host, Optional.of("null"))).isFalse();
  }

  @Test
  void elsewhereTheNameIsTheOwnersAffairButPagesMustMatch() {
    OriginRule open = new OriginRule("0.0.0.0");
    assertThat(open.allows(Optional.of("lab.example"), Optional.empty())).isTrue();
    assertThat(open.allows(Optional.of("lab.example"), Optional.of("https://lab.example")))
        .isTrue();
    assertThat(open.allows(Optional.of("lab.example"), Optional.of("https://evil.example")))
        .isFalse();
  }
}
