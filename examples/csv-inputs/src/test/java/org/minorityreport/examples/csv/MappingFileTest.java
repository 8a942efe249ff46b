package org.minorityreport.examples.csv;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.minorityreport.api.error.InvalidInputException;
import org.minorityreport.api.input.AbsentMeans;
import org.minorityreport.api.input.InputTables;
import org.minorityreport.api.input.SalesSource;
import org.minorityreport.api.series.Cadence;

class MappingFileTest {
  @TempDir Path temporary;

  @Test
  void mapping_renamesFilesColumnsAndGivesConstants() {
    InputTables tables =
        new CsvFolder(temporary)
            .mapping(
                """
                'source':'tills','cadence':'P1D','absent_means':'zero_if_open','currency':'EUR',
                'sales':{'file':'tx.txt','delimiter':';','time_format':'d/M/yyyy',
                  'columns':{'store_id':'Store Nbr','timestamp':'date','units':'transactions'},
                  'constants':{'sku':'tickets'}},
                'stores':{'columns':{'region':'state'},'constants':{'retailer':'Acme'}}
                """)
            .file("stores.csv", "store_id,state", "S1,North")
            .file("tx.txt", "date;Store Nbr;transactions", "7/1/2025;S1;770")
            .read();

    assertThat(tables.source())
        .isEqualTo(
            SalesSource.builder()
                .name("tills")
                .cadence(Cadence.parse("P1D"))
                .absentMeans(AbsentMeans.ZERO_IF_OPEN)
                .currency("EUR")
                .build());
    assertThat(CsvFolder.units(tables, "S1", "tickets", "2025-01-07T00:00:00Z")).isEqualTo("770.0");
    assertThat(tables.stores().get(0).retailer()).isEqualTo("Acme");
    assertThat(tables.stores().get(0).region()).hasValue("North");
    assertThat(tables.deliveries().get(0).name()).isEqualTo("tx.txt");
  }

  @Test
  void mappingElsewhere_isReadInsteadOfThatOfTheFolder() {
    CsvFolder folder =
        new CsvFolder(temporary)
            .sales("S1,A,2025-01-07,5")
            .text("other.json", "\uFEFF{\"cadence\": \"P1D\"}");

    InputTables tables = CsvInputs.in(folder.path(), temporary.resolve("other.json")).read();

    assertThat(tables.refused()).isEmpty();
  }

  @Test
  void refusal_namesTheColumnAsInTheFile() {
    CsvFolder folder =
        new CsvFolder(temporary)
            .mapping("'cadence':'PT1H','max_refused_share':1,'sales':{'columns':{'units':'qty'}}")
            .file("sales.csv", "store_id,sku,timestamp,qty", "S1,A,2025-01-07T09:00Z,-1");

    assertThat(folder.onlyRefused().message()).startsWith("column 'qty' (units) is '-1', expected");
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "'cadance':'P1D' | key 'cadance' is not known; expected one of [absent_means, cadence,"
            + " campaigns, context, currency, delivered_at, deliveries, drivers, max_refused_share, returns, sales,"
            + " source, stores, zone]",
        "'cadence':'PT7M' | key 'cadence' is 'PT7M', expected a length such as PT15M, PT1H or P1D",
        "'cadence':15 | key 'cadence' is '15', expected a text",
        "'absent_means':'nil' | key 'absent_means' is 'nil', expected unknown or zero_if_open",
        "'currency':'pounds' | key 'currency' is 'pounds', expected three capital letters such as"
            + " GBP",
        "'returns':'yes' | key 'returns' is '\"yes\"', expected true or false",
        "'zone':'Mars/Base' | key 'zone' is 'Mars/Base', expected an IANA zone such as"
            + " Europe/London",
        "'delivered_at':'today' | key 'delivered_at' is 'today', expected a time with offset",
        "'max_refused_share':5 | key 'max_refused_share' is '5', expected a number from 0 to 1",
        "'sales':[] | key 'sales.' is '[]', expected an object {...}",
        "'sales':{'columns':{'qty':'x'}} | key 'sales.columns.qty' is not known; expected one of"
            + " [delivered_at, revenue, sku, store_id, timestamp, units]",
        "'sales':{'delimiter':'\"'} | line 1",
        "'sales':{'file':'../x.csv'} | key 'sales.file' is '../x.csv', expected the name of a file"
            + " in the folder",
        "'sales':{'time_format':'qqqqqqq'} | key 'sales.time_format' is 'qqqqqqq', expected a"
            + " pattern such as dd/MM/yyyy HH:mm",
        "'sales':{'columns':{'sku':'x'},'constants':{'sku':'y'}} | key 'sales.constants.sku' is"
            + " 'y', expected either a constant or a column, but both are given",
        "'source':'a','source':'b' | line 1"
      })
  void mistakes_areNamed(String entries, String message) {
    CsvFolder folder =
        new CsvFolder(temporary).mapping(entries).sales("S1,A,2025-01-07T09:00:00Z,1");

    assertThatThrownBy(folder::read)
        .isInstanceOf(InvalidInputException.class)
        .hasMessageStartingWith(temporary.resolve("mapping.json") + ": " + message);
  }

  @Test
  void constantForAColumnOfTheFile_isRefused() {
    CsvFolder folder =
        new CsvFolder(temporary)
            .mapping("'cadence':'PT1H','sales':{'constants':{'sku':'all'}}")
            .sales("S1,A,2025-01-07T09:00:00Z,1");

    assertThatThrownBy(folder::read)
        .hasMessage(
            temporary.resolve("sales.csv")
                + ": column 'sku' is in the file and a constant 'all' in the mapping, expected one"
                + " of them");
  }
}
