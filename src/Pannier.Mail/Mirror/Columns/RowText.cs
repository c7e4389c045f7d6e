using System.Text;
using Pannier.Mail.Search;

namespace Pannier.Mail.Mirror.Columns;

/// <summary>The texts of a row as one run of bytes: subject, senders, recipients. What a list does not show is left to the server.</summary>
/// <remarks>Bounded, whatever the message says: a subject keeps 1,000 characters, a name 200, a list of recipients 50 addresses.</remarks>
internal static class RowText
{
    private const int LongestSubject = 1_000;
    private const int LongestName = 200;
    private const int MostAddresses = 50;

    public static byte[] Write(Envelope envelope)
    {
        using var bytes = new MemoryStream();
        using var writer = new BinaryWriter(bytes, Encoding.UTF8);
        Write(writer, envelope.Subject, LongestSubject);
        foreach (var list in (IReadOnlyList<EmailAddress>[])[envelope.From, envelope.To, envelope.Cc, envelope.Bcc])
        {
            writer.Write((byte)Math.Min(list.Count, MostAddresses));
            foreach (var address in list.Take(MostAddresses))
            {
                Write(writer, address.Name ?? "", LongestName);
                Write(writer, address.Address, LongestName * 2);
            }
        }

        writer.Flush();
        return bytes.ToArray();
    }

    public static Envelope Read(ReadOnlySpan<byte> bytes)
    {
        var at = 0;
        var subject = Text(bytes, ref at);
        return new Envelope(subject, Addresses(bytes, ref at), [], Addresses(bytes, ref at), Addresses(bytes, ref at), Addresses(bytes, ref at), null, null, null);
    }

    /// <summary>Whether these are the texts of a row, to the last byte.</summary>
    public static bool IsSound(ReadOnlySpan<byte> bytes)
    {
        var at = 0;
        if (!Passes(bytes, ref at)) return false;
        for (var list = 0; list < 4; list++)
        {
            if (at >= bytes.Length) return false;
            for (var texts = bytes[at++] * 2; texts > 0; texts--)
                if (!Passes(bytes, ref at)) return false;
        }

        return at == bytes.Length;
    }

    /// <summary>Goes over one text, if it is whole.</summary>
    private static bool Passes(ReadOnlySpan<byte> bytes, ref int at)
    {
        for (var shift = 0; shift <= 21; shift += 7)
        {
            if (at + (shift / 7) >= bytes.Length) return false;
            if (bytes[at + (shift / 7)] >= 0x80) continue;
            var length = Length(bytes, ref at);
            if (length > bytes.Length - at) return false;
            at += length;
            return true;
        }

        return false; // longer than any text here
    }

    /// <summary>Whether nothing but the case of ASCII letters stands between these texts and their folded form.</summary>
    public static bool IsPlain(ReadOnlySpan<byte> bytes)
    {
        if (Ascii.IsValid(bytes)) return true;

        var envelope = Read(bytes);
        return Folding.IsPlain(envelope.Subject) && People(envelope).All(person => Folding.IsPlain(person.Name ?? "") && Folding.IsPlain(person.Address));
    }

    /// <summary>The same texts folded.</summary>
    public static byte[] Fold(ReadOnlySpan<byte> bytes)
    {
        var envelope = Read(bytes);
        return Write(envelope with { Subject = Folding.Fold(envelope.Subject), From = Fold(envelope.From), To = Fold(envelope.To), Cc = Fold(envelope.Cc), Bcc = Fold(envelope.Bcc) });
    }

    /// <summary>Whether the bytes from a place on belong wholly to one text of the field.</summary>
    public static bool HoldsAt(ReadOnlySpan<byte> bytes, int place, int length, SearchField field)
    {
        var at = 0;
        if (Covers(bytes, ref at, place, length)) return field is SearchField.Anywhere or SearchField.Subject;
        for (var list = 0; list < 4 && at <= place; list++)
            for (var texts = bytes[at++] * 2; texts > 0 && at <= place; texts--)
                if (Covers(bytes, ref at, place, length)) return field == SearchField.Anywhere || field == (list == 0 ? SearchField.From : SearchField.To);

        return false;
    }

    public static string Subject(ReadOnlySpan<byte> bytes)
    {
        var at = 0;
        return Text(bytes, ref at);
    }

    private static IEnumerable<EmailAddress> People(Envelope envelope) => envelope.From.Concat(envelope.To).Concat(envelope.Cc).Concat(envelope.Bcc);

    private static List<EmailAddress> Fold(IReadOnlyList<EmailAddress> people) => [.. people.Select(person => new EmailAddress(person.Name is null ? null : Folding.Fold(person.Name), Folding.Fold(person.Address)))];

    /// <summary>Goes over one text.</summary>
    private static bool Covers(ReadOnlySpan<byte> bytes, ref int at, int place, int length)
    {
        var size = Length(bytes, ref at);
        var start = at;
        at += size;
        return place >= start && place + length <= at;
    }

    private static void Write(BinaryWriter writer, string text, int longest) => writer.Write(text.Length <= longest ? text : Cut(text, longest));

    /// <summary>Not in the middle of a character.</summary>
    private static string Cut(string text, int longest) => text[..(char.IsHighSurrogate(text[longest - 1]) ? longest - 1 : longest)];

    private static EmailAddress[] Addresses(ReadOnlySpan<byte> bytes, ref int at)
    {
        var count = bytes[at++];
        if (count == 0) return [];

        var list = new EmailAddress[count];
        for (var i = 0; i < count; i++)
        {
            var name = Text(bytes, ref at);
            list[i] = new EmailAddress(name.Length == 0 ? null : name, Text(bytes, ref at));
        }

        return list;
    }

    private static string Text(ReadOnlySpan<byte> bytes, ref int at)
    {
        var length = Length(bytes, ref at);
        at += length;
        return Encoding.UTF8.GetString(bytes.Slice(at - length, length));
    }

    private static int Length(ReadOnlySpan<byte> bytes, ref int at)
    {
        var (length, shift) = (0, 0);
        byte part;
        do
        {
            part = bytes[at++];
            length |= (part & 0x7F) << shift;
            shift += 7;
        }
        while (part >= 0x80);

        return length;
    }
}
