package vn.nenmong.membership.due;

import java.util.UUID;
import vn.nenmong.membership.way.Badges;
import vn.nenmong.membership.way.Person;

/// Someone whose badge falls due.
public record BadgeLine(Person person, UUID cell, Badges.Next next) {}
