package vn.nenmong.access;

/// An account to be made, with one role on one part of the tree.
///
/// @param path ltree path of the organization it is for
/// @param demo whether it may sign in only in demo mode
public record NewAccount(
    String username, String displayName, Role role, String path, boolean demo) {}
