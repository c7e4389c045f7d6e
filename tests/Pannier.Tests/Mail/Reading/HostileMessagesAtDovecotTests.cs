using Pannier.Tests.Mail.Imap;

namespace Pannier.Tests.Mail.Reading;

public sealed class HostileMessagesAtDovecotTests(DovecotServer server) : HostileMessages(server), IClassFixture<DovecotServer>
{
    protected override IReadOnlyList<string> NotReadable => [];

    protected override IReadOnlyList<string> Empty => ["multipart nested a thousand deep"];
}
