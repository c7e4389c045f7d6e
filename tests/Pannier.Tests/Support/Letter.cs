using System.Globalization;
using System.Text;

namespace Pannier.Tests.Support;

/// <summary>Messages for tests, as octets.</summary>
public static class Letter
{
    public static byte[] Plain(string subject, string body = "Hello there.", string from = "Ann <ann@example.org>", string? id = null, string extra = "") => Octets($"""
        From: {from}
        To: Bob <bob@example.org>
        Subject: {subject}
        Date: Tue, 3 Nov 2026 10:00:00 +0100
        {(id is null ? "X-No-Id: true" : $"Message-ID: <{id}>")}
        {extra}MIME-Version: 1.0
        Content-Type: text/plain; charset=utf-8
        Content-Transfer-Encoding: 8bit

        {body}

        """);

    /// <summary>Text and HTML, a picture the HTML shows, and a PDF called <c>Überweisung.pdf</c> of this many octets.</summary>
    public static byte[] Rich(int fileOctets) => Octets($"""
        From: =?utf-8?q?J=C3=BCrgen_M=C3=BCller?= <juergen@example.org>
        To: =?iso-2022-jp?b?GyRCOzNFRBsoQg==?= <yamada@example.jp>
        Cc: undisclosed-recipients:;
        Subject: =?utf-8?b?UmVjaG51bmcg4oKs?=
        Message-ID: <rich@example.org>
        In-Reply-To: <before@example.org>
        References: <first@example.org> <before@example.org>
        Date: Tue, 3 Nov 2026 10:00:00 +0100
        X-Raw: grüß dich
        MIME-Version: 1.0
        Content-Type: multipart/mixed; boundary=outer

        --outer
        Content-Type: multipart/alternative; boundary=inner

        --inner
        Content-Type: text/plain; charset=utf-8; format=flowed; delsp=yes
        Content-Transfer-Encoding: quoted-printable

        Sch=C3=B6ne Gr=C3=BC=C3=9Fe
        aus Ulm
        --inner
        Content-Type: multipart/related; boundary=rel

        --rel
        Content-Type: text/html; charset=utf-8

        <p>Schöne Grüße <img src="cid:pic@x"></p>
        --rel
        Content-Type: image/png; name=pic.png
        Content-ID: <pic@x>
        Content-Disposition: inline
        Content-Transfer-Encoding: base64

        iVBORw0KGgo=
        --rel--
        --inner--
        --outer
        Content-Type: application/pdf
        Content-Disposition: attachment; filename*=utf-8''%C3%9Cberweisung.pdf
        Content-Transfer-Encoding: base64

        {Base64(fileOctets)}
        --outer
        Content-Type: message/rfc822

        From: inner@example.org
        Subject: inner
        Content-Type: text/plain

        the inner text
        --outer--

        """);

    public static byte[] HtmlOnly(string html) => Octets($"""
        From: news@example.org
        Subject: html
        MIME-Version: 1.0
        Content-Type: text/html; charset=utf-8
        Content-Transfer-Encoding: 8bit

        {html}

        """);

    /// <summary>The octets of the file in <see cref="Rich"/>.</summary>
    public static byte[] FileOctets(int count)
    {
        var octets = new byte[count];
        for (var at = 0; at < count; at++) octets[at] = (byte)((at * 31) + (at >> 8));
        return octets;
    }

    public static byte[] Octets(string text) => Encoding.UTF8.GetBytes(text.ReplaceLineEndings("\r\n"));

    public static DateTimeOffset Day(int day) => DateTimeOffset.Parse("2026-03-01T12:00:00Z", CultureInfo.InvariantCulture).AddDays(day);

    private static string Base64(int octets) => Convert.ToBase64String(FileOctets(octets), Base64FormattingOptions.InsertLineBreaks);
}
