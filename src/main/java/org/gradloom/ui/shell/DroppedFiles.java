package org.gradloom.ui.shell;

import java.io.File;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;
import javafx.scene.Node;
import javafx.scene.input.DragEvent;
import javafx.scene.input.TransferMode;

/** Takes files that are dropped on a node. */
final class DroppedFiles {
  private DroppedFiles() {}

  /** Of several files the first is opened. */
  static void on(Node node, Consumer<Path> open) {
    node.setOnDragOver(DroppedFiles::accept);
    node.setOnDragDropped(event -> {
      List<File> files = event.getDragboard().getFiles();
      if (!files.isEmpty()) {
        open.accept(files.getFirst().toPath());
      }
      event.setDropCompleted(!files.isEmpty());
      event.consume();
    });
  }

  private static void accept(DragEvent event) {
    if (event.getDragboard().hasFiles()) {
      event.acceptTransferModes(TransferMode.COPY);
    }
    event.consume();
  }
}
