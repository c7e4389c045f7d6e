using System.Globalization;
using System.Text;

namespace Pannier.Demo.Seed.Kinds;

/// <summary>Hand-written messages that look hostile or are broken, and do no harm: what a reader of mail must survive.</summary>
internal static class OddMail
{
    public static IReadOnlyList<OddMessage> All { get; } =
    [
        new("script in the subject", Head("<script>alert('subject')</script> You have won", "<img src=x onerror=alert(1)>") + "Content-Type: text/html; charset=utf-8\n\n<p>Hello<script>alert(document.domain)</script><img src=x onerror=\"alert(2)\"><svg onload=alert(3)><a href=\"javascript:alert(4)\">Prize</a></p>\n"),
        new("very long subject", Head(string.Concat(Enumerable.Repeat("This offer is so good that its subject goes on and ", 60)) + "ends", "Long Winded") + "\nShort text.\n"),
        new("no subject, date or id", "From: nobody@mailer-77.test\nTo: {to}\n\nNo subject, no date, no Message-ID.\n"),
        new("no MIME fields", "From: \"Old Timer\" <old@mailer-77.test>\nTo: {to}\nSubject: caf\xe9 cr\xe8me, raw bytes\nDate: {date}\nMessage-ID: <nomime@mailer-77.test>\n\nUn caf\xe9, s'il vous pla\xeet. No MIME-Version, no charset.\n"),
        new("unknown charset", Head("Charset of another world", "Kli") + "Content-Type: text/plain; charset=\"x-klingon-9\"\nContent-Transfer-Encoding: 8bit\n\nPlain words, then \xe4\xf6\xfc and \xff\xfe.\n"),
        new("wrong charset", Head("=?utf-8?Q?Caf=E9_=FF=FE_broken?= =?x-none?B?!!!!?=", "Wrong") + "Content-Type: text/plain; charset=utf-8\nContent-Transfer-Encoding: 8bit\n\nThis says UTF-8 and is not: \xe9\xe8\xff.\n"),
        new("turned file name", Head("Invoice enclosed", "Billing") + "Content-Type: multipart/mixed; boundary=\"turn\"\n\n--turn\nContent-Type: text/plain\n\nPlease see the file.\n--turn\nContent-Type: application/octet-stream\nContent-Disposition: attachment; filename*=UTF-8''invoice%E2%80%AEfdp.exe\nContent-Transfer-Encoding: base64\n\nTm90IGEgcHJvZ3JhbS4=\n--turn--\n"),
        new("file name with a path", Head("Documents", "Sender") + "Content-Type: multipart/mixed; boundary=\"path\"\n\n--path\nContent-Type: text/plain\n\nThree files.\n--path\nContent-Type: text/plain; name=\"../../../etc/passwd\"\nContent-Disposition: attachment; filename=\"../../../etc/passwd\"\n\nnot it\n--path\nContent-Type: text/html\nContent-Disposition: attachment; filename=\"report.pdf                                    .html\"\n\n<script>alert(5)</script>\n--path\nContent-Type: image/svg+xml\nContent-Disposition: inline; filename=\"logo.svg\"\n\n<svg xmlns=\"http://www.w3.org/2000/svg\" onload=\"alert(6)\"/>\n--path--\n"),
        new("deep nesting", Head("Parts within parts", "Matryoshka") + Nested(40)),
        new("boundary that never comes", Head("Boundary lost", "Lost") + "Content-Type: multipart/mixed; boundary=\"never\"\n\nThe boundary is not here.\n"),
        new("boundary that never ends", Head("Boundary left open", "Open") + "Content-Type: multipart/alternative; boundary=\"open\"\n\n--open\nContent-Type: text/plain\n\nThe last line of the parts is missing.\n--open\nContent-Type: text/html\n\n<b>The last line of the parts is missing.\n"),
        new("broken base64", Head("Broken base64", "Bits") + "Content-Type: text/plain; charset=utf-8\nContent-Transfer-Encoding: base64\n\nVGhpcyBpcyBjdXQg**!!b2ZmIGlu\nIHRoZSBtaWRkbG\n"),
        new("unknown transfer encoding", Head("Encoding of nobody", "Codec") + "Content-Type: text/plain\nContent-Transfer-Encoding: x-rot13\n\nUryyb gurer.\n"),
        new("header injection", Head("Hello =?utf-8?Q?=0D=0ABcc:_victim@orchard.example?=", "Inject") + "X-Long: " + new string('x', 1500) + "\nContent-Type: text/plain\n\nOne subject holds a line break.\n"),
        new("two of each", Head("First subject", "Twice") + "From: \"Second Sender\" <second@mailer-77.test>\nSubject: Second subject\nMessage-ID: <second@mailer-77.test>\n\nWhich one is shown?\n"),
        new("no sender", "From: \nTo: undisclosed-recipients:;\nSubject: Nobody wrote this\nDate: {date}\nMessage-ID: <empty-from@mailer-77.test>\n\nThe From field is empty.\n"),
        new("name that is an address", "From: \"ada@orchard.example\" <stranger@mailer-77.test>\nTo: {to}\nSubject: I know your password\nDate: {date}\nMessage-ID: <posing@mailer-77.test>\n\nI have recorded you. Send coins. (The name pretends to be you.)\n"),
        new("date far ahead", "From: future@mailer-77.test\nTo: {to}\nSubject: From the year 2094\nDate: Fri, 31 Dec 2094 23:59:60 +9900\nMessage-ID: <future@mailer-77.test>\n\nTomorrow, and tomorrow.\n"),
        new("unencoded UTF-8 fields", "From: \"" + Bytes("Пётр") + "\" <petr@" + Bytes("почта") + ".test>\nTo: {to}\nSubject: " + Bytes("Без кодирования ✓") + "\nDate: {date}\nMessage-ID: <smtputf8@mailer-77.test>\nContent-Type: text/plain; charset=utf-8\nContent-Transfer-Encoding: 8bit\n\n" + Bytes("Заголовки в UTF-8 (RFC 6532).") + "\n"),
        new("bare NUL and long line", Head("Control characters", "Control") + "Content-Type: text/plain\n\nA \0 and a \x07 and a \x1b[31mred\x1b[0m word.\n" + string.Concat(Enumerable.Repeat("word ", 2000)) + "\n"),
        new("no body", "From: \"Silent\" <silent@mailer-77.test>\nTo: {to}\nSubject: Nothing below\nDate: {date}\nMessage-ID: <silent@mailer-77.test>\n"),
    ];

