package vn.nenmong.kernel.web;

import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.format.Formatter;
import org.springframework.format.FormatterRegistry;
import org.springframework.web.servlet.LocaleResolver;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;
import org.springframework.web.servlet.i18n.CookieLocaleResolver;
import vn.nenmong.kernel.time.PartialDate;
import vn.nenmong.kernel.time.TypedDay;

/// The language of a request: the reader's choice in a cookie, else the office's setting. Days are
/// read as people type them.
@Configuration(proxyBeanMethods = false)
class WebConfiguration implements WebMvcConfigurer {

  static final List<Locale> LANGUAGES = List.of(Locale.of("vi"), Locale.ENGLISH);

  @Bean
  LocaleResolver localeResolver(@Value("${nenmong.locale:vi}") String office) {
    CookieLocaleResolver resolver = new CookieLocaleResolver("nenmong-language");
    resolver.setDefaultLocale(Locale.of(office));
    resolver.setCookieMaxAge(Duration.ofDays(365));
    resolver.setCookieHttpOnly(true);
    resolver.setCookieSameSite("Lax");
    return resolver;
  }

  @Override
  public void addFormatters(FormatterRegistry registry) {
    registry.addFormatter(new DayFormatter());
  }

  private static final class DayFormatter implements Formatter<LocalDate> {

    @Override
    public LocalDate parse(String text, Locale locale) {
      return TypedDay.parse(text);
    }

    @Override
    public String print(LocalDate day, Locale locale) {
      return PartialDate.day(day).toVietnamese();
    }
  }
}
