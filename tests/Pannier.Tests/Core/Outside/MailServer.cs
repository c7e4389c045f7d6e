using Pannier.Tests.Support;

namespace Pannier.Tests.Core.Outside;

/// <summary>A Dovecot that takes sign-ins at full speed, and the options by which a site asks it.</summary>
public sealed class MailServer : IAsyncDisposable
{
    private const int Users = 24;
    private int _next;

    public Dovecot Dovecot { get; } = new(
        settings: """
            auth_failure_delay = 0
            service anvil {
              unix_listener anvil-auth-penalty {
                mode = 0
              }
            }
            """,
        users: [.. Enumerable.Range(0, Users).Select(number => $"user{number}@example.org")]);

    public string NewUser() => $"user{Interlocked.Increment(ref _next) - 1}@example.org";

    public (string Key, string Value)[] Options(params (string Key, string Value)[] more) =>
    [
        ("SignIn:Backend", "Imap"),
        ("SignIn:ImapHost", "localhost"),
        ("SignIn:ImapPort", $"{Dovecot.TlsPort}"),
        ("Egress:Mail:Allow:0", $"localhost:{Dovecot.TlsPort}"),
        ("Egress:Mail:TrustedCertificates:0", Dovecot.AuthorityFile),
        .. more,
    ];

    public ValueTask DisposeAsync() => Dovecot.DisposeAsync();
}
