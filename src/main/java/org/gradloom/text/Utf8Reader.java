package org.gradloom.text;

import java.io.IOException;
import java.io.InputStream;
import java.io.Reader;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.OptionalInt;

/**
 * UTF-8 decoded strictly, a byte order mark at the start skipped. It knows in which line the bytes
 * stop being text, and remembers the characters it gave last so that an error can quote one. Ask
 * for at least two characters at once.
 */
public final class Utf8Reader extends Reader {
  /** The bytes in this line are not UTF-8, or hold a control character as binary files do. */
  public static final class NotText extends IOException {
    private static final long serialVersionUID = 1L;

    private final int line;

    NotText(int line) {
      super("Not UTF-8 text in line " + line);
      this.line = line;
    }

    /** Counted from 1. */
    public int line() {
      return line;
    }
  }

  private final InputStream bytes;
  private final CharsetDecoder decoder =
      StandardCharsets.UTF_8
          .newDecoder()
          .onMalformedInput(CodingErrorAction.REPORT)
          .onUnmappableCharacter(CodingErrorAction.REPORT);
  private final ByteBuffer buffer = ByteBuffer.allocate(1 << 16).flip();
  private boolean ended;
  private boolean started;
  private boolean broken;
  private int line = 1;
  private long charsBeforeLast;
  private char[] last = new char[0];

  public Utf8Reader(InputStream bytes) {
    this.bytes = bytes;
  }

  @Override
  public int read(char[] target, int offset, int length) throws IOException {
    if (length == 0) {
      return 0;
    }
    // A pair of surrogates is decoded as one and needs two places.
    if (length == 1) {
      throw new IllegalArgumentException("At least two characters must be asked for at once");
    }
    int count = decode(target, offset, length);
    if (!started && count > 0) {
      started = true;
      if (target[offset] == '\uFEFF') {
        System.arraycopy(target, offset + 1, target, offset, --count);
        if (count == 0) {
          return read(target, offset, length);
        }
      }
    }
    if (count > 0) {
      remember(target, offset, count);
    }
    return count;
  }

  private int decode(char[] target, int offset, int length) throws IOException {
    CharBuffer chars = CharBuffer.wrap(target, offset, length);
    while (!broken) {
      CoderResult result = decoder.decode(buffer, chars, ended);
      broken = result.isError();
      int count = chars.position() - offset;
      if (count > 0) {
        return count;
      }
      if (result.isUnderflow()) {
        if (ended) {
          return -1;
        }
        fill();
      }
    }
    throw new NotText(line);
  }

  private void fill() throws IOException {
    buffer.compact();
    int count = bytes.read(buffer.array(), buffer.position(), buffer.remaining());
    ended = count < 0;
    buffer.position(buffer.position() + Math.max(0, count)).flip();
  }

  private void remember(char[] target, int offset, int count) throws IOException {
    for (int i = offset; i < offset + count; i++) {
      if (target[i] == '\n') {
        line++;
      } else if (target[i] < ' ' && target[i] != '\t' && target[i] != '\r') {
        throw new NotText(line);
      }
    }
    charsBeforeLast += last.length;
    last = Arrays.copyOfRange(target, offset, offset + count);
  }

  /** The character at an offset from the start, if it is one of those given last. */
  public OptionalInt recent(long offset) {
    long index = offset - charsBeforeLast;
    return index >= 0 && index < last.length
        ? OptionalInt.of(last[(int) index])
        : OptionalInt.empty();
  }

  @Override
  public void close() throws IOException {
    bytes.close();
  }
}
