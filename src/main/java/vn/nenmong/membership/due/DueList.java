package vn.nenmong.membership.due;

import java.util.Map;
import java.util.UUID;
import vn.nenmong.kernel.web.Part;
import vn.nenmong.membership.way.Due;

/// What is due, as its page shows it.
///
/// @param cells names by their ids
/// @param counts how many of each kind there are, whatever was chosen
public record DueList(Part<DueLine> lines, Map<UUID, String> cells, Map<Due.What, Long> counts) {}
