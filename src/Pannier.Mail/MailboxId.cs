using System.Globalization;
using System.Security.Cryptography;

namespace Pannier.Mail;

/// <summary>One mailbox of one account, by our own random id: it stays through a rename, and URLs never carry names.</summary>
public readonly record struct MailboxId(ulong Value) : IComparable<MailboxId>
{
    public static MailboxId New() => new(BitConverter.ToUInt64(RandomNumberGenerator.GetBytes(8)));

    /// <summary>Reads 16 lower-case hexadecimal digits; null when the text is not that.</summary>
    public static MailboxId? Read(string text) => HexId.Read(text) is { } value ? new(value) : null;

    public static bool operator <(MailboxId left, MailboxId right) => left.Value < right.Value;

    public static bool operator >(MailboxId left, MailboxId right) => left.Value > right.Value;

    public static bool operator <=(MailboxId left, MailboxId right) => left.Value <= right.Value;

    public static bool operator >=(MailboxId left, MailboxId right) => left.Value >= right.Value;

    public int CompareTo(MailboxId other) => Value.CompareTo(other.Value);

    public override string ToString() => Value.ToString("x16", CultureInfo.InvariantCulture);
}
