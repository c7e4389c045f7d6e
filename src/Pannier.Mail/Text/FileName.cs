using System.Text;

namespace Pannier.Mail.Text;

/// <summary>A file name that is safe to show, to offer and to write on any system: no path, no control or reserved characters, at most 200 octets.</summary>
public sealed record FileName
{
    private const int MostOctets = 200;
    private const int MostExtension = 16;
    private const string Fallback = "attachment";

    private static readonly string[] Devices = ["CON", "PRN", "AUX", "NUL", "COM", "LPT"];

    private FileName(string value) => Value = value;

    public string Value { get; }

    /// <summary>Makes any text a file name; what cannot stay becomes an underscore or goes, a long one keeps its extension.</summary>
    /// <param name="name">As the sender gave it; null when none was given.</param>
    public static FileName Safe(string? name)
    {
        var shown = UntrustedText.Show(name ?? "");
        var last = shown[(shown.LastIndexOfAny(['/', '\\']) + 1)..];

        var clean = new StringBuilder(last.Length);
        foreach (var rune in last.EnumerateRunes())
            clean.Append(rune.Value is '<' or '>' or ':' or '"' or '|' or '?' or '*' or (>= 0x2400 and <= 0x2421) or 0xFFFD ? new Rune('_') : rune);

        var trimmed = clean.ToString().Trim(' ', '.');
        if (IsDevice(trimmed)) trimmed = "_" + trimmed;
        return new(trimmed.Length == 0 ? Fallback : Cut(trimmed));
    }

    public override string ToString() => Value;

    // Windows takes "con.txt" and "COM1" for devices.
    private static bool IsDevice(string name)
    {
        var stem = name.Split('.')[0].TrimEnd();
        return Devices.Any(device =>
            stem.StartsWith(device, StringComparison.OrdinalIgnoreCase)
            && (device is "COM" or "LPT" ? stem.Length == 4 && char.IsDigit(stem[3]) : stem.Length == 3));
    }

    private static string Cut(string name)
    {
        if (Encoding.UTF8.GetByteCount(name) <= MostOctets) return name;

        var dot = name.LastIndexOf('.');
        var extension = dot > 0 && name.Length - dot <= MostExtension ? name[dot..] : "";
        var room = MostOctets - Encoding.UTF8.GetByteCount(extension);
        var stem = new StringBuilder();
        foreach (var rune in name.EnumerateRunes())
        {
            room -= rune.Utf8SequenceLength;
            if (room < 0) break;
            stem.Append(rune);
        }

        return stem.ToString().TrimEnd(' ', '.') + extension;
    }
}
