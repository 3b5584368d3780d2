package org.gradloom;

/** Where the program starts. */
public final class Main {
  private Main() {}

  public static void main(String[] args) {
    System.out.println(
        args.length + java.util.Arrays.toString(args) + System.getProperty("java.version"));
  }
}
