using System.Buffers;

namespace Pannier.Core;

/// <summary>A path on this site, for redirects and links. Can't name another host .</summary>
public sealed record LocalUrl
{
    private static readonly SearchValues<char> Never = SearchValues.Create([.. Enumerable.Range(0, 0x100).Select(c => (char)c).Where(c => c is '\\' || char.IsControl(c))]); // no control character is higher

    private LocalUrl(string value) => Value = value;

    public string Value { get; }

    public static LocalUrl Home { get; } = new("/");

    /// <summary>Makes one from a path the program wrote; parts that come from outside go through <see cref="Uri.EscapeDataString(string)"/> first.</summary>
    /// <exception cref="ArgumentException">It is not a local path: a bug.</exception>
    public static LocalUrl Of(string path) => Read(path) ?? throw new ArgumentException("not a local path", nameof(path));

    /// <summary>Reads a path from outside; null unless it starts with one slash and holds neither backslash nor control character.</summary>
    public static LocalUrl? Read(string text) =>
        text is ['/', ..]
        && text is not ['/', '/' or '\\', ..]
        && text.Length <= 2048
        && !text.AsSpan().ContainsAny(Never)
            ? new(text)
            : null;

    public override string ToString() => Value;
}
