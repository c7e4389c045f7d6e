using System.Text;

namespace Pannier.Mail.Cards;

/// <summary>Reads vCards (RFC 6350, RFC 2426 and the 2.1 that telephones still write) as text: who it is and how to reach them. Pictures, keys, sounds and links to any are left alone.</summary>
public static class VCards
{
    /// <summary>A longer file is a file, to be opened by a program for it.</summary>
    public const int MostCharacters = 64 * 1024;

    private const int MostLines = 2_000;
    private const int MostFacts = 20;

    public static IReadOnlyList<Card> Read(string text)
    {
        if (text.Length > MostCharacters) return [];

        var cards = new List<Card>();
        List<VCardLine>? open = null;
        foreach (var line in Lines(text).Take(MostLines).Select(VCardLine.Read).OfType<VCardLine>())
        {
            if (line.Name is "BEGIN" && IsCard(line)) open = [];
            else if (line.Name is "END" && IsCard(line) && open is not null)
            {
                if (Of(open) is { } card && cards.Count < Card.Most) cards.Add(card);
                open = null;
            }
            else open?.Add(line);
        }

        return cards;
    }

    private static bool IsCard(VCardLine line) => line.Value.Trim().Equals("VCARD", StringComparison.OrdinalIgnoreCase);

    private static Card? Of(List<VCardLine> lines)
    {
        var name = lines.Where(line => line.Name is "FN").Select(line => Thing.Line(line.Text)).FirstOrDefault(text => text.Length > 0)
            ?? lines.Where(line => line.Name is "N").Select(line => line.Pieces is [var family, var given, ..] ? CardFacts.Join(" ", given, family) : Thing.Line(line.Text)).FirstOrDefault() ?? "";
        var facts = new CardFacts();
        foreach (var line in lines.Take(200).Where(line => line.Name is not ("FN" or "N")))
            if (FieldOf(line.Name) is { } field && facts.All.Count < MostFacts)
                facts.Add(field, line.Name is "ADR" or "ORG" ? CardFacts.Join(", ", line.Pieces) : Thing.Line(line.Text));
        return name.Length == 0 && facts.All.Count == 0 ? null : new Card(CardKind.Contact, name, facts.All);
    }

    private static CardField? FieldOf(string name) => name switch
    {
        "TITLE" or "ROLE" => CardField.Role,
        "ORG" => CardField.Organisation,
        "EMAIL" => CardField.Email,
        "TEL" => CardField.Telephone,
        "ADR" => CardField.Address,
        "URL" => CardField.Web,
        _ => null,
    };

    /// <summary>Whole lines: those that begin with a blank go on from the one before, and those of 2.1 that end in "=" go on in the next.</summary>
    private static List<string> Lines(string text)
    {
        var lines = new List<StringBuilder>();
        var goesOn = false;
        foreach (var raw in text.Split('\n'))
        {
            var line = raw.TrimEnd('\r');
            if (lines.Count > 0 && (goesOn || line is [' ' or '\t', ..])) lines[^1].Append(goesOn ? line : line[1..]);
            else lines.Add(new StringBuilder(line));
            goesOn = VCardLine.IsQuotedPrintable(lines[^1]) && lines[^1] is { Length: > 0 } last && last[^1] == '=';
            if (goesOn) lines[^1].Length--;
        }

        return [.. lines.Select(line => line.ToString())];
    }
}
