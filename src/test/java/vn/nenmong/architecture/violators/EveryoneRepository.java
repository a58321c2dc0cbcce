package vn.nenmong.architecture.violators;

/// Reads people of every commune for whoever asks.
final class EveryoneRepository {

  static final String NAMES = "select p.name from person p where p.folded like :q";

  private EveryoneRepository() {}
}
