using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;
using Pannier.Core;
using Pannier.Core.Accounts;
using Pannier.Core.Http;
using Pannier.Core.Modules;
using Pannier.Core.Records;
using Pannier.Core.Settings;
using Pannier.Core.Text;
using Pannier.Mail;
using Pannier.Modules.Compose;
using Pannier.Modules.Compose.Outbox;
using Pannier.Tests.Support;

namespace Pannier.Tests.Modules.Compose;

/// <summary>The writing desk: the module as it is registered, over a person's mail, records and blobs in memory.</summary>
internal sealed class Desk : IDisposable
{
    private readonly ServiceProvider _services;

    public Desk()
    {
        Mail = new FakeMail(Server);
        var services = new ServiceCollection();
        new ComposeModule().Register(new ModuleBuilder("compose", services, []));
        services.AddSingleton<TimeProvider>(Clock);
        services.AddSingleton(Catalog.Read([typeof(Kernel).Assembly, typeof(ModuleList).Assembly]));
        services.AddScoped<Visit>();
        services.AddScoped<MySettings>();
        services.AddScoped<WordsOfVisit>();
        services.AddSingleton<IMyMail>(Mail);
        services.AddSingleton<IMyBlobs>(Blobs);
        services.AddSingleton<IMyRecords<SettingValues>>(new FakeRecords<SettingValues>());
        services.AddSingleton<IMyRecords<CorrespondentList>>(new FakeRecords<CorrespondentList>());
        services.AddSingleton<IMyRecords<Identity>>(Identities);
        services.AddSingleton<IMyRecords<KeptDraft>>(Drafts);
        services.AddSingleton<IMyRecords<OutboxItem>>(Outbox);
        services.AddScoped<ISendNow, SendsHere>();
        _services = services.BuildServiceProvider(validateScopes: true);
    }

    public FakeTimeProvider Clock { get; } = new(new DateTimeOffset(2026, 11, 23, 9, 0, 0, TimeSpan.Zero));

    public FakeSubmission Server { get; } = new();

    public FakeMail Mail { get; }

    public FakeBlobs Blobs { get; } = new();

    public FakeRecords<Identity> Identities { get; } = new();

    public FakeRecords<KeptDraft> Drafts { get; } = new();

    public FakeRecords<OutboxItem> Outbox { get; } = new();

    public static CancellationToken Token => TestContext.Current.CancellationToken;

    /// <summary>One request or run of a job, in a scope of its own.</summary>
    public async Task<T> AskAsync<TService, T>(Func<TService, Task<T>> ask)
        where TService : notnull
    {
        await using var scope = _services.CreateAsyncScope();
        return await ask(scope.ServiceProvider.GetRequiredService<TService>());
    }

    public Task<Outcome<ComposeAnswer>> PostAsync(DraftInput form) => AskAsync<FinishDraft, Outcome<ComposeAnswer>>(finish => finish.HandleAsync(form, Token));

    public Task<Outcome<SavedLine>> SaveAsync(DraftInput form) => AskAsync<SaveDraft, Outcome<SavedLine>>(save => save.HandleAsync(form, Token));

    /// <summary>Opens the form of a message that begins so.</summary>
    public async Task<ComposePage> BeginAsync(StartKind kind, MessageKey? original = null)
    {
        var input = new ComposeInput(
            kind == StartKind.Reply ? original : null, kind == StartKind.ReplyAll ? original : null, kind == StartKind.Forward ? original : null,
            kind == StartKind.ForwardAttached ? original : null, kind == StartKind.Edit ? original : null, null, null, null, null, null);
        return Done(await AskAsync<ShowCompose, Outcome<ComposePage>>(show => show.HandleAsync(input, Token)));
    }

    public async Task<ComposePage> OpenAsync(DraftId id) => Done(await AskAsync<ShowDraft, Outcome<ComposePage>>(show => show.HandleAsync(new OpenDraftInput(id), Token)));

    public async Task<OutboxAnswer> DecideAsync(DraftId id, OutboxAct act, Tick sure = Tick.Off) =>
        Done(await AskAsync<ActOnOutbox, Outcome<OutboxAnswer>>(acts => acts.HandleAsync(new OutboxInput(id, act, sure), Token)));

    public async Task<OutboxItem?> ItemAsync(DraftId id) => (await Outbox.FindAsync(id.Value, Token))?.Value;

    public async Task<KeptDraft?> DraftAsync(DraftId id) => (await Drafts.FindAsync(id.Value, Token))?.Value;

    /// <summary>The form as the page sends it, unless changed.</summary>
    public static DraftInput Form(ComposePage page, DraftAct? act = null) => new(
        page.Id, page.Version, page.Kind, page.Original, [.. page.Keep.Select(FileId.Read).OfType<FileId>()], page.From.Single(one => one.IsChosen).Id,
        Prose.Read(page.To), Prose.Read(page.Cc), Prose.Read(page.Bcc), Prose.Read(page.Subject), Prose.Read(page.Text), act, null, Tick.Off, []);

    public static DraftInput Form(ComposePage page, DraftAct? act, string to, string subject = "Boat", string text = "Dear Jonas") =>
        Form(page, act) with { To = Prose.Read(to), Subject = Prose.Read(subject), Text = Prose.Read(text) };

    public static FormUpload File(string name, int size) => new(name, "application/pdf", size, () => new MemoryStream(new byte[size]));

    public static T Done<T>(Outcome<T> outcome) => outcome switch
    {
        Outcome<T>.Done { Model: var model } => model,
        Outcome<T>.Refused { Refusal: var refusal } => throw new Xunit.Sdk.XunitException($"refused: {refusal.Said.Key}"),
        _ => throw new InvalidOperationException(),
    };

    public static Refusal Refused<T>(Outcome<T> outcome) => Assert.IsType<Outcome<T>.Refused>(outcome).Refusal;

    public void Dispose() => _services.Dispose();

    private sealed class SendsHere(Postman postman) : ISendNow
    {
        public Task StartAsync(DraftId item) => postman.DispatchAsync(item, CancellationToken.None);
    }
}
