package dev.athanor.agent.planner;

import dev.athanor.agent.settings.PlannerSettings;
import dev.langchain4j.http.client.HttpClient;
import dev.langchain4j.http.client.HttpClientBuilder;
import java.time.Duration;

/** Makes {@link BoundedHttpClient}s for LangChain4j's models. */
final class BoundedHttpClientBuilder implements HttpClientBuilder {
  private final HttpBounds bounds;
  private final BoundedHttpClient.Sleeper sleeper;
  private Duration connectTimeout;
  private Duration readTimeout;

  BoundedHttpClientBuilder(
      HttpBounds bounds,
      Duration connectTimeout,
      Duration readTimeout,
      BoundedHttpClient.Sleeper sleeper) {
    this.bounds = bounds;
    this.connectTimeout = connectTimeout;
    this.readTimeout = readTimeout;
    this.sleeper = sleeper;
  }

  static BoundedHttpClientBuilder of(PlannerSettings settings) {
    HttpBounds bounds =
        new HttpBounds(settings.maxReply().asLongValue(), settings.retries(), settings.maxWait());
    return new BoundedHttpClientBuilder(
        bounds,
        settings.connectTimeout(),
        settings.timeout(),
        time -> Thread.sleep(time.toMillis()));
  }

  @Override
  public Duration connectTimeout() {
    return connectTimeout;
  }

  @Override
  public HttpClientBuilder connectTimeout(Duration timeout) {
    // The models set one timeout for everything; connecting keeps its own, shorter one.
    if (timeout.compareTo(connectTimeout) < 0) {
      connectTimeout = timeout;
    }
    return this;
  }

  @Override
  public Duration readTimeout() {
    return readTimeout;
  }

  @Override
  public HttpClientBuilder readTimeout(Duration timeout) {
    readTimeout = timeout;
    return this;
  }

  @Override
  public HttpClient build() {
    return new BoundedHttpClient(bounds, connectTimeout, readTimeout, sleeper);
  }
}
