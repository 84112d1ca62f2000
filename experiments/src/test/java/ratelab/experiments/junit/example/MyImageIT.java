package ratelab.experiments.junit.example;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.extension.ExtendWith;
import ratelab.experiments.lab.docker.DockerGuard;
import ratelab.experiments.lab.docker.SomebodysImage;

/** Runs the documented example where an engine answers; our Python peer's image stands for one. */
@ExtendWith(DockerGuard.class)
class MyImageIT extends MyImageExample {
  private static final SomebodysImage IMAGE = new SomebodysImage("my-service", "latest");

  @BeforeAll
  static void build_it() {
    IMAGE.make();
  }

  @AfterAll
  static void remove_it() {
    IMAGE.close();
  }
}
