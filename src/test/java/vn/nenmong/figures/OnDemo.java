package vn.nenmong.figures;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.test.context.ContextConfiguration;
import vn.nenmong.Application;
import vn.nenmong.TestDatabase;

/// The whole program on the demo's commune, imported from its workbook.
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@SpringBootTest(
    classes = Application.class,
    properties = {"nenmong.demo=true", "nenmong.working-day=2016-12-31"})
@ContextConfiguration(initializers = TestDatabase.ForSpring.class)
@AutoConfigureMockMvc
@interface OnDemo {}
