package dev.athanor.agent.runtime;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.athanor.agent.investigation.Investigation;
import dev.athanor.agent.journal.Database;
import dev.athanor.agent.journal.FolderArtifactStore;
import dev.athanor.agent.journal.Journal;
import dev.athanor.agent.journal.SqlJournal;
import dev.athanor.agent.journal.SqlLeases;
import dev.athanor.agent.loop.ChatPlanner;
import dev.athanor.agent.loop.Conversation;
import dev.athanor.agent.loop.Decider;
import dev.athanor.agent.loop.Driver;
import dev.athanor.agent.loop.LoopBounds;
import dev.athanor.agent.loop.LoopListener;
import dev.athanor.agent.loop.ToolRunner;
import dev.athanor.agent.planner.ChatModels;
import dev.athanor.agent.planner.SystemPrompt;
import dev.athanor.agent.settings.AthanorSettings;
import dev.athanor.tools.ArtifactStore;
import dev.athanor.tools.Effect;
import dev.athanor.tools.ToolCatalogue;
import dev.langchain4j.model.chat.ChatModel;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.time.Clock;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;

/**
 * Everything of the agent, put together from the settings; each part is made when it is first
 * needed. Close it at the end.
 */
public final class AgentRuntime implements AutoCloseable {
  private final AthanorSettings settings;
  private final Lazy<Science> science;
  private final Lazy<Database> database;
  private final Lazy<Journal> journal;
  private final Lazy<ToolRunner> runner;
  private final Lazy<Driving> driving;
  private final Lazy<Investigations> investigations;
  private final ArtifactStore artifacts;
  private final Clock clock;

  /**
   * A runtime of chosen parts.
   *
   * @param settings the settings
   * @param science makes the tools
   * @param model makes the planner's model
   * @param clock tells the time
   */
  public AgentRuntime(
      AthanorSettings settings, Supplier<Science> science, Supplier<ChatModel> model, Clock clock) {
    this(settings, science, model, clock, journal -> journal);
  }

  /**
   * A runtime of chosen parts whose journal is watched.
   *
   * @param watched wraps the journal
   */
  public AgentRuntime(
      AthanorSettings settings,
      Supplier<Science> science,
      Supplier<ChatModel> model,
      Clock clock,
      UnaryOperator<Journal> watched) {
    this.settings = settings;
    this.clock = clock;
    this.artifacts = new FolderArtifactStore(settings.home().resolve("artifacts"));
    this.science = new Lazy<>(science);
    this.journal = new Lazy<>(() -> watched.apply(new SqlJournal(database().get())));
    this.database = new Lazy<>(() -> openDatabase(settings));
    this.runner = new Lazy<>(() -> new ToolRunner(catalogue(), artifacts));
    Lazy<ChatModel> lazyModel = new Lazy<>(model);
    Lazy<Driver> driver = new Lazy<>(() -> driver(lazyModel));
    this.driving =
        new Lazy<>(
            () ->
                new Driving(
                    driver,
                    journal(),
                    new SqlLeases(this.database.get(), clock),
                    settings.loop().lease()));
    this.investigations =
        new Lazy<>(
            () ->
                new Investigations(
                    journal(),
                    driving.get(),
                    clock,
                    settings.loop().approvalHoldsFor(),
                    plannerName()));
  }

  /** The product: its own tools, and the planner that the settings choose. */
  public static AgentRuntime open(AthanorSettings settings) {
    return new AgentRuntime(
        settings,
        () -> new ProductScience(settings),
        () -> ChatModels.of(settings.planner()),
        Clock.systemUTC());
  }

  private static Database openDatabase(AthanorSettings settings) {
    try {
      Files.createDirectories(settings.home());
    } catch (IOException e) {
      throw new UncheckedIOException("the folder athanor.home cannot be made", e);
    }
    return Database.open(
        settings.database().url(),
        settings.database().user().orElse(""),
        settings.database().password().orElse(""));
  }

  private Driver driver(Supplier<ChatModel> model) {
    LoopBounds bounds = Settings.bounds(settings.loop());
    Conversation conversation = new Conversation(SystemPrompt.text(), bounds.resultCharacters());
    return new Driver(
        journal(),
        new Decider(catalogue(), bounds),
        runner.get(),
        new ChatPlanner(model, catalogue(), conversation),
        clock);
  }

  private Journal journal() {
    return journal.get();
  }

  private Lazy<Database> database() {
    return database;
  }

  private String plannerName() {
    return settings.planner().kind().name().toLowerCase(Locale.ROOT);
  }

  /** The settings that it was made of. */
  public AthanorSettings settings() {
    return settings;
  }

  /** The tools. */
  public ToolCatalogue catalogue() {
    return science.get().catalogue();
  }

  /** The kept structures, sets and lists. */
  public ArtifactStore artifacts() {
    return artifacts;
  }

  /** The investigations; opens the database at the first call. */
  public Investigations investigations() {
    return investigations.get();
  }

  /** What the tools rest on, as the status page shows it. */
  public ObjectNode science() {
    return science.get().summary();
  }

  /** An investigation as REST and the command line show it. */
  public ObjectNode view(Investigation state) {
    return ViewJson.of(state, new Around());
  }

  private final class Around implements ViewJson.Surroundings {
    @Override
    public Optional<LoopListener.Progress> progress(String investigation, String call) {
      return investigations().progress(investigation, call);
    }

    @Override
    public Optional<Effect> effect(String tool) {
      return catalogue().find(tool).map(found -> found.effect());
    }
  }

  @Override
  public void close() {
    driving.ifMade().ifPresent(Driving::close);
    runner.ifMade().ifPresent(ToolRunner::close);
    database.ifMade().ifPresent(Database::close);
    science.ifMade().ifPresent(Science::close);
  }
}
