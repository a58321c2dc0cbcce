package vn.nenmong.activity.phone;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Stream;
import org.apache.commons.codec.digest.DigestUtils;
import org.springframework.core.io.ClassPathResource;
import org.springframework.http.CacheControl;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.config.annotation.ResourceHandlerRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;
import org.springframework.web.servlet.resource.VersionResourceResolver;

/// What the pages are made of, under one version: modules name each other by relative addresses, so
/// all have it in their path, and a phone never mixes two versions.
@Component
class PhoneFiles implements WebMvcConfigurer {

  private static final String FOLDER = "static/phone/";
  private static final String WORKER = "worker.js";
  private static final List<String> FILES =
      List.of("phone.css", "phone.js", "meeting.js", "store.js", "idb.js", "icon.svg");

  /// What else makes a page another one: its words and its frame.
  private static final List<String> BESIDE =
      List.of(
          "messages/activity.properties",
          "messages/activity_en.properties",
          "gg/jte/generated/precompiled/vn/nenmong/activity/phone/JteshellGenerated.class");

  private final String version =
      DigestUtils.sha256Hex(
              Stream.concat(
                      Stream.concat(FILES.stream(), Stream.of(WORKER)).map(FOLDER::concat),
                      BESIDE.stream())
                  .map(PhoneFiles::read)
                  .map(DigestUtils::sha256Hex)
                  .reduce("", String::concat))
          .substring(0, 12);

  @Override
  public void addResourceHandlers(ResourceHandlerRegistry registry) {
    registry
        .addResourceHandler("/phone/**")
        .addResourceLocations("classpath:/" + FOLDER)
        .setCacheControl(CacheControl.maxAge(java.time.Duration.ofDays(365)).immutable())
        .resourceChain(true)
        .addResolver(new VersionResourceResolver().addFixedVersionStrategy(version, "/**"));
  }

  String version() {
    return version;
  }

  /// Address of one of the files.
  String path(String file) {
    return "/phone/" + version + "/" + file;
  }

  /// The service worker, which knows its version and the files that belong to it.
  String worker() {
    return "const VERSION = '%s'\nconst FILES = ['%s']\n"
            .formatted(version, String.join("', '", FILES.stream().map(this::path).toList()))
        + new String(read(FOLDER + WORKER), StandardCharsets.UTF_8);
  }

  private static byte[] read(String path) {
    try (InputStream in = new ClassPathResource(path).getInputStream()) {
      return in.readAllBytes();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
