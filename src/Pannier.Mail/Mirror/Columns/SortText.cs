using System.Globalization;
using System.Text;
using Pannier.Mail.Compose;
using Pannier.Mail.Lists;
using Pannier.Mail.Search;

namespace Pannier.Mail.Mirror.Columns;

/// <summary>What a message is sorted by, as a text whose UTF-8 bytes stand in the order wanted. Empty where it has none: it comes first.</summary>
internal static class SortText
{
    private const int Longest = 48;

    public static string Of(Block block, int i, SortBy by) => by switch
    {
        SortBy.Size => block.SizeAt(i).ToString("X8", CultureInfo.InvariantCulture),
        SortBy.Subject => Cut(Folding.Fold(SubjectPrefix.Base(RowText.Subject(block.TextAt(i).Span)))),
        SortBy.Sender => Person(RowText.Read(block.TextAt(i).Span).From),
        SortBy.Recipient => RowText.Read(block.TextAt(i).Span) is var envelope ? Person([.. envelope.To, .. envelope.Cc, .. envelope.Bcc]) : "",
        _ => "",
    };

    private static string Person(IReadOnlyList<EmailAddress> people) => people.Count == 0 ? "" : Cut(Folding.Fold(people[0].Shown).TrimStart('"', '\'', ' '));

    /// <summary>At most so many characters; none that is half.</summary>
    private static string Cut(string text)
    {
        var cut = new StringBuilder(Longest);
        foreach (var rune in text.EnumerateRunes())
        {
            if (cut.Length >= Longest) break;
            cut.Append(rune.ToString());
        }

        return cut.ToString();
    }
}
