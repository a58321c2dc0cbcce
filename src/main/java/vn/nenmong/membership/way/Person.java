package vn.nenmong.membership.way;

import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.nenmong.kernel.time.PartialDate;

/// Whose way it is.
public record Person(UUID id, UUID commune, String name, @Nullable PartialDate born) {}
