package ratelab.experiments.oracle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import ratelab.experiments.rate.Sample;
import ratelab.experiments.rate.Series;
import ratelab.experiments.rate.SeriesId;

class QueryResponseTest {
  @Test
  void a_matrix_is_read_with_its_times_in_milliseconds_and_every_kind_of_value()
      throws OracleException {
    String body =
        """
        {"status":"success","data":{"resultType":"matrix","result":[
          {"metric":{"__name__":"up","job":"x"},
           "values":[[1435781430.781,"1.0000000000000002"],[1435781431,"+Inf"],
                     [1435781432.001,"-Inf"],[1435781433,"NaN"],[1435781434,"1e-7"]]},
          {"metric":{"groupname":"g"},"values":[[0,"-0"]]}]}}
        """;

    assertThat(QueryResponse.matrix(body))
        .isEqualTo(
            List.of(
                new Series(
                    SeriesId.of("up", Map.of("job", "x")),
                    List.of(
                        new Sample(1435781430781L, 1.0000000000000002),
                        new Sample(1435781431000L, Double.POSITIVE_INFINITY),
                        new Sample(1435781432001L, Double.NEGATIVE_INFINITY),
                        new Sample(1435781433000L, Double.NaN),
                        new Sample(1435781434000L, 1e-7))),
                new Series(
                    SeriesId.of("", Map.of("groupname", "g")), List.of(new Sample(0, -0.0)))));
  }

  @Test
  void the_version_is_read_from_the_build_information() throws OracleException {
    String body =
        """
        {"status":"success","data":{"version":"2.42.0+ds","goVersion":"go1.19.8"}}
        """;

    assertThat(QueryResponse.version(body)).isEqualTo("2.42.0+ds");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '\'',
      textBlock =
          """
          {"status":"error","errorType":"bad_data","error":"parse error"} | bad_data: parse error
          {"status":"success","data":{"resultType":"vector","result":[]}} | expected a result of type matrix, got 'vector'
          {"hello":1}  | the answer has no status; does a Prometheus API serve this address?
          <html>       | the answer is not JSON; does a Prometheus API serve this address?
          {"status":"success","data":{"resultType":"matrix","result":[{"values":[[1,2]]}]}} | expected a pair [seconds, "value"], got [1,2]
          {"status":"success","data":{"resultType":"matrix","result":[{"values":[[1,"x"]]}]}} | expected a number, got 'x'
          """)
  void what_is_not_a_matrix_is_refused_with_what_it_is(String body, String message) {
    assertThatThrownBy(() -> QueryResponse.matrix(body))
        .isInstanceOf(OracleException.class)
        .hasMessage(message);
  }
}
