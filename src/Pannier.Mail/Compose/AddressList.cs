namespace Pannier.Mail.Compose;

/// <summary>Reads the addresses a person types or pastes.</summary>
public static class AddressList
{
    /// <summary>
    /// Reads addresses parted by commas, semicolons or line ends: bare, in angle brackets behind a name, with a comment as name, in
    /// groups, international. Several bare ones may stand with blanks between. Nothing is guessed: a piece that is no address is a mistake.
    /// </summary>
    public static AddressReading Read(string text)
    {
        var addresses = new List<EmailAddress>();
        var seen = new HashSet<AddrSpec>();
        var mistakes = new List<AddressMistake>();
        foreach (var piece in new AddressPieces(text).All())
        {
            if (piece.IsUnclosed) mistakes.Add(new(piece.Raw, piece.OpenBracket ? AddressFault.UnclosedBracket : AddressFault.UnclosedQuote));
            else if (piece.Bracketed is { } inside) Take(piece, inside.Trim(), Name(piece));
            else if (piece.Words.Trim().Length > 0) TakeBare(piece);
            else if (piece.Comment is not null || piece.Quoted) mistakes.Add(new(piece.Raw, AddressFault.NoAt));
        }

        return new(addresses, mistakes);

        void TakeBare(AddressPiece piece)
        {
            string[] words = AddrSpec.Read(piece.Bare.Trim()) is not null ? [piece.Bare.Trim()] : piece.Bare.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries);
            if (words.Length == 1 || Array.TrueForAll(words, word => AddrSpec.Read(word) is not null))
                foreach (var word in words) Take(piece, word, words.Length == 1 ? Blank(piece.Comment) : null);
            else mistakes.Add(new(piece.Raw, piece.Bare.Contains('@', StringComparison.Ordinal) ? AddressFault.MissingComma : AddressFault.NoAt));
        }

        void Take(AddressPiece piece, string address, string? name)
        {
            if (piece.AfterBracket) mistakes.Add(new(piece.Raw, AddressFault.MissingComma));
            else if (AddrSpec.Read(address) is not { } spec) mistakes.Add(new(piece.Raw, Judge(address)));
            else if (name is not null && OneLine.Read(name) is null) mistakes.Add(new(piece.Raw, AddressFault.Name));
            else if (seen.Add(spec)) addresses.Add(new(name, spec.Shown()));
        }
    }

    private static string? Name(AddressPiece piece) => Blank(piece.Words) ?? Blank(piece.Comment);

    private static string? Blank(string? text) => string.IsNullOrWhiteSpace(text) ? null : string.Join(' ', text.Split(' ', StringSplitOptions.RemoveEmptyEntries));

    private static AddressFault Judge(string address)
    {
        var at = address.LastIndexOf('@');
        if (at < 0) return AddressFault.NoAt;
        return AddrSpec.Read("a" + address[at..]) is null ? AddressFault.Domain : AddressFault.LocalPart;
    }
}
