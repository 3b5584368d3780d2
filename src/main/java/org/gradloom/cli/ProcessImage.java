package org.gradloom.cli;

import java.io.IOException;
import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.lang.invoke.MethodHandle;
import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * What this process runs, which it can replace as {@code execv(3)} does. The process stays the same
 * to everybody outside: its number, its terminal and whoever waits for its end. Nothing of this JVM
 * is left, so it is for the very beginning of a program alone.
 */
final class ProcessImage {
  // Addresses as the numbers that they are: to hand over segments, the JVM would first write itself
  // more code, and here is where every start waits.
  private static final FunctionDescriptor OF_EXECV =
      FunctionDescriptor.of(ValueLayout.JAVA_INT, ValueLayout.JAVA_LONG, ValueLayout.JAVA_LONG);
  private static final FunctionDescriptor OF_SETENV =
      FunctionDescriptor.of(
          ValueLayout.JAVA_INT, ValueLayout.JAVA_LONG, ValueLayout.JAVA_LONG, ValueLayout.JAVA_INT);

  private ProcessImage() {}

  /**
   * Sets a variable of the environment for what comes after this program.
   *
   * @throws IOException if this JVM cannot call the system's own functions
   */
  static void setVariable(String name, String value) throws IOException {
    try (Arena arena = Arena.ofConfined()) {
      int _ =
          (int) function("setenv", OF_SETENV).invokeExact(text(arena, name), text(arena, value), 1);
    } catch (Throwable unusable) {
      throw refused(unusable);
    }
  }

  /**
   * Goes on as another program. Comes back only where the system refuses.
   *
   * @param program the path of the program
   * @param words its name and its arguments, as bytes, since they may be text in no encoding that
   *     is known here
   * @throws IOException if this JVM cannot call the system's own functions
   */
  static void replace(String program, List<byte[]> words) throws IOException {
    try (Arena arena = Arena.ofConfined()) {
      // The list ends with the address zero, as an array begins. Copied as a whole: a handle that
      // sets one element would take a tenth of the time that is lost here.
      long[] addresses = new long[words.size() + 1];
      for (int i = 0; i < words.size(); i++) {
        addresses[i] = text(arena, words.get(i));
      }
      MemorySegment list = arena.allocate(ValueLayout.JAVA_LONG, addresses.length);
      MemorySegment.copy(addresses, 0, list, ValueLayout.JAVA_LONG, 0, addresses.length);
      int _ = (int) function("execv", OF_EXECV).invokeExact(text(arena, program), list.address());
    } catch (Throwable unusable) {
      throw refused(unusable);
    }
  }

  private static long text(Arena arena, String text) {
    return text(arena, text.getBytes(StandardCharsets.UTF_8));
  }

  /** The address of a copy that ends with a zero. */
  private static long text(Arena arena, byte[] bytes) {
    MemorySegment text = arena.allocate(bytes.length + 1L);
    MemorySegment.copy(bytes, 0, text, ValueLayout.JAVA_BYTE, 0, bytes.length);
    return text.address();
  }

  @SuppressWarnings("restricted")
  private static MethodHandle function(String name, FunctionDescriptor of) {
    Linker linker = Linker.nativeLinker();
    return linker.downcallHandle(linker.defaultLookup().findOrThrow(name), of);
  }

  private static IOException refused(Throwable unusable) {
    return new IOException("the system's own functions cannot be called", unusable);
  }
}
