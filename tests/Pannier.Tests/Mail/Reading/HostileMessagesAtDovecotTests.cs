using Pannier.Tests.Mail.Imap;

namespace Pannier.Tests.Mail.Reading;

public sealed class HostileMessagesAtDovecotTests(DovecotServer server) : HostileMessages(server), IClassFixture<DovecotServer>
{
    protected override IReadOnlyList<string> NotReadable => ["encoded words by the thousand"]; // a literal beyond what is taken

    protected override IReadOnlyList<string> Empty => ["multipart nested a thousand deep"];
}
