using System.Text;

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
        var (length, shift) = (0, 0);
        byte part;
        do
        {
            part = bytes[at++];
            length |= (part & 0x7F) << shift;
            shift += 7;
        }
        while (part >= 0x80);

        at += length;
        return Encoding.UTF8.GetString(bytes.Slice(at - length, length));
    }
}
