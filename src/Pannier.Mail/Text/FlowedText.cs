using System.Text;

namespace Pannier.Mail.Text;

/// <summary>Writes text as <c>format=flowed</c> (RFC 3676), which every reader can wrap to its own width and no relay can break.</summary>
public static class FlowedText
{
    private const int Width = 76;

    /// <summary>
    /// Long lines are broken after a blank; lines that start with a blank or <c>From </c> are stuffed; quoted lines keep
    /// their marks and are not broken. Lines end in CRLF.
    /// </summary>
    public static string Write(string text)
    {
        var flowed = new StringBuilder(text.Length + (text.Length / 20));
        foreach (var line in TextLine.Split(text))
        {
            if (line is "-- " or ['>', ..]) flowed.Append(line is "-- " ? line : line.AsSpan().TrimEnd()).Append("\r\n");
            else WriteParagraph(flowed, line.AsSpan().TrimEnd());
        }

        if (flowed.Length >= 2) flowed.Length -= 2; // as many line ends as the text had
        return flowed.ToString();
    }

    private static void WriteParagraph(StringBuilder flowed, ReadOnlySpan<char> rest)
    {
        do
        {
            // The blank stays at the end of the line: it is what says that the line goes on.
            var end = rest.Length;
            if (rest.Length > Width)
            {
                end = rest[..Width].LastIndexOf(' ') + 1;
                if (end == 0) end = rest.IndexOf(' ') is > 0 and var far ? far + 1 : rest.Length;
            }

            var line = rest[..end];
            if (line is [' ', ..] || line.StartsWith("From ", StringComparison.Ordinal) || line is ['>', ..]) flowed.Append(' ');
            flowed.Append(line).Append("\r\n");
            rest = rest[end..];
        }
        while (!rest.IsEmpty);
    }
}
