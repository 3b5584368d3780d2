package org.gradloom.export.page;

import java.io.BufferedReader;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * A Chromium without a window, spoken to in its own protocol, so that no driver is needed. It keeps
 * what a page asks of the network and what it complains of.
 */
final class Browser implements AutoCloseable {
  private static final List<String> NAMES =
      List.of("chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "chrome");
  private static final String LISTENING = "DevTools listening on ";
  private static final JsonMapper JSON = JsonMapper.builder().build();
  private static final int SECONDS = 30;

  private final Process process;
  private final HttpClient client = HttpClient.newHttpClient();
  private final WebSocket socket;
  private final AtomicInteger count = new AtomicInteger();
  private final ConcurrentMap<Integer, CompletableFuture<JsonNode>> awaited =
      new ConcurrentHashMap<>();
  private final List<String> complaints = Collections.synchronizedList(new ArrayList<>());
  private final List<String> requests = Collections.synchronizedList(new ArrayList<>());
  private String session = "";

  /** Where the first browser on the path is. */
  static Optional<Path> program() {
    return Stream.of(System.getenv().getOrDefault("PATH", "").split(java.io.File.pathSeparator))
        .flatMap(folder -> NAMES.stream().map(name -> Path.of(folder, name)))
        .filter(Files::isExecutable)
        .findFirst();
  }

  /** Starts one that keeps what it remembers in a folder. */
  Browser(Path program, Path profile) throws IOException {
    process =
        new ProcessBuilder(
                program.toString(),
                "--headless=new",
                "--no-sandbox",
                "--disable-gpu",
                "--no-first-run",
                "--disable-background-networking",
                "--disable-component-update",
                "--remote-debugging-port=0",
                "--user-data-dir=" + profile,
                "about:blank")
            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
            .start();
    socket = client.newWebSocketBuilder().buildAsync(address(), new Listener()).join();
    String target =
        send("Target.createTarget", Map.of("url", "about:blank")).get("targetId").stringValue();
    session =
        send("Target.attachToTarget", Map.of("targetId", target, "flatten", true))
            .get("sessionId")
            .stringValue();
    for (String domain : List.of("Page", "Runtime", "Log", "Network")) {
      send(domain + ".enable", Map.of());
    }
  }

  private URI address() throws IOException {
    BufferedReader lines =
        new BufferedReader(
            new java.io.InputStreamReader(process.getErrorStream(), StandardCharsets.UTF_8));
    StringBuilder said = new StringBuilder();
    for (String line = lines.readLine(); line != null; line = lines.readLine()) {
      if (line.startsWith(LISTENING)) {
        Thread.ofVirtual().start(() -> lines.lines().forEach(_ -> {}));
        return URI.create(line.substring(LISTENING.length()));
      }
      said.append(line).append('\n');
    }
    throw new IOException("The browser does not listen: " + said);
  }

  private final class Listener implements WebSocket.Listener {
    private final StringBuilder message = new StringBuilder();

    @Override
    public CompletionStage<?> onText(WebSocket from, CharSequence data, boolean last) {
      message.append(data);
      if (last) {
        JsonNode said = JSON.readTree(message.toString());
        message.setLength(0);
        if (said.has("id")) {
          CompletableFuture<JsonNode> answer = awaited.remove(said.get("id").intValue());
          if (answer != null) {
            answer.complete(said);
          }
        } else {
          happened(said.get("method").stringValue(), said.get("params"));
        }
      }
      from.request(1);
      return CompletableFuture.completedStage(null);
    }
  }

  private void happened(String event, JsonNode what) {
    switch (event) {
      case "Runtime.exceptionThrown", "Log.entryAdded" -> complaints.add(what.toString());
      case "Runtime.consoleAPICalled" -> {
        if (List.of("error", "warning").contains(what.get("type").stringValue())) {
          complaints.add(what.toString());
        }
      }
      case "Network.requestWillBeSent" ->
          requests.add(what.get("request").get("url").stringValue());
      default -> {}
    }
  }

  /** Sends a command and waits for its result. */
  JsonNode send(String method, Map<String, ?> parameters) {
    int id = count.incrementAndGet();
    CompletableFuture<JsonNode> answer = new CompletableFuture<>();
    awaited.put(id, answer);
    Map<String, Object> command = new java.util.LinkedHashMap<>();
    command.put("id", id);
    command.put("method", method);
    command.put("params", parameters);
    if (!session.isEmpty()) {
      command.put("sessionId", session);
    }
    socket.sendText(JSON.writeValueAsString(command), true).join();
    JsonNode said = answer.orTimeout(SECONDS, TimeUnit.SECONDS).join();
    if (said.has("error")) {
      throw new IllegalStateException(method + ": " + said.get("error"));
    }
    return said.get("result");
  }

  /** What an expression of the page comes to, as text. */
  String get(String expression) {
    JsonNode result =
        send(
            "Runtime.evaluate",
            Map.of(
                "expression",
                "(async () => String(await (" + expression + ")))()",
                "awaitPromise",
                true,
                "returnByValue",
                true));
    if (result.has("exceptionDetails")) {
      throw new IllegalStateException(expression + ": " + result.get("exceptionDetails"));
    }
    return result.get("result").get("value").stringValue();
  }

  /** Waits, in the page, until a condition holds. */
  void await(String condition) {
    get(
        "new Promise((done, fail) => {"
            + " const end = Date.now() + 10000;"
            + " const look = () => ("
            + condition
            + ") ? done() :"
            + " Date.now() > end ? fail(new Error('never came')) : setTimeout(look, 5);"
            + " look(); })");
  }

  /** Opens a file of the disk anew. */
  void open(Path file, String place) {
    send("Page.navigate", Map.of("url", "about:blank"));
    await("location.href === 'about:blank'");
    complaints.clear();
    requests.clear();
    send("Page.navigate", Map.of("url", file.toUri() + (place.isEmpty() ? "" : "#" + place)));
    await("document.readyState === 'complete' && !!document.body?.dataset.place");
  }

  /** Presses a key as a person does. */
  void press(String key) {
    send("Input.dispatchKeyEvent", Map.of("type", "keyDown", "key", key, "code", key));
    send("Input.dispatchKeyEvent", Map.of("type", "keyUp", "key", key, "code", key));
  }

  /**
   * Presses the mouse upon an element.
   *
   * @param across where, as a part of its width
   */
  void click(String selector, double across) {
    Map<String, Object> at = new java.util.HashMap<>();
    Point point = point(selector, across);
    at.put("x", point.x());
    at.put("y", point.y());
    at.put("button", "left");
    at.put("clickCount", 1);
    for (String event : List.of("mousePressed", "mouseReleased")) {
      at.put("type", event);
      send("Input.dispatchMouseEvent", at);
    }
  }

  /** Draws a finger from the middle of an element to the right, or to the left where negative. */
  void swipe(String selector, double by) {
    Point from = point(selector, 0.5);
    Point to = new Point(from.x() + by, from.y());
    send("Input.dispatchTouchEvent", Map.of("type", "touchStart", "touchPoints", List.of(from)));
    send("Input.dispatchTouchEvent", Map.of("type", "touchMove", "touchPoints", List.of(to)));
    send("Input.dispatchTouchEvent", Map.of("type", "touchEnd", "touchPoints", List.of()));
  }

  private record Point(double x, double y) {}

  /** A point of an element that is scrolled to. */
  private Point point(String selector, double across) {
    String[] found =
        get("(() => { const of = document.querySelector('"
                + selector
                + "'); of.scrollIntoView({block: 'center'}); const box ="
                + " of.getBoundingClientRect(); return (box.x + 1 + (box.width - 2) * "
                + across
                + ") + ' ' + (box.y + box.height / 2); })()")
            .split(" ", 2);
    return new Point(Double.parseDouble(found[0]), Double.parseDouble(found[1]));
  }

  /** Makes the page so wide. */
  void width(int width, int height) {
    send(
        "Emulation.setDeviceMetricsOverride",
        Map.of("width", width, "height", height, "deviceScaleFactor", 1, "mobile", false));
  }

  /** Errors and warnings of the console. */
  List<String> complaints() {
    return List.copyOf(complaints);
  }

  /** What was asked for, the page itself first. */
  List<String> requests() {
    return List.copyOf(requests);
  }

  @Override
  public void close() {
    try {
      send("Browser.close", Map.of());
      if (!process.waitFor(SECONDS, TimeUnit.SECONDS)) {
        process.destroyForcibly();
      }
    } catch (InterruptedException e) {
      process.destroyForcibly();
      Thread.currentThread().interrupt();
    } finally {
      client.close();
    }
  }
}
