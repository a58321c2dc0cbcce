package vn.nenmong.access;

import jakarta.servlet.DispatcherType;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Locale;
import java.util.Optional;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpStatus;
import org.springframework.security.authentication.AuthenticationEventPublisher;
import org.springframework.security.authentication.AuthenticationManager;
import org.springframework.security.authentication.ProviderManager;
import org.springframework.security.authorization.AuthorizationDecision;
import org.springframework.security.config.Customizer;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.CsrfConfigurer;
import org.springframework.security.config.annotation.web.configurers.LogoutConfigurer;
import org.springframework.security.config.annotation.web.configurers.RequestCacheConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.core.userdetails.UsernameNotFoundException;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.access.intercept.AuthorizationFilter;
import org.springframework.security.web.authentication.HttpStatusEntryPoint;
import org.springframework.security.web.csrf.CsrfException;
import org.springframework.security.web.servlet.util.matcher.PathPatternRequestMatcher;
import org.springframework.security.web.util.matcher.AnyRequestMatcher;
import vn.nenmong.kernel.time.Today;

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

  /// The only way in. Beside a provider that makes people wait there must be none that does not.
  @Bean
  AuthenticationManager signIn(
      AccountRepository accounts,
      PasswordEncoder passwords,
      Patience patience,
      AuthenticationEventPublisher events) {
    var manager =
        new ProviderManager(
            new PatientSignIn(username -> signedIn(accounts, username), passwords, patience));
    manager.setAuthenticationEventPublisher(events);
    return manager;
  }

  private static SignedIn signedIn(AccountRepository accounts, String username) {
    return accounts
        .find(username.strip().toLowerCase(Locale.ROOT))
        .map(account ->
            new SignedIn(account.username(), account.passwordHash(), account.secondFactor(), false))
        .orElseThrow(() -> new UsernameNotFoundException("no such account"));
  }

  /// What comes with a secret of its own in place of a session, and leaves none: other programs at
  /// the API, and calendars.
  @Bean
  @Order(1)
  SecurityFilterChain withoutSession(
      HttpSecurity http,
      AccessTable table,
      AccountRepository accounts,
      ApiTokenRepository tokens,
      Entrances entrances,
      Patience patience,
      Today today)
      throws Exception {
    TokenAtWork atWork = new TokenAtWork(tokens, accounts, table, patience, today);
    http.securityMatcher(TokenAtWork::isAsked);
    http.addFilterBefore(atWork, AuthorizationFilter.class);
    http.authorizeHttpRequests(routes ->
        routes
            .dispatcherTypeMatchers(DispatcherType.ERROR, DispatcherType.FORWARD)
            .permitAll()
            .anyRequest()
            .access((_, asked) -> new AuthorizationDecision(atWork.mayTake(asked.getRequest()))));
    http.sessionManagement(
        session -> session.sessionCreationPolicy(SessionCreationPolicy.STATELESS));
    http.requestCache(RequestCacheConfigurer::disable);
    http.logout(LogoutConfigurer::disable);
    // Nothing is written here, and the browser sends none of these secrets by itself.
    http.csrf(CsrfConfigurer::disable);
    http.exceptionHandling(errors ->
        errors.accessDeniedHandler((request, response, _) -> {
          entrances.refused(AtWork.viewer(request), request.getRequestURI());
          response.sendError(refusal(table, request).value());
        }));
    guardHeaders(http);
    return http.build();
  }

  @Bean
  SecurityFilterChain pages(
      HttpSecurity http,
      AccessTable table,
      AccountRepository accounts,
      Entrances entrances,
      Arrivals arrivals,
      AuthenticationManager signIn,
      @Value("${nenmong.second-factor:required}") String secondFactor)
      throws Exception {
    AtWork atWork = new AtWork(accounts, table, arrivals, secondFactor.equals("required"));
    http.authenticationManager(signIn);
    http.addFilterBefore(atWork, AuthorizationFilter.class);
    http.authorizeHttpRequests(routes ->
        routes
            .dispatcherTypeMatchers(DispatcherType.ERROR, DispatcherType.FORWARD)
            .permitAll()
            .anyRequest()
            .access((_, asked) -> atWork.mayTake(asked.getRequest())));
    http.formLogin(form ->
        form.loginPage("/sign-in")
            .successHandler(arrivals::byPassword)
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
            // What a phone has not sent yet stays, sealed by its PIN.
            .addLogoutHandler(
                (_, response, _) -> response.setHeader("Clear-Site-Data", "\"cache\""))
            .logoutSuccessHandler((request, response, _) ->
                response.sendRedirect(
                    entrance(request)
                        + (request.getParameter("change") == null ? "?out" : "?change"))));
    http.httpBasic(Customizer.withDefaults());
    http.exceptionHandling(errors ->
        errors
            .accessDeniedHandler((request, response, denied) -> {
              Optional<KeptForm> form =
                  denied instanceof CsrfException ? KeptForm.of(request, table) : Optional.empty();
              if (form.isPresent()) {
                keep(form.get(), request, response);
                return;
              }
              if (awaitsCode()) {
                response.sendRedirect("/sign-in/code");
                return;
              }
              Viewer viewer = AtWork.viewer(request);
              if (request.getMethod().equals("GET") && atWork.lacksSecondFactor(viewer)) {
                response.sendRedirect("/my-account/second-factor");
                return;
              }
              entrances.refused(viewer, request.getRequestURI());
              response.sendError(refusal(table, request).value());
            })
            .defaultAuthenticationEntryPointFor(
                new HttpStatusEntryPoint(HttpStatus.UNAUTHORIZED),
                PathPatternRequestMatcher.withDefaults().matcher("/api/**"))
            .defaultAuthenticationEntryPointFor(
                (request, response, _) -> {
                  Optional<KeptForm> form = KeptForm.of(request, table);
                  if (form.isPresent()) {
                    keep(form.get(), request, response);
                  } else {
                    response.sendRedirect(entrance(request));
                  }
                },
                AnyRequestMatcher.INSTANCE));
    guardHeaders(http);
    return http.build();
  }

  private static HttpStatus refusal(AccessTable table, HttpServletRequest request) {
    return request.getUserPrincipal() == null || table.lists(request.getRequestURI())
        ? HttpStatus.FORBIDDEN
        : HttpStatus.NOT_FOUND;
  }

  private static void guardHeaders(HttpSecurity http) {
    http.headers(headers ->
        headers
            .contentSecurityPolicy(csp -> csp.policyDirectives(CONTENT_SECURITY_POLICY))
            .referrerPolicy(policy ->
                policy.policy(
                    org.springframework.security.web.header.writers.ReferrerPolicyHeaderWriter
                        .ReferrerPolicy.SAME_ORIGIN)));
  }

  /// Where one signs in: on a phone that is known, by its PIN.
  private static String entrance(HttpServletRequest request) {
    return Devices.says(request) ? "/device" : "/sign-in";
  }

  private static boolean awaitsCode() {
    Authentication known = SecurityContextHolder.getContext().getAuthentication();
    return known != null
        && known.getPrincipal() instanceof SignedIn signedIn
        && signedIn.awaitsCode();
  }

  /// Keeps a form whose session ran out until its account has signed in, if it has not meanwhile.
  private static void keep(KeptForm form, HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    Authentication known = SecurityContextHolder.getContext().getAuthentication();
    String account =
        known != null && known.getPrincipal() instanceof SignedIn signedIn
            ? signedIn.username()
            : null;
    if (account == null || form.isOf(account)) {
      form.keepIn(request.getSession());
    }
    response.sendRedirect(account == null ? entrance(request) + "?expired" : "/sign-in/kept");
  }
}
