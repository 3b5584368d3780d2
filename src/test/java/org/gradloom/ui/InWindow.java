package org.gradloom.ui;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/**
 * Marks a test class that shows a window and acts in it by {@link PromptRobot}. There is one
 * screen, one mouse and one keyboard, so such classes run one after the other, and early, while
 * those without a window run beside them.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@ExtendWith(PromptRobot.class)
@Execution(ExecutionMode.SAME_THREAD)
@Tag("window")
@Order(1)
public @interface InWindow {}