    /// <summary>Bytes on the wire: CRLF, the date and the recipient put in.</summary>
    public static byte[] Write(string raw, DateTimeOffset date, string to) => Encoding.Latin1.GetBytes(
        raw.Replace("{date}", Stamp(date), StringComparison.Ordinal).Replace("{to}", to, StringComparison.Ordinal).Replace("\n", "\r\n", StringComparison.Ordinal));

    public static string Stamp(DateTimeOffset date) =>
        date.ToOffset(TimeSpan.Zero).ToString("ddd, dd MMM yyyy HH:mm:ss +0000", CultureInfo.InvariantCulture);

    private static string Head(string subject, string name) =>
        $"From: \"{name}\" <odd@mailer-77.test>\nTo: {{to}}\nSubject: {subject}\nDate: {{date}}\nMessage-ID: <{Mixer.Hex(subject)}@mailer-77.test>\nMIME-Version: 1.0\n";

    private static string Nested(int levels)
    {
        var nested = new StringBuilder();
        for (var level = 0; level < levels; level++)
            nested.Append(CultureInfo.InvariantCulture, $"Content-Type: multipart/mixed; boundary=\"level{level:D2}\"\n\n--level{level:D2}\n");
        nested.Append("Content-Type: text/plain\n\nThe innermost part.\n");
        for (var level = levels - 1; level >= 0; level--)
            nested.Append(CultureInfo.InvariantCulture, $"--level{level:D2}--\n");
        return nested.ToString();
    }

    private static string Bytes(string text) => Encoding.Latin1.GetString(Encoding.UTF8.GetBytes(text));
}
