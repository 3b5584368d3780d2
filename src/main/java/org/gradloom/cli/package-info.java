/**
 * The program as a terminal sees it: the commands, what they print, and how they end.
 *
 * <p>{@link org.gradloom.cli.Commands} understands the command line and is given everything it
 * talks to, so that tests run it without a process of its own. What its arguments name is found by
 * {@code Arguments}; what is said besides an answer goes through {@code CommandStreams}. It ends
 * with 0 when done, with 2 and one line on stderr for input that cannot be used, with 1 for
 * anything else. What a command prints goes out through {@link org.gradloom.cli.Terminal}, line by
 * line, in characters the terminal can show. {@link org.gradloom.cli.Display} finds out whether a
 * window can be opened; the window itself is behind {@link org.gradloom.cli.WindowOpener}, because
 * commands need no toolkit and must not start one. {@link org.gradloom.cli.Restart} begins the
 * process anew where it was started in a way it cannot work well in.
 */
@NullMarked
package org.gradloom.cli;

import org.jspecify.annotations.NullMarked;
