using Pannier.Tests.Mail.Imap;

namespace Pannier.Tests.Mail.Reading;

public sealed class HostileMessagesAtDemoTests(DemoServer server) : HostileMessages(server), IClassFixture<DemoServer>
{
    protected override IReadOnlyList<string> NotReadable =>
        ["message id of a hundred kilobytes", "multipart nested a thousand deep", "file name of ten thousand letters"]; // literals and nesting beyond what is taken
}
