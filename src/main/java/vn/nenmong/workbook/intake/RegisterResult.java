package vn.nenmong.workbook.intake;

import java.util.List;

/// How the rows of one sheet stood to the database: each is new, changed, unchanged or left out for
/// a problem.
///
/// @param changes what changed, the first two hundred values
/// @param absent what the database holds for the year and the file does not name; nothing is done
///   to it
public record RegisterResult(
    String sheet,
    int added,
    int changed,
    int unchanged,
    int leftOut,
    List<Change> changes,
    List<String> absent) {}
