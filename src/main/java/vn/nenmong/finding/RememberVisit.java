package vn.nenmong.finding;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.security.Principal;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.HandlerMapping;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/// Notes whose page an account has opened, so that the search can lead back to it.
@Configuration(proxyBeanMethods = false)
class RememberVisit implements HandlerInterceptor, WebMvcConfigurer {

  private static final int MOST = 12;

  private final FindRepository repository;

  RememberVisit(FindRepository repository) {
    this.repository = repository;
  }

  @Override
  public void addInterceptors(InterceptorRegistry registry) {
    registry
        .addInterceptor(this)
        .addPathPatterns("/members/{id}", "/organizations/{id}", "/villages/{id}")
        .excludePathPatterns("/*/export");
  }

  /// Only a page that was found is shown by a view.
  @Override
  public void postHandle(
      HttpServletRequest request,
      HttpServletResponse response,
      Object handler,
      @Nullable ModelAndView view) {
    Principal account = request.getUserPrincipal();
    Object variables = request.getAttribute(HandlerMapping.URI_TEMPLATE_VARIABLES_ATTRIBUTE);
    if (view != null
        && account != null
        && variables instanceof Map<?, ?> map
        && map.get("id") instanceof String id) {
      repository.visit(account.getName(), UUID.fromString(id), MOST);
    }
  }
}
