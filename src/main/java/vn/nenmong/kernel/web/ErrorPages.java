package vn.nenmong.kernel.web;

import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.webmvc.error.ErrorAttributes;
import org.springframework.boot.webmvc.error.ErrorController;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.context.request.ServletWebRequest;
import org.springframework.web.server.ResponseStatusException;

/// What went wrong and what to do, as a page or, for the API, as a problem document. Never the
/// inside of an exception.
@Controller
class ErrorPages implements ErrorController {

  private final ErrorAttributes errors;

  ErrorPages(ErrorAttributes errors) {
    this.errors = errors;
  }

  @RequestMapping("/error")
  Object error(HttpServletRequest request, HttpServletResponse response, Model model) {
    HttpStatus status = status(request);
    // What failed while the response was being finished has left it as it was before.
    response.setStatus(status.value());
    Object path = request.getAttribute(RequestDispatcher.ERROR_REQUEST_URI);
    if (path instanceof String uri && uri.startsWith("/api/")) {
      return ResponseEntity.status(status)
          .contentType(MediaType.APPLICATION_PROBLEM_JSON)
          .body(ProblemDetail.forStatus(status));
    }
    model.addAttribute("key", key(status, reason(request)));
    model.addAttribute("status", status.value());
    return "vn/nenmong/kernel/web/error";
  }

  private static HttpStatus status(HttpServletRequest request) {
    return request.getAttribute(RequestDispatcher.ERROR_STATUS_CODE) instanceof Integer code
        ? java.util.Objects.requireNonNullElse(
            HttpStatus.resolve(code), HttpStatus.INTERNAL_SERVER_ERROR)
        : HttpStatus.NOT_FOUND;
  }

  /// The message key that a controller gave as its reason, if it gave one.
  private @Nullable String reason(HttpServletRequest request) {
    return errors.getError(new ServletWebRequest(request)) instanceof ResponseStatusException thrown
            && thrown.getReason() != null
            && thrown.getReason().startsWith("page.error.")
        ? thrown.getReason()
        : null;
  }

  private static String key(HttpStatus status, @Nullable String reason) {
    if (reason != null) {
      return reason;
    }
    return switch (status) {
      case BAD_REQUEST -> "page.error.badRequest";
      case UNAUTHORIZED, FORBIDDEN -> "page.error.forbidden";
      case NOT_FOUND -> "page.error.notFound";
      case CONTENT_TOO_LARGE -> "page.error.tooLarge";
      default -> status.is4xxClientError() ? "page.error.badRequest" : "page.error.server";
    };
  }
}
