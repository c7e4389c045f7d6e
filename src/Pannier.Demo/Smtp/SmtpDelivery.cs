using System.Globalization;
using System.Text;

using Pannier.Demo.Store;

namespace Pannier.Demo.Smtp;

/// <summary>Puts a submission into the INBOX of each recipient here, and keeps what would leave.</summary>
internal static class SmtpDelivery
{
    /// <param name="submission">To lists every recipient; the bytes stay as the client sent them.</param>
    public static void Deliver(DemoContext context, AccountBox sender, RelayedMessage submission, string greeting, string protocol)
    {
        var outside = new List<string>();
        foreach (var recipient in submission.To.Distinct(StringComparer.OrdinalIgnoreCase))
        {
            if (context.Store.Account(recipient) is not { } box)
            {
                outside.Add(recipient);
                continue;
            }

            var trace = Encoding.UTF8.GetBytes(string.Create(
                CultureInfo.InvariantCulture,
                $"Return-Path: <{submission.From}>\r\nDelivered-To: {box.Account.Address}\r\nReceived: from {Named(greeting)} ([127.0.0.1])\r\n\tby localhost with {protocol};\r\n\t{submission.At:ddd, d MMM yyyy HH:mm:ss} +0000\r\n"));
            Add(box, "INBOX", [.. trace, .. TrustBoundary.Admit(submission.Raw.Span, $"mx.{box.Account.Address[(box.Account.Address.IndexOf('@', StringComparison.Ordinal) + 1)..]}", sender.Account.Address)], DemoFlags.None, submission.At);
        }

        if (outside.Count > 0)
            context.Store.Relay(submission with { To = outside });
        if (context.Options.FilesSentItself)
            Add(sender, "Sent", submission.Raw.ToArray(), DemoFlags.Of(["\\Seen"]), submission.At);
    }

    private static string Named(string greeting) => greeting.Length > 0 ? greeting : "unknown";

    private static void Add(AccountBox box, string name, byte[] raw, DemoFlags flags, DateTimeOffset at)
    {
        lock (box.Gate)
            (box.Find(name) ?? box.Create(name, null)).Add(raw, flags, at);
    }
}
