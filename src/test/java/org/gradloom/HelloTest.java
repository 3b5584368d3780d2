package org.gradloom;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

class HelloTest {
  @Test
  void adds() {
    assertEquals(2, 1 + 1);
  }
}
