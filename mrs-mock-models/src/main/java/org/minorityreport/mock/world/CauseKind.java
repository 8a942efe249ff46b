package org.minorityreport.mock.world;

import java.util.List;
import org.minorityreport.mock.world.narrative.ShapeFamily;

/** What may happen at random: its category, the sides to which it moves sales, and its course. */
enum CauseKind {
  RIVAL_EMPTY("competitor_action", "stock_out", "A rival's shelves are empty", 1, false),
  RIVAL_PRICE("competitor_action", "price_change", "A rival cuts its price", -1, false),
  VIDEO("social_media", "viral_video", "A video is shared widely", 1, false),
  BOYCOTT("social_media", "boycott", "A call for a boycott", -1, false),
  HEAT("weather", "heat", "Heat", 1, false),
  STORM("weather", "storm", "A storm", -1, false),
  TELEVISION("legacy_media", "tv_feature", "A feature on television", 1, false),
  SPOTS("paid_media", "online", "An online campaign", 1, true),
  DISCOUNT("trade_promotion", "price_reduction", "A price reduction", 1, true),
  FESTIVAL("retail_event", "store_event", "A street festival", 1, false),
  FLOOD("natural_disaster", "flood", "A flood", -1, false),
  RAIL("travel_disruption", "rail", "Trains stand still", -1, false),
  PODCAST("podcast", "mention", "A podcast mentions the range", 1, false),
  LATE_LORRY("supply_chain", "late_delivery", "A delivery does not come", -1, false),
  DOUBLE_BOOKING("data_error", "double_booking", "A till books twice", 1, false),
  HOLIDAY("calendar", "public_holiday", "A local holiday", 1, false);

  private static final List<ShapeFamily> UP =
      List.of(
          ShapeFamily.PLATEAU,
          ShapeFamily.SPIKE,
          ShapeFamily.DECAY,
          ShapeFamily.DOUBLE,
          ShapeFamily.PLATEAU);
  private static final List<ShapeFamily> DOWN = List.of(ShapeFamily.PLATEAU, ShapeFamily.DECAY);

  private final String category;
  private final String subtype;
  private final String title;
  private final int side;
  private final boolean paid;

  CauseKind(String category, String subtype, String title, int side, boolean paid) {
    this.category = category;
    this.subtype = subtype;
    this.title = title;
    this.side = side;
    this.paid = paid;
  }

  String category() {
    return category;
  }

  String subtype() {
    return subtype;
  }

  String title() {
    return title;
  }

  /** 1 for more sales, -1 for fewer. */
  int side() {
    return side;
  }

  /** Whether it is a row among the campaigns. */
  boolean isPaid() {
    return paid;
  }

  /** The courses that it may take. */
  List<ShapeFamily> shapes() {
    return side > 0 ? UP : DOWN;
  }
}
