package vn.nenmong.browser;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import java.util.regex.Pattern;

/// The way between a phone and the server: counts what goes over it, and breaks off where told.
final class WeakNetwork implements AutoCloseable {

  /// Where the next request that something is sent by breaks off.
  enum Cut {
    NOWHERE,
    BEFORE_THE_REQUEST,
    IN_THE_REQUEST,
    BEFORE_THE_ANSWER,
    IN_THE_ANSWER
  }

  private static final Pattern HEAD = Pattern.compile("(?m)^([A-Z]+ \\S+) HTTP/1\\.1");
  private static final Pattern SENT = Pattern.compile("^(POST|PUT) /api/phone/");

  private final int target;
  private final ServerSocket entrance;
  private final AtomicReference<Cut> cut = new AtomicReference<>(Cut.NOWHERE);
  private final AtomicLong up = new AtomicLong();
  private final AtomicLong down = new AtomicLong();
  private final Collection<String> requests = new ConcurrentLinkedQueue<>();

  WeakNetwork(int target) {
    this.target = target;
    try {
      entrance = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    Thread.startVirtualThread(this::accept);
  }

  int port() {
    return entrance.getLocalPort();
  }

  void cut(Cut where) {
    cut.set(where);
  }

  /// Whether the cut that was asked for has not come yet.
  boolean isToBeCut() {
    return cut.get() != Cut.NOWHERE;
  }

  void countAnew() {
    up.set(0);
    down.set(0);
    requests.clear();
  }

  long up() {
    return up.get();
  }

  long down() {
    return down.get();
  }

  /// Methods and addresses.
  List<String> requests() {
    return new ArrayList<>(requests);
  }

  private void accept() {
    while (!entrance.isClosed()) {
      try {
        Socket phone = entrance.accept();
        Socket server = new Socket(InetAddress.getLoopbackAddress(), target);
        phone.setTcpNoDelay(true);
        server.setTcpNoDelay(true);
        new Connection(phone, server).start();
      } catch (IOException e) {
        // Closed, or nobody there: the phone sees that its connection is broken.
      }
    }
  }

  private final class Connection {

    private final Socket phone;
    private final Socket server;
    private volatile Cut answer = Cut.NOWHERE;

    Connection(Socket phone, Socket server) {
      this.phone = phone;
      this.server = server;
    }

    void start() {
      Thread.startVirtualThread(() -> pump(phone, server, true));
      Thread.startVirtualThread(() -> pump(server, phone, false));
    }

    private void pump(Socket from, Socket to, boolean asks) {
      byte[] bytes = new byte[65536];
      try (from;
          to) {
        InputStream in = from.getInputStream();
        OutputStream out = to.getOutputStream();
        for (int n = in.read(bytes); n >= 0; n = in.read(bytes)) {
          (asks ? up : down).addAndGet(n);
          Cut now = asks ? asked(new String(bytes, 0, n, StandardCharsets.ISO_8859_1)) : answer;
          int passes =
              switch (now) {
                case BEFORE_THE_REQUEST -> 0;
                case IN_THE_REQUEST, IN_THE_ANSWER ->
                    asks == (now == Cut.IN_THE_REQUEST) ? n / 2 : n;
                case BEFORE_THE_ANSWER -> asks ? n : 0;
                case NOWHERE -> n;
              };
          out.write(bytes, 0, passes);
          if (passes < n) {
            return;
          }
        }
      } catch (IOException e) {
        // The other side hung up.
      } finally {
        close(from);
        close(to);
      }
    }

    private Cut asked(String text) {
      HEAD.matcher(text).results().map(found -> found.group(1)).forEach(requests::add);
      if (!SENT.matcher(text).find()) {
        return Cut.NOWHERE;
      }
      Cut now = cut.getAndSet(Cut.NOWHERE);
      answer = now;
      return now;
    }

    private static void close(Closeable socket) {
      try {
        socket.close();
      } catch (IOException e) {
        // It is gone anyway.
      }
    }
  }

  @Override
  public void close() {
    try {
      entrance.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
