package vn.nenmong;

import java.util.concurrent.locks.ReentrantLock;
import org.springframework.boot.context.event.ApplicationEnvironmentPreparedEvent;
import org.springframework.boot.context.event.ApplicationFailedEvent;
import org.springframework.boot.context.event.ApplicationStartingEvent;
import org.springframework.boot.context.event.SpringApplicationEvent;
import org.springframework.context.ApplicationListener;
import org.springframework.core.Ordered;

/// Programs that start beside each other in one process set up the one log of it after each other:
/// from before to after Spring Boot does so.
public final class OneLogAtATime {

  private static final ReentrantLock SETTING_UP = new ReentrantLock();

  private OneLogAtATime() {}

  public static final class Before
      implements ApplicationListener<ApplicationStartingEvent>, Ordered {

    @Override
    public void onApplicationEvent(ApplicationStartingEvent event) {
      SETTING_UP.lock();
    }

    @Override
    public int getOrder() {
      return HIGHEST_PRECEDENCE;
    }
  }

  public static final class After implements ApplicationListener<SpringApplicationEvent>, Ordered {

    @Override
    public void onApplicationEvent(SpringApplicationEvent event) {
      boolean done =
          event instanceof ApplicationEnvironmentPreparedEvent
              || event instanceof ApplicationFailedEvent;
      if (done && SETTING_UP.isHeldByCurrentThread()) {
        SETTING_UP.unlock();
      }
    }

    @Override
    public int getOrder() {
      return LOWEST_PRECEDENCE;
    }
  }
}
