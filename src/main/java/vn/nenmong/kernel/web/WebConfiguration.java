package vn.nenmong.kernel.web;

import java.time.Duration;
import java.util.List;
import java.util.Locale;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.servlet.LocaleResolver;
import org.springframework.web.servlet.i18n.CookieLocaleResolver;

/// The language of a request: the reader's choice in a cookie, else the office's setting.
@Configuration(proxyBeanMethods = false)
class WebConfiguration {

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
}
