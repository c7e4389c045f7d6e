using Pannier.Core;
using Pannier.Core.Accounts;
using Pannier.Core.Crypto;
using Pannier.Core.Http;
using Pannier.Core.Sessions;
using Pannier.Core.Users;
using Pannier.Mail;
using Pannier.Mail.Lists;
using Pannier.Mail.Net;
using Pannier.Modules.Lists;

namespace Pannier.Tests.Fuzz.Targets;

/// <summary>The short texts that addresses, forms and cookies carry: each is refused, or written as it was read.</summary>
internal sealed class Tokens : IFuzzTarget
{
    public IReadOnlyList<string> Samples { get; } =
    [
        "0123456789abcdef-fedcba9876543210", "1760000000.0123456789abcdef-fedcba9876543210-5-7", "0123456789abcdef-fedcba9876543210-5-7", "inbox", "/mail/inbox?q=x", "imap.example.org:993", "0123456789abcdef0123456789abcdef.7",
        "07ATP1-V66C90-TPHPN2-V0F6R1-EY~", "$argon2id$v=19$m=65536,t=3,p=1", "pbkdf2-sha512$600000", "AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA.AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA", "ann.smith", "01234567\u200b89", "from:ann subject:\"two words\" -not",
    ];

    public IReadOnlyList<string> Words { get; } = ["-", ".", "//e.example", "\\e.example", "/%2f", "?", "#", "65536", "ffffffffffffffff", "٣", "０", "İ"];

    public Task TryAsync(byte[] input)
    {
        var text = IFuzzTarget.Text(input);
        if (MessageKey.Read(text) is { } key) Assert.Equal(key, MessageKey.Read(key.ToString()));
        Same(Cursor.Read, text);
        Same(Scope.Read, text);
        Same(NewsPlace.Read, text);
        Same(HostPort.Read, text);
        Same(HostName.Read, text);
        Same(SignInName.Read, text);
        if (LocalUrl.Read(text) is { } url)
        {
            Assert.Equal(url, LocalUrl.Read(url.Value));
            Assert.StartsWith("/", url.Value, StringComparison.Ordinal);
            Assert.Equal("here.example", new Uri(new Uri("https://here.example/x"), url.Value).Host);
        }

        if (SessionTicket.Read(text) is { } ticket) Assert.Equal(ticket.IdHash(), SessionTicket.Read(ticket.Reveal())!.IdHash());
        _ = RecoveryKey.Read(text);
        _ = KdfParameters.Read(text);
        _ = SessionData.Read(input);
        Same(ListOrder.Read, text);
        _ = Pannier.Mail.Search.SearchDate.Read(text, new DateOnly(2026, 3, 31));
        Assert.True(Pannier.Core.Http.Line.Read(text) is not { } line || !line.Value.Any(char.IsControl));
        return Task.CompletedTask;
    }

    private static void Same<T>(Func<string, T?> read, string text)
        where T : class
    {
        if (read(text) is { } value) Assert.Equal(value, read(value.ToString()!));
    }
}
