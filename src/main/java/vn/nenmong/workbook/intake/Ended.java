package vn.nenmong.workbook.intake;

import java.time.LocalDate;
import java.util.UUID;

/// Something that an import ends because the user said so.
///
/// @param last its last day
record Ended(String register, UUID id, String name, LocalDate last, String reason) {}
