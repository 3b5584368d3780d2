package org.gradloom.ui.store;

import java.util.List;
import java.util.stream.Stream;
import org.gradloom.blas.Blas;
import org.gradloom.text.Message;

/** What multiplies, in words. */
public final class BackendWords {
  private BackendWords() {}

  /** What multiplies and what that means for the numbers, a sentence each. */
  public static List<Message> of(Backend backend) {
    return switch (backend) {
      case Backend.Own _ -> List.of(Message.of("backend.own"));
      case Backend.Sought _ -> List.of(Message.of("backend.sought"));
      case Backend.OnBlas(Blas library) -> List.of(Message.of("backend.blas", library.name()));
      case Backend.NoBlas(var passedOver) ->
          Stream.concat(
                  Stream.of(Message.of("backend.none")),
                  passedOver.stream().map(why -> Message.of("backend.passedOver", why)))
              .toList();
    };
  }
}
