using Pannier.Mail;
using Pannier.Mail.Discovery;

namespace Pannier.Tests.Fuzz.Targets;

/// <summary>A stranger's autoconfig document: read or not, but never with clear text, another's entities or a broken host.</summary>
internal sealed class Autoconfig : IFuzzTarget
{
    private static readonly AddrSpec Ann = AddrSpec.Read("ann@example.org")!; // it is one

    public IReadOnlyList<string> Samples { get; } =
    [
        "<clientConfig version=\"1.1\"><emailProvider id=\"example.org\"><incomingServer type=\"imap\"><hostname>imap.%EMAILDOMAIN%</hostname><port>993</port><socketType>SSL</socketType><username>%EMAILADDRESS%</username></incomingServer><outgoingServer type=\"smtp\"><hostname>smtp.example.org</hostname><port>587</port><socketType>STARTTLS</socketType><username>%EMAILLOCALPART%</username></outgoingServer></emailProvider></clientConfig>",
        "<!DOCTYPE x [<!ENTITY a \"b\">]><clientConfig><emailProvider>&a;</emailProvider></clientConfig>",
    ];

    public IReadOnlyList<string> Words { get; } = ["<!DOCTYPE x [", "<!ENTITY a SYSTEM \"file:///etc/passwd\">", "&a;", "<?xml version=\"1.0\" encoding=\"utf-16\"?>", "<![CDATA[", "plain", "%EMAILDOMAIN%", "65536", "<hostname>", "</hostname>", "xmlns=\"x\""];

    public Task TryAsync(byte[] input)
    {
        if (AutoconfigDocument.Read(input, Ann) is not { } found) return Task.CompletedTask;

        foreach (var server in new[] { found.Imap, found.Smtp }.OfType<ServerAddress>())
        {
            Assert.NotEqual(ConnectionSecurity.None, server.Security);
            Assert.Equal(server.Host, HostName.Read(server.Host.Value));
        }

        return Task.CompletedTask;
    }
}
