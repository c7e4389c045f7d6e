using System.Globalization;
using System.Security.Cryptography;

namespace Pannier.Mail;

/// <summary>One view of a person's own making.</summary>
public readonly record struct ViewId(ulong Value) : IComparable<ViewId>
{
    public static ViewId New() => new(BitConverter.ToUInt64(RandomNumberGenerator.GetBytes(8)));

    /// <summary>Reads 16 lower-case hexadecimal digits; null when the text is not that.</summary>
    public static ViewId? Read(string text) => HexId.Read(text) is { } value ? new(value) : null;

    public static bool operator <(ViewId left, ViewId right) => left.Value < right.Value;

    public static bool operator >(ViewId left, ViewId right) => left.Value > right.Value;

    public static bool operator <=(ViewId left, ViewId right) => left.Value <= right.Value;

    public static bool operator >=(ViewId left, ViewId right) => left.Value >= right.Value;

    public int CompareTo(ViewId other) => Value.CompareTo(other.Value);

    public override string ToString() => Value.ToString("x16", CultureInfo.InvariantCulture);
}
