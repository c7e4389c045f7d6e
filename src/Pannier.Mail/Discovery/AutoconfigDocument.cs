using System.Xml;
using System.Xml.Linq;

namespace Pannier.Mail.Discovery;

/// <summary>Reads a Mozilla autoconfig document: a stranger's XML, so no DTD, no entities, nothing fetched.</summary>
internal static class AutoconfigDocument
{
    private const int MostCharacters = 128 * 1024;

    /// <summary>Null when it is no such document or names no server we would use. Clear text is no server we would use.</summary>
    public static Finding? Read(ReadOnlyMemory<byte> content, AddrSpec address)
    {
        var settings = new XmlReaderSettings
        {
            DtdProcessing = DtdProcessing.Prohibit,
            XmlResolver = null,
            MaxCharactersInDocument = MostCharacters,
            IgnoreComments = true,
            IgnoreProcessingInstructions = true,
        };
        try
        {
            using var reader = XmlReader.Create(new MemoryStream(content.ToArray()), settings);
            return Read(XDocument.Load(reader), address);
        }
        catch (XmlException)
        {
            return null;
        }
    }

    private static Finding? Read(XDocument document, AddrSpec address)
    {
        if (document.Root?.Element("emailProvider") is not { } provider) return null;

        var imap = Best(provider.Elements("incomingServer"), "imap", address);
        var smtp = Best(provider.Elements("outgoingServer"), "smtp", address);
        return imap is null && smtp is null ? null : new(FoundSource.Autoconfig, imap?.Server, smtp?.Server, (imap ?? smtp)?.UserName);
    }

    private static Entry? Best(IEnumerable<XElement> servers, string type, AddrSpec address) => servers
        .Where(server => type.Equals(server.Attribute("type")?.Value, StringComparison.OrdinalIgnoreCase))
        .Select(server => Read(server, address))
        .OfType<Entry>()
        .OrderBy(entry => entry.Server.Security) // TLS comes first; among equals the provider's own order stays
        .FirstOrDefault();

    private static Entry? Read(XElement server, AddrSpec address)
    {
        ConnectionSecurity? security = Text("socketType").ToUpperInvariant() switch
        {
            "SSL" or "TLS" => ConnectionSecurity.Tls,
            "STARTTLS" => ConnectionSecurity.StartTls,
            _ => null,
        };
        if (security is not { } known || HostName.Read(Text("hostname")) is not { } host || Port.Read(Text("port")) is not { } port) return null;
        return new(new(host, port, known), Text("username") is { Length: > 0 and <= 320 } name && !name.Any(char.IsControl) ? name : null);

        string Text(string name) => Fill((server.Element(name)?.Value ?? "").Trim(), address);
    }

    private static string Fill(string text, AddrSpec address) => text
        .Replace("%EMAILADDRESS%", address.Value, StringComparison.Ordinal)
        .Replace("%EMAILLOCALPART%", address.Local, StringComparison.Ordinal)
        .Replace("%EMAILDOMAIN%", address.Domain, StringComparison.Ordinal);

    private sealed record Entry(ServerAddress Server, string? UserName);
}
