package vn.nenmong.consolidation.plan;

import java.util.List;

/// A plan as the solver works on it.
interface Plan {

  List<? extends Choice> choices();
}
