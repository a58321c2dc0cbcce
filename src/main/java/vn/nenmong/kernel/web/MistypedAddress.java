package vn.nenmong.kernel.web;

import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.method.annotation.MethodArgumentTypeMismatchException;

/// An address with a part that cannot be what it stands for leads nowhere, like any other that
/// does.
@ControllerAdvice
class MistypedAddress {

  @ExceptionHandler(MethodArgumentTypeMismatchException.class)
  @ResponseStatus(code = HttpStatus.NOT_FOUND, reason = "page.error.notFound")
  void leadsNowhere() {}
}
