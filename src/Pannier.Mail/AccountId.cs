using System.Globalization;
using System.Security.Cryptography;

namespace Pannier.Mail;

/// <summary>One mail account of one person: random, never reused, safe to show in a URL. 16 hexadecimal digits as text.</summary>
public readonly record struct AccountId(ulong Value) : IComparable<AccountId>
{
    public static AccountId New() => new(BitConverter.ToUInt64(RandomNumberGenerator.GetBytes(8)));

    /// <summary>Reads 16 lower-case hexadecimal digits; null when the text is not that.</summary>
    public static AccountId? Read(string text) => HexId.Read(text) is { } value ? new(value) : null;

    public static bool operator <(AccountId left, AccountId right) => left.Value < right.Value;

    public static bool operator >(AccountId left, AccountId right) => left.Value > right.Value;

    public static bool operator <=(AccountId left, AccountId right) => left.Value <= right.Value;

    public static bool operator >=(AccountId left, AccountId right) => left.Value >= right.Value;

    public int CompareTo(AccountId other) => Value.CompareTo(other.Value);

    public override string ToString() => Value.ToString("x16", CultureInfo.InvariantCulture);
}
