package org.gradloom.data;

import java.io.BufferedInputStream;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.gradloom.text.InvalidInput;
import org.gradloom.text.Quote;

/** How the characters of a table stand in its bytes. */
public enum TableEncoding {
  UTF_8("UTF-8", StandardCharsets.UTF_8),
  UTF_16_LITTLE_ENDIAN("UTF-16", StandardCharsets.UTF_16LE),
  UTF_16_BIG_ENDIAN("UTF-16", StandardCharsets.UTF_16BE),
  WINDOWS_1252("windows-1252", Charset.forName("windows-1252"));

  private static final char BYTE_ORDER_MARK = '\uFEFF';

  /** How much of a text without a mark is looked at to find every second byte 0. */
  private static final int HEAD = 512;

  private final String printed;
  private final Charset charset;

  TableEncoding(String printed, Charset charset) {
    this.printed = printed;
    this.charset = charset;
  }

  /** Its name as people know it; either order of bytes is UTF-16. */
  public String printed() {
    return printed;
  }

  /**
   * The encoding of all of a stream, which is left open: that of this name, or the one that is
   * found. A byte-order mark decides; else it is UTF-8 where that is valid, and else what old
   * Windows wrote. English and most other text in UTF-16 is known by its zeros even without a mark.
   *
   * @throws InvalidInput if there is a zero byte and it is not UTF-16, naming its line; or no
   *     encoding of this name
   */
  static TableEncoding of(InputStream stream, Optional<String> asked) throws IOException {
    TableEncoding found = of(stream);
    if (asked.isEmpty() || asked.get().equals(found.printed)) {
      return found;
    }
    return Stream.of(values())
        .filter(encoding -> encoding.printed.equals(asked.get()))
        .findFirst()
        .orElseThrow(() ->
            new InvalidInput("data.noEncoding", Quote.of(asked.get()), String.join(", ", names())));
  }

  /** The names of all. */
  public static List<String> names() {
    return Stream.of(values()).map(TableEncoding::printed).distinct().toList();
  }

  private static TableEncoding of(InputStream stream) throws IOException {
    InputStream bytes = new BufferedInputStream(stream, 1 << 16);
    bytes.mark(HEAD);
    byte[] head = bytes.readNBytes(HEAD);
    bytes.reset();
    if (head.length >= 2) {
      int mark = ((head[0] & 0xFF) << 8) | (head[1] & 0xFF);
      if (mark == 0xFFFE || everySecondIsZero(head, 1)) {
        return UTF_16_LITTLE_ENDIAN;
      }
      if (mark == 0xFEFF || everySecondIsZero(head, 0)) {
        return UTF_16_BIG_ENDIAN;
      }
    }
    return isUtf8(bytes) ? UTF_8 : WINDOWS_1252;
  }

  private static boolean everySecondIsZero(byte[] head, int first) {
    for (int i = 0; i < head.length; i++) {
      if ((head[i] == 0) != (i % 2 == first)) {
        return false;
      }
    }
    return head.length % 2 == 0;
  }

  private static boolean isUtf8(InputStream bytes) throws IOException {
    Utf8Check check = new Utf8Check();
    byte[] block = new byte[1 << 16];
    int line = 1;
    for (int n = bytes.read(block); n >= 0; n = bytes.read(block)) {
      for (int i = 0; i < n; i++) {
        if (block[i] == 0) {
          throw new InvalidInput("data.zeroByte", line);
        }
        line += block[i] == '\n' ? 1 : 0;
        check.next(block[i] & 0xFF);
      }
    }
    return check.isValid();
  }

  /** The characters of a stream, without a byte-order mark. */
  Reader open(InputStream bytes) throws IOException {
    Reader text = new BufferedReader(new InputStreamReader(bytes, charset), 1 << 16);
    text.mark(1);
    if (text.read() != BYTE_ORDER_MARK) {
      text.reset();
    }
    return text;
  }

  /** Whether bytes are UTF-8, one after the other (Unicode, table 3-7). */
  private static final class Utf8Check {
    private boolean valid = true;
    private int toCome;
    private int low = 0x80;
    private int high = 0xBF;

    void next(int b) {
      if (toCome > 0) {
        valid &= b >= low && b <= high;
        low = 0x80;
        high = 0xBF;
        toCome--;
      } else if (b >= 0x80) {
        valid &= b >= 0xC2 && b <= 0xF4;
        toCome = b < 0xE0 ? 1 : b < 0xF0 ? 2 : 3;
        low = b == 0xE0 ? 0xA0 : b == 0xF0 ? 0x90 : 0x80;
        high = b == 0xED ? 0x9F : b == 0xF4 ? 0x8F : 0xBF;
      }
    }

    boolean isValid() {
      return valid && toCome == 0;
    }
  }
}
