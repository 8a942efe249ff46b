package org.minorityreport.mock.world;

import java.util.Arrays;
import java.util.List;
import java.util.TreeSet;

/** The cities of the simulated world, with the middle of each. */
enum City {
  LONDON("LON", "London", "Greater London", 51.5074, -0.1278),
  BIRMINGHAM("BIR", "Birmingham", "West Midlands", 52.4862, -1.8904),
  COVENTRY("COV", "Coventry", "West Midlands", 52.4068, -1.5197),
  MANCHESTER("MAN", "Manchester", "North West", 53.4808, -2.2426),
  LIVERPOOL("LIV", "Liverpool", "North West", 53.4084, -2.9916),
  LEEDS("LEE", "Leeds", "Yorkshire", 53.8008, -1.5491),
  SHEFFIELD("SHE", "Sheffield", "Yorkshire", 53.3811, -1.4701),
  NEWCASTLE("NEW", "Newcastle", "North East", 54.9783, -1.6178),
  GLASGOW("GLA", "Glasgow", "Scotland", 55.8642, -4.2518),
  EDINBURGH("EDI", "Edinburgh", "Scotland", 55.9533, -3.1883),
  BRISTOL("BRI", "Bristol", "South West", 51.4545, -2.5879),
  PLYMOUTH("PLY", "Plymouth", "South West", 50.3755, -4.1427);

  private final String code;
  private final String title;
  private final String region;
  private final double lat;
  private final double lon;

  City(String code, String title, String region, double lat, double lon) {
    this.code = code;
    this.title = title;
    this.region = region;
    this.lat = lat;
    this.lon = lon;
  }

  String code() {
    return code;
  }

  String title() {
    return title;
  }

  String region() {
    return region;
  }

  double lat() {
    return lat;
  }

  double lon() {
    return lon;
  }

  static List<String> titles() {
    return Arrays.stream(values()).map(City::title).toList();
  }

  static List<String> regions() {
    TreeSet<String> regions = new TreeSet<>();
    for (City city : values()) {
      regions.add(city.region);
    }
    return List.copyOf(regions);
  }
}
