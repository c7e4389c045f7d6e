namespace Pannier.BrowserTests.Support;

/// <summary>A demo whose people sign in with the password of its mail provider, and show first that they are people.</summary>
public sealed class OutsideSite : IAsyncLifetime
{
    public DemoSite Demo { get; } = DemoSite.NamedByAddress(
        ("SignIn:Backend", "Imap"), ("SignIn:ImapHost", "127.0.0.1"), ("SignIn:SmtpHost", "127.0.0.1"), ("SignIn:Admit", "Everybody"), ("SignIn:AddAccount", "true"), ("HumanCheck:AfterTries", "0"), ("HumanCheck:WaitWithoutScript", "00:00:02"));

    public ValueTask InitializeAsync() => Demo.InitializeAsync();

    public ValueTask DisposeAsync() => Demo.DisposeAsync();
}
