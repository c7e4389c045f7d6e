using Microsoft.Extensions.Logging;
using Pannier.Core.Audit;
using Pannier.Core.Users;
using Pannier.Tests.Support;

namespace Pannier.Tests.Core.Audit;

public sealed class LateNotesTests
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Writes_for_whoever_exists_tells_what_did_not_fit_and_survives_a_full_disk()
    {
        await using var site = await KeptSite.OpenAsync();
        var ada = await site.RegisterAsync("ada");
        var session = await site.EnterAsync(ada.User, ada.Keyring);
        var log = new SecurityLog(site.Database, site.Vault, site.Clock);
        await log.OpenAsync(session.Keyring, Cancellation);
        using var told = new TestLog();
        using var factory = LoggerFactory.Create(logging => logging.AddProvider(told));
        using var late = new LateNotes(site.People, log, factory.CreateLogger<LateNotes>());

        late.Add(SignInName.Read("ada")!, SecurityEventKind.PasswordWrong, Whereabouts.Unknown);
        for (var i = 0; i < 1001; i++) late.Add(SignInName.Read("nobody")!, SecurityEventKind.PasswordWrong, Whereabouts.Unknown);
        await late.StartAsync(Cancellation);
        while ((await log.ReadAsync(session.Keyring, null, 10, Cancellation)).Count == 0) await Task.Delay(10, Cancellation);
        await late.StopAsync(Cancellation);

        Assert.Contains(told.Lines, line => line.Contains(": 2 failed sign-ins", StringComparison.Ordinal));
    }

    [Fact]
    public async Task An_event_that_cannot_be_written_is_told_and_stops_none_after_it()
    {
        var site = await KeptSite.OpenAsync();
        var log = new SecurityLog(site.Database, site.Vault, site.Clock);
        using var told = new TestLog();
        using var factory = LoggerFactory.Create(logging => logging.AddProvider(told));
        using var late = new LateNotes(site.People, log, factory.CreateLogger<LateNotes>());
        await site.DisposeAsync(); // its database is gone

        late.Add(SignInName.Read("ada")!, SecurityEventKind.PasswordWrong, Whereabouts.Unknown);
        late.Add(SignInName.Read("ada")!, SecurityEventKind.PasswordWrong, Whereabouts.Unknown);
        await late.StartAsync(Cancellation);
        while (told.Lines.Count < 2) await Task.Delay(10, Cancellation);
        await late.StopAsync(Cancellation);

        Assert.All(told.Lines, line => Assert.Contains("An event was not written", line, StringComparison.Ordinal));
    }
}
