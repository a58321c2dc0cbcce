package vn.nenmong.account;

import com.nulabinc.zxcvbn.Zxcvbn;
import java.text.Normalizer;
import java.util.List;
import java.util.Optional;

/// What a password must be: long, and not one of those that are tried first. No kinds of letters
/// are asked for, and it does not run out.
final class PasswordRules {

  private static final int LEAST_LETTERS = 12;
  private static final int LEAST_WORDS = 4;
  private static final int MOST_LETTERS = 500;

  /// Of 0 to 4: «safely unguessable» by zxcvbn's own words.
  private static final int LEAST_SCORE = 3;

  private static final Zxcvbn GUESSER = new Zxcvbn();

  private PasswordRules() {}

  /// @param about what the password must not be made of: names of the account
  /// @return message key of what is wrong with it, or nothing
  static Optional<String> problem(String typed, List<String> about) {
    String password = Normalizer.normalize(typed, Normalizer.Form.NFKC);
    int letters = password.codePointCount(0, password.length());
    if (letters > MOST_LETTERS) {
      return Optional.of("account.password.long");
    }
    if (letters < LEAST_LETTERS && password.strip().split("\\s+").length < LEAST_WORDS) {
      return Optional.of("account.password.short");
    }
    String looked = password.substring(0, password.offsetByCodePoints(0, Math.min(letters, 100)));
    return GUESSER.measure(looked, about).getScore() < LEAST_SCORE
        ? Optional.of("account.password.common")
        : Optional.empty();
  }
}
