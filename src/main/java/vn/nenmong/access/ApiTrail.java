package vn.nenmong.access;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/// Leaves a line in the trail for each time that another program is answered, be it let in by a
/// token or by someone's password.
@Component
class ApiTrail implements WebMvcConfigurer, HandlerInterceptor {

  private final Audit audit;
  private final JsonMapper json = JsonMapper.builder().build();

  ApiTrail(Audit audit) {
    this.audit = audit;
  }

  @Override
  public void addInterceptors(InterceptorRegistry interceptors) {
    var mine = interceptors.addInterceptor(this);
    for (ApiPart part : ApiPart.values()) {
      mine.addPathPatterns(part.path());
    }
  }

  @Override
  public boolean preHandle(
      HttpServletRequest request, HttpServletResponse response, Object handler) {
    Viewer viewer = AtWork.viewer(request);
    ApiTokenRepository.Token token = TokenAtWork.token(request);
    ObjectNode detail = json.createObjectNode().put("path", request.getRequestURI());
    if (token != null) {
      detail.put("token", token.name());
    }
    audit.record(
        viewer,
        viewer.onlyCommune(),
        "ask",
        "api",
        token == null ? null : token.id(),
        detail.toString());
    return true;
  }
}
