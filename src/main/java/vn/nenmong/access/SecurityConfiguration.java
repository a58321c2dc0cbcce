package vn.nenmong.access;

import jakarta.servlet.DispatcherType;
import java.util.Locale;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.HttpStatus;
import org.springframework.security.authentication.AuthenticationProvider;
import org.springframework.security.config.Customizer;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.core.userdetails.UserDetailsService;
import org.springframework.security.core.userdetails.UsernameNotFoundException;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.access.intercept.AuthorizationFilter;
import org.springframework.security.web.authentication.HttpStatusEntryPoint;
import org.springframework.security.web.authentication.LoginUrlAuthenticationEntryPoint;
import org.springframework.security.web.servlet.util.matcher.PathPatternRequestMatcher;
import org.springframework.security.web.util.matcher.AnyRequestMatcher;

/// Sign-in, and the access table as the only list of what may be asked for.
@Configuration(proxyBeanMethods = false)
class SecurityConfiguration {

  private static final String CONTENT_SECURITY_POLICY =
      "default-src 'self'; object-src 'none'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'";

  @Bean
  AccessTable accessTable() {
    return AccessTable.load();
  }

  @Bean
  PasswordEncoder passwordEncoder() {
    return new ComposedPasswordEncoder();
  }

  @Bean
  UserDetailsService accounts(AccountRepository accounts) {
    return username ->
        accounts
            .find(username.strip().toLowerCase(Locale.ROOT))
            .map(account -> new SignedIn(account.username(), account.passwordHash()))
            .orElseThrow(() -> new UsernameNotFoundException("no such account"));
  }

  @Bean
  AuthenticationProvider signIn(
      UserDetailsService accounts, PasswordEncoder passwords, Patience patience) {
    return new PatientSignIn(accounts, passwords, patience);
  }

  @Bean
  SecurityFilterChain pages(
      HttpSecurity http, AccessTable table, AccountRepository accounts, Entrances entrances)
      throws Exception {
    AtWork atWork = new AtWork(accounts, table);
    http.addFilterBefore(atWork, AuthorizationFilter.class);
    http.authorizeHttpRequests(routes ->
        routes
            .dispatcherTypeMatchers(DispatcherType.ERROR, DispatcherType.FORWARD)
            .permitAll()
            .anyRequest()
            .access((_, asked) -> atWork.mayTake(asked.getRequest())));
    http.formLogin(form ->
        form.loginPage("/sign-in")
            .defaultSuccessUrl("/home")
            .failureHandler((_, response, failure) ->
                response.sendRedirect(
                    failure instanceof PatientSignIn.Wait wait
                        ? "/sign-in?wait=" + wait.seconds()
                        : "/sign-in?error"))
            .permitAll());
    http.logout(out ->
        out.logoutUrl("/sign-out")
            .addLogoutHandler(
                (request, _, who) -> entrances.signedOut(who, request.getRemoteAddr()))
            .logoutSuccessUrl("/sign-in?out"));
    http.httpBasic(Customizer.withDefaults());
    http.exceptionHandling(errors ->
        errors
            .accessDeniedHandler((request, response, _) -> {
              entrances.refused(AtWork.viewer(request), request.getRequestURI());
              response.sendError(
                  request.getUserPrincipal() == null || table.lists(request.getRequestURI())
                      ? HttpStatus.FORBIDDEN.value()
                      : HttpStatus.NOT_FOUND.value());
            })
            .defaultAuthenticationEntryPointFor(
                new HttpStatusEntryPoint(HttpStatus.UNAUTHORIZED),
                PathPatternRequestMatcher.withDefaults().matcher("/api/**"))
            .defaultAuthenticationEntryPointFor(
                new LoginUrlAuthenticationEntryPoint("/sign-in"), AnyRequestMatcher.INSTANCE));
    http.headers(headers ->
        headers
            .contentSecurityPolicy(csp -> csp.policyDirectives(CONTENT_SECURITY_POLICY))
            .referrerPolicy(policy ->
                policy.policy(
                    org.springframework.security.web.header.writers.ReferrerPolicyHeaderWriter
                        .ReferrerPolicy.SAME_ORIGIN)));
    return http.build();
  }
}
