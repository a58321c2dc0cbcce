package vn.nenmong.figures;

import vn.nenmong.kernel.Refused;

/// No term of that name is known of an organization, or none that the one who asks may see.
public final class UnknownTerm extends Refused {

  UnknownTerm(String organization, String term) {
    super("figures.unknownTerm", organization, term);
  }
}
