using System.Text;
using MimeKit;

namespace Pannier.Demo.Smtp;

/// <summary>What a provider does at its border with the fields that only it may write (RFC 8601 §5): takes out those in its own name, and says what it found itself.</summary>
internal static class TrustBoundary
{
    private const string Name = "Authentication-Results:";

    /// <summary>A message as it comes in: without answers in this server's name, beneath the server's own.</summary>
    /// <param name="server">The authserv-id.</param>
    /// <param name="signedIn">Who submits it: as good as signed, where From is the same. Nothing else is checked here.</param>
    public static byte[] Admit(ReadOnlySpan<byte> message, string server, string signedIn)
    {
        var from = From(message);
        var dmarc = from is null ? "none" : $"{(from.Equals(signedIn, StringComparison.OrdinalIgnoreCase) ? "pass" : "none")} header.from={from[(from.IndexOf('@', StringComparison.Ordinal) + 1)..]}";
        return [.. Encoding.UTF8.GetBytes($"{Name} {server};\r\n\tspf=none;\r\n\tdkim=none;\r\n\tdmarc={dmarc}\r\n"), .. Strip(message, server)];
    }

    private static byte[] Strip(ReadOnlySpan<byte> message, string server)
    {
        var text = Encoding.Latin1.GetString(message); // octet for octet
        var end = text.IndexOf("\r\n\r\n", StringComparison.Ordinal);
        if (end < 0 || !text.AsSpan(0, end).Contains(Name, StringComparison.OrdinalIgnoreCase)) return message.ToArray();

        var fields = new List<string>();
        foreach (var line in text[..end].Split("\r\n"))
        {
            if (fields.Count > 0 && line is [' ' or '\t', ..]) fields[^1] += "\r\n" + line;
            else fields.Add(line);
        }

        var kept = fields.Where(field => !field.StartsWith(Name, StringComparison.OrdinalIgnoreCase) || !field.Contains(server, StringComparison.OrdinalIgnoreCase));
        return Encoding.Latin1.GetBytes(string.Join("\r\n", kept) + text[end..]);
    }

    private static string? From(ReadOnlySpan<byte> message)
    {
        try
        {
            using var octets = new MemoryStream(message.ToArray());
            var headers = HeaderList.Load(octets, CancellationToken.None);
            return headers[HeaderId.From] is { } from && InternetAddressList.TryParse(from, out var read) ? read.Mailboxes.FirstOrDefault()?.Address is { } address && address.Contains('@', StringComparison.Ordinal) ? address : null : null;
        }
        catch (FormatException)
        {
            return null; // no header block at all
        }
    }
}
