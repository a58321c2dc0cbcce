package vn.nenmong.kernel.memory;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/// What was worked out from the registers. It is good as long as no register changes, whoever
/// changes it: the database tells.
@Component
public class Remembered {

  private static final int MOST = 500;

  private record Key(long version, Object question) {}

  private final RegisterVersionRepository repository;
  private final Cache<Key, Object> answers = Caffeine.newBuilder().maximumSize(MOST).build();
  private final ReentrantLock oneAtATime = new ReentrantLock();

  public Remembered(RegisterVersionRepository repository) {
    this.repository = repository;
  }

  /// The answer to a question, worked out only where it is not known. Within a transaction it is
  /// always worked out: to ask the version there would hold up those who write until its end.
  ///
  /// @param question all that the answer depends on but the registers: whose scope, of what, when
  /// @param answer gives an answer that is never changed, and asks nothing that is remembered
  @SuppressWarnings("unchecked")
  public <T> T answer(Object question, Supplier<T> answer) {
    Long version = TransactionSynchronizationManager.isActualTransactionActive() ? null : version();
    return version == null
        ? answer.get()
        : (T) answers.get(new Key(version, question), _ -> answer.get());
  }

  /// The answers to several questions of one kind, those that are not known worked out together.
  /// Within a transaction all are.
  ///
  /// @param answers to some of the questions, each with an answer that is never changed; they ask
  ///   nothing that is remembered
  @SuppressWarnings("unchecked")
  public <Q, T> Map<Q, T> answers(Set<Q> questions, Function<Set<Q>, Map<Q, T>> answers) {
    Long version = TransactionSynchronizationManager.isActualTransactionActive() ? null : version();
    if (version == null) {
      return answers.apply(questions);
    }
    Map<Key, Object> found =
        this.answers.getAll(
            questions.stream().map(question -> new Key(version, question)).toList(),
            open -> {
              Set<Q> asked =
                  open.stream().map(key -> (Q) key.question()).collect(Collectors.toSet());
              return answers.apply(asked).entrySet().stream()
                  .collect(
                      Collectors.toMap(
                          answer -> new Key(version, answer.getKey()), Map.Entry::getValue));
            });
    return found.entrySet().stream()
        .collect(
            Collectors.toMap(
                answer -> (Q) answer.getKey().question(), answer -> (T) answer.getValue()));
  }

  /// Two of our own must not take each other for one who writes.
  private @Nullable Long version() {
    oneAtATime.lock();
    try {
      return repository.version();
    } finally {
      oneAtATime.unlock();
    }
  }
}
