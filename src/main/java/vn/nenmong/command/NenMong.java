package vn.nenmong.command;

import picocli.CommandLine.Command;

/// The command without a name of its own, above all others.
@Command(
    name = "nenmong",
    mixinStandardHelpOptions = true,
    versionProvider = NenMong.Version.class,
    scope = picocli.CommandLine.ScopeType.INHERIT,
    subcommands = {
      Serve.class,
      Demo.class,
      DatabaseAddresses.class,
      Doctor.class,
      Invite.class,
      Backup.class,
      Restore.class,
      FiguresCommand.class,
      IndicatorsCommand.class,
      Import.class,
      Report.class,
      ReorganizeCommand.class,
      RulesCommand.class,
      Bench.class
    })
record NenMong(Class<?> application, Settings settings, Messages messages) {

  static final class Version implements picocli.CommandLine.IVersionProvider {
    @Override
    public String[] getVersion() {
      String version = NenMong.class.getPackage().getImplementationVersion();
      return new String[] {"nenmong " + (version == null ? "" : version)};
    }
  }
}
