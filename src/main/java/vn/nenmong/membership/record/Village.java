package vn.nenmong.membership.record;

import java.util.UUID;

/// A village to choose from.
public record Village(UUID id, String name) {}
