package vn.nenmong.consolidation.plan;

import java.util.List;
import vn.nenmong.organization.OrganizationRef;

/// @param all that could be chosen
public record ChosenCommune(OrganizationRef commune, List<OrganizationRef> all) {}
