using System.Formats.Asn1;
using System.Numerics;

namespace Pannier.Mail.Ldap;

/// <summary>One message of a directory's (RFC 4511 §4.1.1).</summary>
/// <param name="Number">Of the operation it answers; 0 for one that nobody asked for.</param>
/// <param name="Tag">The application tag of what it is.</param>
/// <param name="Operation">What is in it.</param>
internal sealed record LdapMessage(BigInteger Number, int Tag, AsnReader Operation)
{
    /// <summary>The tag of a found entry.</summary>
    public const int Entry = 4;

    private static readonly AsnReaderOptions Loose = new() { SkipSetSortOrderVerification = true };

    /// <summary>How the operation ended; what else stands there, referrals included, is not looked at.</summary>
    public LdapResult Result() => (LdapResult)(int)Operation.ReadEnumeratedBytes().Span[^1];

    /// <summary>Reads one, and not a byte more: after StartTLS the next belongs to TLS.</summary>
    /// <exception cref="MailFault">The line ended, or the message is no LDAP or too long.</exception>
    /// <exception cref="AsnContentException">It is no BER.</exception>
    public static async Task<LdapMessage> ReadAsync(Stream stream, int mostBytes, CancellationToken cancellation)
    {
        var head = new byte[2];
        await FillAsync(stream, head, cancellation);
        if (head[0] != 0x30) throw new MailFault(MailFaultKind.Protocol);

        var length = (int)head[1];
        var more = Array.Empty<byte>();
        if (length > 0x80)
        {
            more = new byte[length & 0x7F];
            if (more.Length > 4) throw new MailFault(MailFaultKind.TooLarge);
            await FillAsync(stream, more, cancellation);
            var whole = more.Aggregate(0L, (sum, octet) => (sum << 8) | octet);
            length = whole > mostBytes ? throw new MailFault(MailFaultKind.TooLarge) : (int)whole;
        }
        else if (length == 0x80)
        {
            throw new MailFault(MailFaultKind.Protocol); // of indefinite length, which LDAP forbids (§5.1)
        }

        var message = new byte[head.Length + more.Length + length];
        head.CopyTo(message, 0);
        more.CopyTo(message, head.Length);
        await FillAsync(stream, message.AsMemory(head.Length + more.Length), cancellation);
        return Of(message);
    }

    private static LdapMessage Of(byte[] bytes)
    {
        var message = new AsnReader(bytes, AsnEncodingRules.BER, Loose).ReadSequence();
        var number = message.ReadInteger();
        var tag = message.PeekTag();
        if (tag.TagClass != TagClass.Application) throw new MailFault(MailFaultKind.Protocol);
        return tag.IsConstructed ? new LdapMessage(number, tag.TagValue, message.ReadSequence(tag)) : new LdapMessage(number, tag.TagValue, message);
    }

    private static async Task FillAsync(Stream stream, Memory<byte> into, CancellationToken cancellation)
    {
        if (await stream.ReadAtLeastAsync(into, into.Length, throwOnEndOfStream: false, cancellation) < into.Length) throw new MailFault(MailFaultKind.Dropped);
    }
}
