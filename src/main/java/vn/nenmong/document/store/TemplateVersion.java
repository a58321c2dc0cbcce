package vn.nenmong.document.store;

import java.time.Instant;

/// A template that an office has put in, without the file.
///
/// @param putBy account that put it in
public record TemplateVersion(
    int version, String fileName, Instant putAt, String putBy, boolean inUse) {}
