package vn.nenmong.kernel.time;

import java.time.LocalDate;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class TimeConfiguration {

  /// @param workingDay such as `2016-12-31`, or empty for the day of the clock
  @Bean
  Today today(@Value("${nenmong.working-day:}") String workingDay) {
    return Today.ofThisMachine(workingDay.isBlank() ? null : LocalDate.parse(workingDay.strip()));
  }
}
