package vn.nenmong.command;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Properties;
import java.util.ResourceBundle;
import org.springframework.context.support.ResourceBundleMessageSource;
import org.springframework.core.io.ClassPathResource;
import org.springframework.core.io.support.PropertiesLoaderUtils;
import org.springframework.util.StringUtils;

/// The same texts as the pages', before there is a context of Spring.
final class Messages {

  private final ResourceBundleMessageSource source = new ResourceBundleMessageSource();
  private final Locale locale;

  Messages(Locale locale) {
    this.locale = locale;
    source.setBasenames(StringUtils.commaDelimitedListToStringArray(basenames()));
    source.setDefaultEncoding(StandardCharsets.UTF_8.name());
    source.setFallbackToSystemLocale(false);
  }

  private static String basenames() {
    try {
      Properties properties =
          PropertiesLoaderUtils.loadProperties(new ClassPathResource("application.properties"));
      return properties.getProperty("spring.messages.basename");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// A code without a text stays as it is.
  String text(String code, Object... arguments) {
    return String.valueOf(source.getMessage(code, arguments, code, locale));
  }

  /// For the help of the commands.
  ResourceBundle help() {
    return ResourceBundle.getBundle(
        "messages/command",
        locale,
        ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES));
  }
}
