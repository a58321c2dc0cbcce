package vn.nenmong.workbook.intake;

import java.util.List;
import java.util.Map;
import vn.nenmong.workbook.intake.RegisterRepository.Write;

/// What an import would do, and the rows with which it would.
///
/// @param defer whether lives of organizations change, so that constraints wait for the end
record ImportPlan(
    ImportResult result, Map<Write, Batch> batches, boolean defer, List<Ended> ended) {}
