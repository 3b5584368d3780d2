/**
 * The walk as one page for a browser: {@link org.gradloom.export.page.WebPage} puts it together of
 * the template, the style and the script under {@code assets/page}, and of what they show.
 *
 * <p>The script works nothing out. Formulas, sentences, code, marks and replies are those of the
 * walk and of the marker, made here for each step; where something is covered, what is said then is
 * made here, too. That the page should compute by a second set of rules in another language was
 * rejected: nothing would hold the two to each other. Said of every step, neighbours are nearly the
 * same, so deflating them makes them small, and a browser unpacks one matrix's steps when it comes
 * to them. Formulas are MathML, which needs no font of ours and which screen readers read.
 *
 * <p>Without a script, in an old browser and on paper the page is the handout of the same document.
 */
@NullMarked
package org.gradloom.export.page;

import org.jspecify.annotations.NullMarked;
