package vn.nenmong.membership.due;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import vn.nenmong.membership.way.Due;

/// A part of what is due.
///
/// @param cells names by their ids
/// @param all how many there are in all parts
/// @param part number of this one, from 1
/// @param counts how many of each kind there are, whatever was chosen
public record DueList(
    List<DueLine> lines,
    Map<UUID, String> cells,
    int all,
    int part,
    int parts,
    Map<Due.What, Long> counts) {}
