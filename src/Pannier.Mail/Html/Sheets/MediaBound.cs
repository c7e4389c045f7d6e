using Pannier.Mail.Html.Values;

namespace Pannier.Mail.Html.Sheets;

/// <summary>A bound on the frame's width or height.</summary>
internal sealed record MediaBound
{
    private static readonly ValueReader Size = Values.Length.UpTo(20_000, 0);

    private MediaBound(string name, Value length) => (Name, Length) = (name, length);

    /// <summary>The features there are. Those of the device (<c>max-device-width</c>) are read as the frame's own: it is the paper that counts.</summary>
    public static IReadOnlyList<string> Names { get; } = ["min-width", "max-width", "min-height", "max-height"];

    public string Name { get; }

    /// <summary>At most 20,000 pixels.</summary>
    public Value Length { get; }

    /// <summary>Null when the name or the length is none.</summary>
    public static MediaBound? Read(ReadOnlySpan<char> name, ReadOnlySpan<char> length)
    {
        foreach (var known in Names)
            if ((name.Equals(known, StringComparison.OrdinalIgnoreCase) || name.Equals(known.Insert(4, "device-"), StringComparison.OrdinalIgnoreCase)) && Size(length) is { } size)
                return new(known, size);
        return null;
    }
}
