/**
 * What a screen tells about the last action, and what it offers to do instead.
 *
 * <p>{@link org.gradloom.ui.notice.NoticeCard} shows a {@link org.gradloom.ui.store.Notice} and
 * takes the answer to it back to the store; where it stands is its screen's business. It is no
 * control, since it knows the store, and no screen's, since all of them tell something. The store
 * alone says what is told: that a notice's time is over is an action like any other, so that no
 * screen shows what another has closed.
 */
@NullMarked
package org.gradloom.ui.notice;

import org.jspecify.annotations.NullMarked;
