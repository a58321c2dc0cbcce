package vn.nenmong.consolidation.agency;

import java.util.UUID;

/// How many agencies of a kind a commune has.
///
/// @param covered of them, that have a cell
public record AgencyCount(UUID commune, AgencyKind kind, int agencies, int covered) {}
