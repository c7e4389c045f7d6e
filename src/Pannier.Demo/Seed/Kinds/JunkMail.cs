using System.Globalization;
using System.Text;

namespace Pannier.Demo.Seed.Kinds;

/// <summary>Junk: the ordinary kind, from look-alike domains (texts/junk.txt), and messages that no careful program would write.</summary>
internal static class JunkMail
{
    private const int Ordinary = 34;
    private static readonly string[] _flags = [@"\Seen", "$Junk"];

    public static IEnumerable<SeedMessage> Messages(SeedClock clock)
    {
        var lures = Texts.Lines("junk.txt").Select(line => line.Split('|')).ToList();
        for (var i = 0; i < Ordinary; i++)
        {
            var date = clock.At(1 + i * 2, Mixer.Below(1440, "junk", i));
            yield return Lure(lures[i % lures.Count], $"junk/{i}", date, People.Owner[i % 3].Address);
        }
        for (var i = 0; i < OddMail.All.Count; i++)
        {
            var key = $"odd/{i}";
            var date = clock.At(2 + i * 3, Mixer.Below(1440, key));
            var account = People.Owner[i % 3].Address;
            var trace = Delivery.Trace(account, "odd@mailer-77.test", "mailer-77.test", key, date, i % 3 == 0 ? "none" : "fail");
            yield return new SeedMessage(account, "Junk", _flags, date, [.. trace, .. OddMail.Write(OddMail.All[i].Raw, date, account)]);
        }
    }

    // name|address|subject|link host|text
    private static SeedMessage Lure(string[] lure, string key, DateTimeOffset date, string account)
    {
        var relay = lure[1][(lure[1].IndexOf('@', StringComparison.Ordinal) + 1)..];
        var subject = Convert.ToBase64String(Encoding.UTF8.GetBytes(lure[2]));
        var raw = $"""
            From: "{lure[0]}" <{lure[1]}>
            Reply-To: <office{Mixer.Below(99, key)}@freebox-{Mixer.Below(99, key, 1)}.test>
            To: {account}
            Subject: =?UTF-8?B?{subject}?=
            Date: {OddMail.Stamp(date)}
            Message-ID: <{Mixer.Hex(key)}@{relay}>
            MIME-Version: 1.0
            X-Spam-Flag: YES
            X-Spam-Score: {(80 + Mixer.Below(120, key, 2)) / 10.0:F1}
            Content-Type: text/html; charset=UTF-8
            Content-Transfer-Encoding: base64

            {Convert.ToBase64String(Encoding.UTF8.GetBytes(Page(lure, key)), Base64FormattingOptions.InsertLineBreaks)}

            """;
        var trace = Delivery.Trace(account, lure[1], relay, key, date, Mixer.Below(4, key, 3) == 0 ? "softfail" : "fail");
        return new SeedMessage(account, "Junk", _flags, date, [.. trace, .. Encoding.UTF8.GetBytes(raw.ReplaceLineEndings("\r\n"))]);
    }

    private static string Page(string[] lure, string key) => $"""
        <html><head><meta http-equiv="refresh" content="5;url=https://{lure[3]}/go"></head><body onload="location='https://{lure[3]}/'">
        <center><img src="https://{lure[3]}/b.png?x={Mixer.Hex(key)}" width="600" height="120"></center>
        {Bodies.Paragraphs(lure[4])}
        <p><a href="https://{lure[3]}/confirm?id={Mixer.Hex(key, 1)}">https://www.{lure[1].Split('@')[1].Replace('0', 'o').Replace('1', 'l')}/secure</a></p>
        <form action="https://{lure[3]}/take" method="post"><input name="user"><input type="password" name="pass"><button>Confirm</button></form>
        <font color="#ffffff" size="1">harbour maps tide lamp walk bread letter {Mixer.Below(9999, key, 5).ToString(CultureInfo.InvariantCulture)}</font></body></html>
        """;
}
