package vn.nenmong.access;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.RequestParam;
import vn.nenmong.kernel.web.Page;

@Controller
class SignInController {

  @GetMapping("/sign-in")
  String show(
      Model model,
      @RequestParam(required = false) @Nullable String error,
      @RequestParam(required = false) @Nullable Long wait,
      @RequestParam(required = false) @Nullable String out) {
    model.addAttribute("failed", error != null);
    model.addAttribute("wait", wait);
    model.addAttribute("out", out != null);
    return "vn/nenmong/access/signIn";
  }

  /// The first page that someone may open.
  @GetMapping("/home")
  String home(@ModelAttribute(binding = false) Page page) {
    return page.mayOpen("/") ? "redirect:/" : "redirect:/accounts";
  }
}
