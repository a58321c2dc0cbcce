package vn.nenmong.workbook.reading;

import java.time.LocalDate;

public record ResolutionRow(
    int row,
    String number,
    String kind,
    String subject,
    LocalDate issuedOn,
    String organization,
    boolean thematic) {}
