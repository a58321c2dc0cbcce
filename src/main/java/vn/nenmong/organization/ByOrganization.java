package vn.nenmong.organization;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/// A list that `?organization=CODE` narrows to one organization of those that the viewer sees: the
/// `viewer` of the model then reaches no further. `chooser` offers them where there are several.
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
public @interface ByOrganization {}
