using System.Globalization;
using System.Text;

namespace Pannier.Demo.Seed;

/// <summary>What the servers on the way write above a message, and the stored copies that come of it.</summary>
internal static class Delivery
{
    private static readonly string[] _seen = [@"\Seen"];

    /// <summary>A message that came in and passed SPF, DKIM and DMARC.</summary>
    public static SeedMessage Incoming(string account, string mailbox, Post post, byte[] written, params string[] flags) =>
        new(account, mailbox, [.. _seen, .. flags], post.Date.AddSeconds(3 + Mixer.Below(40, post.Key, 7)),
            [.. Trace(account, post.From, post.Key, post.Date), .. written]);

    public static SeedMessage Incoming(string account, string mailbox, Post post, params string[] flags) =>
        Incoming(account, mailbox, post, post.ToBytes(), flags);

    /// <summary>The copy the owner's own program stored.</summary>
    public static SeedMessage Stored(string account, string mailbox, Post post, byte[] written, params string[] flags) =>
        new(account, mailbox, [.. _seen, .. flags], post.Date, written);

    /// <summary>RFC 5321 trace fields and RFC 8601 results, for a sender that passed.</summary>
    public static byte[] Trace(string account, Person from, string key, DateTimeOffset date) =>
        Trace(account, from.Address, from.Host, key, date, "pass");

    /// <param name="result">pass, fail, softfail or none; fail gets a matching DMARC result.</param>
    public static byte[] Trace(string account, string from, string relay, string key, DateTimeOffset date, string result)
    {
        var host = "mx." + account[(account.IndexOf('@', StringComparison.Ordinal) + 1)..];
        var id = Mixer.Hex(key, 5)[..10].ToUpperInvariant();
        // RFC 5737: addresses set aside for documentation.
        var ip = string.Create(CultureInfo.InvariantCulture, $"203.0.113.{1 + Mixer.Below(250, relay)}");
        var at = date.AddSeconds(2).ToOffset(TimeSpan.Zero).ToString("ddd, dd MMM yyyy HH:mm:ss +0000", CultureInfo.InvariantCulture);
        var dkim = result == "pass" ? $"pass header.d={relay} header.s=s{1 + Mixer.Below(4, relay, 2)}" : result == "none" ? "none" : $"fail (signature did not verify) header.d={relay}";
        return Encoding.ASCII.GetBytes(
            $"Return-Path: <{from}>\r\n" +
            $"Received: from out.{relay} (out.{relay} [{ip}])\r\n\tby {host} with ESMTPS (TLS1.3) id {id}\r\n\tfor <{account}>; {at}\r\n" +
            $"Authentication-Results: {host};\r\n\tspf={result} smtp.mailfrom={from};\r\n\tdkim={dkim};\r\n\tdmarc={(result == "softfail" ? "fail" : result)} header.from={from[(from.IndexOf('@', StringComparison.Ordinal) + 1)..]}\r\n");
    }
}
