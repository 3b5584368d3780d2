/**
 * What lies on disk: lessons as JSON documents, the lessons shipped with the app, answers that were
 * handed in to be marked, preferences, progress, and the atomic writing of what is written.
 *
 * <p>{@link org.gradloom.files.LessonReader} reads a document token by token and not through data
 * binding, for two reasons: a fault is told by its place in the document ({@code
 * layers[0].w[2][1]}) in the words of the bundle, and a matrix goes straight into its array of
 * doubles, so that a document may be large and a wrong one is refused at its first wrong token.
 * What a lesson must be beyond its fields (shapes that fit, labels in range) is the lesson's own to
 * refuse.
 *
 * <p>A {@link org.gradloom.files.Submission} is an answer to a beat or to an exercise. Whoever made
 * the list of them is told what is wrong with it; what a learner answered is never wrong with the
 * list, so any JSON is a {@link org.gradloom.files.GivenAnswer}, and only beside its question is it
 * read. What a learner made of a pack is written by {@link org.gradloom.files.ResultsWriter} with
 * all that was asked, own numbers too, so that it is a list of submissions as it stands. As a table
 * it is read by FastCSV, each line as the object it would be in JSON: two files of the same results
 * must not come to different marks.
 *
 * <p>What a learner has worked for is not among the preferences: {@link
 * org.gradloom.files.Progress} and {@link org.gradloom.practice.Mastery} are added to and never
 * written over, by however many windows, and a {@link org.gradloom.files.LearnerFile} that cannot
 * be read is kept beside the new one. What was answered to packs ({@link
 * org.gradloom.files.PacksFile}) is such a file, too, and no unsaved work: whoever does a pack in
 * three evenings goes on with it each time, with no question at the end and none at the start.
 * Preferences that cannot be read are the defaults, for nobody has worked for them.
 *
 * <p>Unsaved work lies in a {@link org.gradloom.files.RecoveryFolder}, a file for each window and
 * screen beside a lock that lives as long as the window: a lock, because the system drops it
 * however a program ends, where a process number may be somebody else's by then. It is no {@code
 * LearnerFile}, to which windows add: each window replaces its own, and nobody else's. Beside the
 * document lies what its file held, so that what differs can be told although the file moved on.
 *
 * <p>A document and its table travel together. In a file the table's path is relative to the
 * document wherever that is near, so that no author's folders go with it; a lesson that was read
 * from a file names its table absolutely, so that it can be saved anywhere and two readings of one
 * file are equal. {@code TableBeside} turns the one into the other, at the two places where lessons
 * meet files and nowhere else.
 *
 * <p>Jackson lives here and in no other package; whoever else has JSON to write does it with {@link
 * org.gradloom.files.JsonWriter}. No file is ever changed in place: see {@link
 * org.gradloom.files.AtomicFile}. Everything a user gave that cannot be used leaves here as {@link
 * org.gradloom.text.InvalidInput}.
 */
@NullMarked
package org.gradloom.files;

import org.jspecify.annotations.NullMarked;
