package vn.nenmong.consolidation.health;

import org.jspecify.annotations.Nullable;

/// A setting on the page where it is changed.
///
/// @param typed what stands in its field; empty where it is as above
/// @param isWrong whether that can't be
/// @param inherited what counts where the field is empty
/// @param from where that comes from; null for the usual
/// @param own what the part has set; null where it has set nothing
public record SettingLine(
    Setting setting,
    String typed,
    boolean isWrong,
    int inherited,
    Settings.@Nullable Set from,
    Settings.@Nullable Set own) {}
