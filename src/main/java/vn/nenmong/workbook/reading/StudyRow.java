package vn.nenmong.workbook.reading;

import java.time.LocalDate;

public record StudyRow(
    int row, String document, LocalDate heldOn, String organization, int due, int present) {}
