package vn.nenmong.command;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.MaxValuesExceededException;
import picocli.CommandLine.MissingParameterException;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.OverwrittenOptionException;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.UnmatchedArgumentException;

/// What was typed and cannot be understood, in one line of the user's language.
record Misunderstanding(Messages messages) {

  private static final Set<Class<?>> NUMBERS = Set.of(int.class, Integer.class);

  String of(ParameterException exception) {
    CommandSpec command = exception.getCommandLine().getCommandSpec();
    String help = "./" + command.qualifiedName() + " --help";
    return what(exception, command) + " " + messages.text("command.wrong.see", help);
  }

  private String what(ParameterException exception, CommandSpec command) {
    ArgSpec argument = exception.getArgSpec();
    return switch (exception) {
      case UnmatchedArgumentException unmatched -> unmatched(unmatched, command);
      case MissingParameterException missing ->
          messages.text("command.wrong.missing", names(missing.getMissing()));
      case OverwrittenOptionException twice ->
          messages.text("command.wrong.twice", name(twice.getOverwritten()));
      case MaxValuesExceededException _ -> messages.text("command.wrong.tooMany");
      default ->
          argument == null
              ? messages.text("command.wrong.noCommand")
              : messages.text(value(argument), name(argument), given(exception.getValue()));
    };
  }

  private String unmatched(UnmatchedArgumentException exception, CommandSpec command) {
    String first = exception.getUnmatched().getFirst();
    if (exception.isUnknownOption()) {
      return messages.text("command.wrong.option", first);
    }
    return messages.text(
        command.subcommands().isEmpty() ? "command.wrong.tooMuch" : "command.wrong.command", first);
  }

  private static String value(ArgSpec argument) {
    Class<?> type = argument.auxiliaryTypes()[0];
    if (NUMBERS.contains(type)) {
      return "command.wrong.number";
    }
    return type.equals(LocalDate.class) ? "command.wrong.day" : "command.wrong.value";
  }

  private static String names(List<ArgSpec> arguments) {
    return arguments.stream()
        .map(argument ->
            argument.isOption()
                ? name(argument) + " " + argument.paramLabel()
                : argument.paramLabel())
        .collect(Collectors.joining(", "));
  }

  private static String name(ArgSpec argument) {
    return argument instanceof OptionSpec option ? option.longestName() : argument.paramLabel();
  }

  private static String given(@Nullable String value) {
    return value == null ? "" : value;
  }
}
