package vn.nenmong;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.modulith.Modulithic;

/// Nền Móng.
@SpringBootApplication
@Modulithic(sharedModules = "kernel")
public class Application {
  public static void main(String[] args) {
    SpringApplication.run(Application.class, args);
  }
}
