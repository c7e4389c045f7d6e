using System.Text;

namespace Pannier.Mail.Imap;

/// <summary>The first words of a message as one line.</summary>
internal static class ImapPreview
{
    private const int Most = 200;

    public static string Of(string text)
    {
        var line = new StringBuilder(Most);
        var space = false;
        foreach (var rune in text.EnumerateRunes())
        {
            if (line.Length >= Most) break;
            if (Rune.IsWhiteSpace(rune) || Rune.IsControl(rune)) space = line.Length > 0;
            else
            {
                if (space) line.Append(' ');
                space = false;
                line.Append(rune);
            }
        }

        return line.ToString();
    }
}
