package vn.nenmong.review;

import java.util.List;
import org.springframework.stereotype.Component;
import vn.nenmong.kernel.Checkup;

/// Whether those who were reviewed were members in that year. Names them by their ids only.
@Component
class ReviewsCheckup implements Checkup {

  private final ReviewsCheckupRepository reviews;

  ReviewsCheckup(ReviewsCheckupRepository reviews) {
    this.reviews = reviews;
  }

  @Override
  public String name() {
    return "reviews";
  }

  @Override
  public List<Finding> findings() {
    return reviews.ofNoMember().stream()
        .map(review -> Finding.of("review.checkup.ofNoMember", review.person(), review.year()))
        .toList();
  }
}
