using Pannier.Tests.Mail.Imap;

namespace Pannier.Tests.Mail.Reading;

public sealed class HostileMessagesAtDemoTests(DemoServer server) : HostileMessages(server), IClassFixture<DemoServer>
{
    protected override IReadOnlyList<string> NotReadable => [];
}
