using System.Globalization;
using System.Text;

namespace Pannier.Bench;

/// <summary>The mailbox's messages: always the same ones. Number n gets UID n.</summary>
internal static class Letters
{
    public const int Count = 50_000;
    public const int FirstLarge = 25_001;
    public const int LargeCount = 64;
    public const string SearchedWord = "walnut";
    private static readonly string[] Words = "garden invoice meeting river letter window autumn project ticket summer coffee harbour painting recipe travel library orchard station bridge weather".Split(' ');

    /// <summary>Text alone, which two of three are.</summary>
    public static bool IsText(int number) => !IsLarge(number) && number % 3 != 0;

    public static bool IsLarge(int number) => number is >= FirstLarge and < FirstLarge + LargeCount;

    public static string Flags(int number) => number > Count - 500 ? "" : @"\Seen";

    public static DateTimeOffset ReceivedAt(int number) => new DateTimeOffset(2026, 5, 1, 12, 0, 0, TimeSpan.Zero).AddMinutes((number - Count) * 15.0);

    public static byte[] Write(int number)
    {
        var date = ReceivedAt(number).ToString("ddd, dd MMM yyyy HH:mm:ss", CultureInfo.InvariantCulture);
        var sender = $"{Word(number)}.{Word(number / 7)}";
        var subject = number % 500 == 7 ? $"About the {SearchedWord} {Word(number)}" : $"The {Word(number)} of the {Word(number * 3)} {number}";
        var head = $"From: \"{Word(number)} {Word(number / 7)}\" <{sender}@example.org>\r\nTo: Reader <reader@example.net>\r\nSubject: {subject}\r\nDate: {date} +0000\r\nMessage-ID: <bench-{number}@example.org>\r\nMIME-Version: 1.0\r\n";
        return Encoding.ASCII.GetBytes(head + Body(number));
    }

    private static string Body(int number)
    {
        if (IsLarge(number)) return $"Content-Type: text/html; charset=utf-8\r\n\r\n{Large(number)}";
        var text = Text(number);
        if (IsText(number)) return $"Content-Type: text/plain; charset=utf-8\r\n\r\n{text}";
        return $"Content-Type: multipart/alternative; boundary=\"b{number}\"\r\n\r\n--b{number}\r\nContent-Type: text/plain; charset=utf-8\r\n\r\n{text}\r\n--b{number}\r\nContent-Type: text/html; charset=utf-8\r\n\r\n<p>{text}</p>\r\n--b{number}--\r\n";
    }

    private static string Text(int number)
    {
        var text = new StringBuilder();
        for (var line = 0; line < 8; line++) text.Append(CultureInfo.InvariantCulture, $"{Word(number + line)} and {Word(number * 5 + line)}, then the {Word(number * 11 + line)} by the {Word(line)}.\r\n");
        return text.ToString();
    }

    /// <summary>A newsletter of some 200 KB: nested tables, inline styles, remote pictures.</summary>
    private static string Large(int number)
    {
        var html = new StringBuilder("<html><body style=\"font-family:Georgia,serif;background:#f4f0e8\"><table width=\"600\" align=\"center\"><tbody>\r\n");
        for (var row = 0; html.Length < 200_000; row++)
            html.Append(CultureInfo.InvariantCulture, $"<tr><td style=\"padding:12px;color:#333333;font-size:14px\"><table><tr><td><img src=\"https://pictures.example.org/{number}/{row}.png\" width=\"120\" height=\"80\" alt=\"{Word(row)}\"></td><td><h2 style=\"margin:0\">{Word(row)} {Word(number + row)}</h2><p>{Word(row * 3)} and <a href=\"https://www.example.org/{row}\">{Word(row * 7)}</a>, then the <b>{Word(row + 5)}</b>.</p></td></tr></table></td></tr>\r\n");
        return html.Append("</tbody></table></body></html>\r\n").ToString();
    }

    private static string Word(int at) => Words[at % Words.Length];
}
