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

  /**
   * Lets them be dropped there.
   *
   * @param open takes all that were dropped at once, in their order and at least one
   */
  static void on(Node node, Consumer<List<Path>> open) {
    node.setOnDragOver(DroppedFiles::accept);
    node.setOnDragDropped(event -> {
      List<File> files = event.getDragboard().getFiles();
      if (!files.isEmpty()) {
        open.accept(files.stream().map(File::toPath).distinct().toList());
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
