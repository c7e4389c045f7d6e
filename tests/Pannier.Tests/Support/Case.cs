using System.Text;

namespace Pannier.Tests.Support;

/// <summary>One case of a <see cref="CaseFile"/>.</summary>
/// <param name="Source">Where the trick or the habit is from: a paper, a CVE, an RFC, a collection.</param>
internal sealed record Case(string Name, string Source, string Text)
{
    /// <summary>Stands before a character that is an octet, and nothing else.</summary>
    public const string OctetMark = "\uE000";

    /// <summary>As octets of a message: lines end with CR LF, and what was marked as an octet is one.</summary>
    public byte[] Octets()
    {
        using var octets = new MemoryStream();
        var pieces = Text.Split(OctetMark);
        octets.Write(Lines(pieces[0]));
        foreach (var piece in pieces.Skip(1))
        {
            octets.WriteByte((byte)piece[0]);
            octets.Write(Lines(piece[1..]));
        }

        return octets.ToArray();

        static byte[] Lines(string text) => Encoding.UTF8.GetBytes(text.Replace("\n", "\r\n", StringComparison.Ordinal));
    }

    public override string ToString() => Name;
}
