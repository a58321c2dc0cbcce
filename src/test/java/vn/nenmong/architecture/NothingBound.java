package vn.nenmong.architecture;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.domain.JavaParameter;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.RequestMapping;
import vn.nenmong.access.Viewer;
import vn.nenmong.kernel.web.Page;

/// What a request is answered with takes who is at work, and the frame of the page, from the model
/// as they were put there: nothing that a request says is bound to them.
final class NothingBound extends ArchCondition<JavaClass> {

  NothingBound() {
    super("bind nothing of a request to who is at work");
  }

  @Override
  public void check(JavaClass type, ConditionEvents events) {
    for (JavaMethod method : type.getMethods()) {
      boolean answers =
          method.isAnnotatedWith(RequestMapping.class)
              || method.isMetaAnnotatedWith(RequestMapping.class)
              || method.isAnnotatedWith(ModelAttribute.class);
      if (answers) {
        method.getParameters().stream()
            .filter(NothingBound::isBound)
            .forEach(parameter ->
                events.add(
                    SimpleConditionEvent.violated(
                        parameter, parameter.getDescription() + " may be bound")));
      }
    }
  }

  private static boolean isBound(JavaParameter parameter) {
    boolean ours =
        parameter.getRawType().isEquivalentTo(Viewer.class)
            || parameter.getRawType().isEquivalentTo(Page.class);
    return ours
        && parameter
            .tryGetAnnotationOfType(ModelAttribute.class)
            .map(ModelAttribute::binding)
            .orElse(true);
  }
}
