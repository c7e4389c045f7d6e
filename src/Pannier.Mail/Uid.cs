using System.Globalization;

namespace Pannier.Mail;

/// <summary>A message's unique identifier within one mailbox at one UIDVALIDITY (RFC 9051 §2.3.1.1). Never zero.</summary>
public readonly record struct Uid(uint Value) : IComparable<Uid>
{
    public static Uid? Read(string text) => TryReadNonZero(text, out var value) ? new(value) : null;

    public static bool operator <(Uid left, Uid right) => left.Value < right.Value;

    public static bool operator >(Uid left, Uid right) => left.Value > right.Value;

    public static bool operator <=(Uid left, Uid right) => left.Value <= right.Value;

    public static bool operator >=(Uid left, Uid right) => left.Value >= right.Value;

    public int CompareTo(Uid other) => Value.CompareTo(other.Value);

    public override string ToString() => Value.ToString(CultureInfo.InvariantCulture);

    internal static bool TryReadNonZero(ReadOnlySpan<char> text, out uint value) =>
        uint.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out value) && value != 0 && text[0] != '0';
}
