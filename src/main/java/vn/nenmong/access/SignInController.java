package vn.nenmong.access;

import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

@Controller
class SignInController {

  @GetMapping("/sign-in")
  String show(
      Model model,
      @RequestParam(required = false) String error,
      @RequestParam(required = false) String out) {
    model.addAttribute("failed", error != null);
    model.addAttribute("out", out != null);
    return "vn/nenmong/access/signIn";
  }
}
