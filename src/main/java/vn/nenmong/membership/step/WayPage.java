package vn.nenmong.membership.step;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import vn.nenmong.membership.way.Due;
import vn.nenmong.membership.way.Person;
import vn.nenmong.membership.way.StepKind;
import vn.nenmong.membership.way.Way;

/// The way of one person, past and due.
///
/// @param cell name of theirs
/// @param open steps that can be taken next, by the parts of a way
public record WayPage(
    Person person,
    Way way,
    @Nullable String cell,
    List<StepLine> lines,
    List<Due> dues,
    Map<StepKind.Group, List<StepKind>> open) {}
