package vn.nenmong.kernel.database;

import java.sql.Connection;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.beans.factory.support.BeanDefinitionRegistry;
import org.springframework.beans.factory.support.BeanDefinitionRegistryPostProcessor;
import org.springframework.beans.factory.support.RootBeanDefinition;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.datasource.DelegatingDataSource;

/// A test that uses repositories of a Spring context by itself sees every commune, as a command
/// does. What a request does is inside the fence of who asks, and unfenced work on other threads
/// sees nothing, as when the program runs.
public final class TestsOutsideRequests
    implements ApplicationContextInitializer<ConfigurableApplicationContext> {

  @Override
  public void initialize(ConfigurableApplicationContext context) {
    context.addBeanFactoryPostProcessor(
        (BeanDefinitionRegistryPostProcessor) TestsOutsideRequests::register);
  }

  private static void register(BeanDefinitionRegistry beans) {
    beans.registerBeanDefinition("outsideRequests", new RootBeanDefinition(Outside.class));
  }

  static final class Outside implements BeanPostProcessor {
    private final Thread test = Thread.currentThread();

    @Override
    public Object postProcessAfterInitialization(Object bean, String name) {
      return bean instanceof DataSource source ? new Everything(source, test) : bean;
    }
  }

  private static final class Everything extends DelegatingDataSource {
    private final Thread test;

    Everything(DataSource source, Thread test) {
      super(source);
      this.test = test;
    }

    @Override
    public Connection getConnection() throws SQLException {
      return Fence.isBound() || Thread.currentThread() != test
          ? super.getConnection()
          : Fence.aroundEverything("command-line").call(super::getConnection);
    }
  }
}
