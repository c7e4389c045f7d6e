using System.Net.Sockets;
using MailKit;
using MailKit.Net.Imap;
using MailKit.Security;
using Pannier.Mail;
using Pannier.Mail.Imap;

namespace Pannier.Tests.Mail.Imap;

public sealed class ImapFaultsTests
{
    public static TheoryData<Exception, MailFaultKind> Known() => new()
    {
        { new AuthenticationException(), MailFaultKind.SignInRefused },
        { new SaslException("PLAIN", SaslErrorCode.InvalidChallenge, "x"), MailFaultKind.SignInRefused },
        { new ImapCommandException(ImapCommandResponse.No, "x"), MailFaultKind.Refused },
        { new FolderNotFoundException("x"), MailFaultKind.NotFound },
        { new MessageNotFoundException("x"), MailFaultKind.NotFound },
        { new FolderNotOpenException("x", FolderAccess.ReadWrite), MailFaultKind.Refused },
        { new ImapProtocolException("The IMAP server has unexpectedly disconnected."), MailFaultKind.Dropped },
        { new ImapProtocolException("bye", new ImapProtocolException("The IMAP server has unexpectedly disconnected.")), MailFaultKind.Dropped },
        { new ImapProtocolException("what"), MailFaultKind.Protocol },
        { new ServiceNotConnectedException(), MailFaultKind.Dropped },
        { new ServiceNotAuthenticatedException(), MailFaultKind.Dropped },
        { new SslHandshakeException("x"), MailFaultKind.Certificate },
        { new IOException("x"), MailFaultKind.Dropped },
        { new IOException("x", new TimeoutException()), MailFaultKind.TimedOut },
        { new SocketException(), MailFaultKind.Dropped },
        { new NotSupportedException(), MailFaultKind.Unsupported },
        { new FormatException { Source = "MimeKit" }, MailFaultKind.Protocol },
        { new ArgumentException("x") { Source = "MailKit" }, MailFaultKind.Protocol },
    };

    [Theory]
    [MemberData(nameof(Known))]
    public void Every_exception_of_the_library_has_a_kind(Exception e, MailFaultKind expected)
    {
        var fault = ImapFaults.Read(e, null, showText: true);

        Assert.Equal((expected, null, e), (fault?.Kind, fault?.ServerText, fault?.InnerException));
    }

    [Fact]
    public void A_bug_of_ours_stays_a_bug()
    {
        Assert.Null(ImapFaults.Read(new ArgumentException("x") { Source = "Pannier" }, null, showText: true));
        Assert.Null(ImapFaults.Read(new MailFault(MailFaultKind.Refused), null, showText: true));
        Assert.Null(ImapFaults.Read(new OperationCanceledException(), null, showText: true));
    }

    [Theory]
    [InlineData("A1 NO Try again in 2 minutes", MailFaultKind.TooManyConnections, 120)]
    [InlineData("A1 NO Too many simultaneous connections. (Failure)", MailFaultKind.TooManyConnections, null)]
    [InlineData("A1 NO Please wait: 30 seconds", MailFaultKind.TooManyConnections, 30)]
    [InlineData("A1 NO Back-off: 99999999 s", MailFaultKind.TooManyConnections, 3600)]
    [InlineData("A1 NO [AUTHENTICATIONFAILED] x", MailFaultKind.SignInRefused, null)]
    [InlineData("A1 NO [TRYCREATE] x", MailFaultKind.NotFound, null)]
    [InlineData("A1 NO quota exceeded", MailFaultKind.OverQuota, null)]
    [InlineData("A1 NO wait for it", MailFaultKind.Refused, null)]
    public void Words_of_a_refusal_say_how_long_and_why(string line, MailFaultKind expected, int? seconds)
    {
        var fault = ImapFaults.Read(new ImapCommandException(ImapCommandResponse.No, "x"), Refusal.Read(line), showText: true)!;

        Assert.Equal((expected, seconds), (fault.Kind, (int?)fault.BackOff?.TotalSeconds));
    }

    [Theory]
    [InlineData("* OK fine")]
    [InlineData("* NO untagged")]
    [InlineData("A1 OK done")]
    [InlineData("a1 NO not our tag")]
    [InlineData("NO")]
    [InlineData("")]
    public void Other_lines_are_no_refusal(string line) => Assert.Null(Refusal.Read(line));

    [Fact]
    public void A_line_dropped_with_a_farewell_keeps_the_farewell()
    {
        var fault = ImapFaults.Read(new IOException("reset"), Refusal.Read("* BYE [LIMIT] Too many"), showText: true)!;

        Assert.Equal((MailFaultKind.TooManyConnections, "Too many"), (fault.Kind, fault.ServerText));
        Assert.Null(ImapFaults.Read(new IOException("reset"), Refusal.Read("* BYE internal"), showText: false)!.ServerText);
    }
}
