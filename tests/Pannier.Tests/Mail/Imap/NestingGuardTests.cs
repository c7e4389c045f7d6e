using System.Text;
using MailKit.Net.Imap;
using Pannier.Mail.Imap;

namespace Pannier.Tests.Mail.Imap;

public sealed class NestingGuardTests
{
    private static readonly string Deep = new('(', 200);

    [Theory]
    [InlineData("* 1 FETCH (UID 1 BODYSTRUCTURE ((\"TEXT\" \"PLAIN\" (\"CHARSET\" \"UTF-8\"))))\r\n")]
    [InlineData("* OK some (text {5}\r\n* OK more\r\n")]
    [InlineData("A1 OK [PERMANENTFLAGS (\\Seen \\*)] done\r\n")]
    [InlineData("* 1 FETCH (BODY[HEADER.FIELDS (A)] {3}\r\n((( UID 1)\r\n")]
    [InlineData("+ go (on {3}\r\n* 2 EXISTS\r\n")]
    public void Lets_ordinary_answers_pass(string said) => new NestingGuard().Watch(Encoding.UTF8.GetBytes(said));

    [Fact]
    public void Parentheses_of_content_are_no_nesting()
    {
        var guard = new NestingGuard();

        guard.Watch(Encoding.UTF8.GetBytes($"* 1 FETCH (UID 1 BODY[] {{200}}\r\n{Deep})\r\n"));
        guard.Watch(Encoding.UTF8.GetBytes($"* 1 FETCH (ENVELOPE (NIL \"a \\\" {Deep}\"))\r\n"));
        guard.Watch(Encoding.UTF8.GetBytes($"* 1 FETCH (ENVELOPE (NIL \"over\r\nlines {Deep}\"))\r\n"));
        for (var line = 0; line < 300; line++) guard.Watch("* OK (\r\n"u8);
    }

    [Theory]
    [InlineData("* 1 FETCH (BODYSTRUCTURE $")]
    [InlineData("* OK text {100000}\r\n* 1 FETCH $")]
    [InlineData("*  ok text {100000}\r\n* 1 FETCH $")]
    [InlineData("A1 NO text \" unclosed {100000}\r\n* 1 FETCH $")]
    [InlineData("* 1 FETCH (X \"a {100000}\r\n\" $")]
    [InlineData("* 1 FETCH (X {2}\r\n)) $")]
    [InlineData("* OK [X {100000}\r\n* 1 FETCH $")]
    [InlineData("* OK [X \"]\r\n* 1 FETCH {100000}\r\n\" ] x\r\n* 1 FETCH $")]
    [InlineData("* 1 FETCH (X {1x0}\r\n* 1 FETCH $")]
    [InlineData("* 1 FETCH (X {99999999999999999999}x\r\n* 1 FETCH $")]
    public void Stops_nesting_however_it_is_hidden(string said) =>
        Assert.Throws<ImapProtocolException>(() => new NestingGuard().Watch(Encoding.UTF8.GetBytes(said.Replace("$", Deep, StringComparison.Ordinal))));

    [Fact]
    public void Works_octet_by_octet()
    {
        var guard = new NestingGuard();
        var said = Encoding.UTF8.GetBytes($"* 1 FETCH (BODY[] {{200}}\r\n{Deep})\r\n* 1 FETCH ");
        foreach (var octet in said) guard.Watch([octet]);

        Assert.Throws<ImapProtocolException>(() => guard.Watch(Encoding.UTF8.GetBytes(Deep)));
    }
}
