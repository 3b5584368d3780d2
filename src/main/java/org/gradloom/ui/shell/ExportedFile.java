package org.gradloom.ui.shell;

import org.gradloom.export.ExportKind;

/**
 * What a document has become outside of the app.
 *
 * @param bytes the whole file, which nobody changes
 */
@SuppressWarnings("ArrayRecordComponent") // handed from the dialog to the disk, and never compared
public record ExportedFile(ExportKind kind, byte[] bytes) {}
