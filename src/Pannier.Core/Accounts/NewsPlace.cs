using System.Globalization;

namespace Pannier.Core.Accounts;

/// <summary>A version of the mirror in one of its lives: where a reader of news has come to. As text <c>life.version</c>.</summary>
public sealed record NewsPlace(Guid Life, long Version)
{
    /// <summary>Null when the text is not one.</summary>
    public static NewsPlace? Read(string text) =>
        text.Split('.') is [var life, var version]
        && Guid.TryParseExact(life, "N", out var id)
        && long.TryParse(version, NumberStyles.None, CultureInfo.InvariantCulture, out var number)
            ? new(id, number)
            : null;

    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Life:N}.{Version}");
}
