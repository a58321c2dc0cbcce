package vn.nenmong.membership.due;

import java.util.UUID;
import vn.nenmong.kernel.time.PartialDate;
import vn.nenmong.membership.way.Badges;
import vn.nenmong.membership.way.Person;

/// Someone whose badge falls due.
///
/// @param from day from which their party age counts, as far as it is known
public record BadgeLine(Person person, UUID cell, PartialDate from, Badges.Next next) {}
