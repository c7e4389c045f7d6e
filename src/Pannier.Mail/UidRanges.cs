using System.Globalization;

namespace Pannier.Mail;

/// <summary>Uids as a server names them, in ranges: a few octets may name all there can be, so they are asked, never counted out.</summary>
public sealed class UidRanges
{
    private readonly (uint First, uint Last)[] _ranges;

    private UidRanges(IEnumerable<(uint First, uint Last)> ranges) => _ranges = [.. ranges.OrderBy(range => range.First)];

    public static UidRanges None { get; } = new([]);

    public bool IsEmpty => _ranges.Length == 0;

    /// <summary>Reads a sequence-set of numbers (RFC 9051 §9), <c>1:5,9</c>; null when the text is none.</summary>
    public static UidRanges? Read(string text)
    {
        if (text.Length == 0) return None;
        var ranges = new List<(uint, uint)>();
        foreach (var piece in text.Split(','))
        {
            var ends = piece.Split(':');
            if (ends.Length > 2 || !TryRead(ends[0], out var first) || !TryRead(ends[^1], out var last)) return null;
            ranges.Add((Math.Min(first, last), Math.Max(first, last)));
        }

        return new(Joined(ranges.OrderBy(range => range.Item1)));
    }

    public static UidRanges Of(IEnumerable<Uid> uids) => new(Joined(uids.Select(uid => (uid.Value, uid.Value)).Order()));

    public bool Has(Uid uid)
    {
        var (low, high) = (0, _ranges.Length - 1);
        while (low <= high)
        {
            var middle = (low + high) / 2;
            if (uid.Value < _ranges[middle].First) high = middle - 1;
            else if (uid.Value > _ranges[middle].Last) low = middle + 1;
            else return true;
        }

        return false;
    }

    public override string ToString() => string.Join(',', _ranges.Select(range => range.First == range.Last ? Text(range.First) : Text(range.First) + ":" + Text(range.Last)));

    private static bool TryRead(string text, out uint number) => uint.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out number) && number > 0;

    private static string Text(uint number) => number.ToString(CultureInfo.InvariantCulture);

    /// <summary>Ascending ranges, those that touch as one.</summary>
    private static List<(uint First, uint Last)> Joined(IEnumerable<(uint First, uint Last)> ascending)
    {
        var joined = new List<(uint First, uint Last)>();
        foreach (var (first, last) in ascending)
        {
            if (joined.Count > 0 && first <= joined[^1].Last + 1L) joined[^1] = (joined[^1].First, Math.Max(joined[^1].Last, last));
            else joined.Add((first, last));
        }

        return joined;
    }
}
