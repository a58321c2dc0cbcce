package vn.nenmong;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import javax.sql.DataSource;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.jdbc.datasource.DelegatingDataSource;

/// Counts the statements that the program sends on the thread of the test: `@Import` it into a test
/// with Spring. What is done beside the requests, such as sealing the trail, is not counted.
@TestConfiguration(proxyBeanMethods = false)
public class StatementCount {

  private static final ThreadLocal<Integer> COUNT = ThreadLocal.withInitial(() -> 0);

  /// What a deed sends.
  public static int of(Runnable deed) {
    int before = COUNT.get();
    deed.run();
    return COUNT.get() - before;
  }

  @Bean
  static BeanPostProcessor countingDataSource() {
    return new BeanPostProcessor() {
      @Override
      public Object postProcessAfterInitialization(Object bean, String name) {
        return bean instanceof DataSource source ? counting(source) : bean;
      }
    };
  }

  private static DataSource counting(DataSource source) {
    return new DelegatingDataSource(source) {
      @Override
      public Connection getConnection() throws java.sql.SQLException {
        return counting(super.getConnection());
      }
    };
  }

  private static Connection counting(Connection connection) {
    return (Connection)
        Proxy.newProxyInstance(
            StatementCount.class.getClassLoader(),
            new Class<?>[] {Connection.class},
            (proxy, method, arguments) -> {
              if (method.getName().startsWith("prepare")) {
                COUNT.set(COUNT.get() + 1);
              }
              try {
                return method.invoke(connection, arguments);
              } catch (InvocationTargetException e) {
                throw e.getCause();
              }
            });
  }
}
