using System.Globalization;

namespace Pannier.Mail.Html;

/// <summary>How large a message is shown on a screen; on paper it is as its sender made it.</summary>
public sealed record ViewZoom
{
    private ViewZoom(int percent) => Percent = percent;

    public static ViewZoom None { get; } = new(100);

    /// <summary>50 to 300.</summary>
    public int Percent { get; }

    /// <exception cref="ArgumentOutOfRangeException">It is not from 50 to 300: a bug.</exception>
    public static ViewZoom Of(int percent) => percent is >= 50 and <= 300 ? new(percent) : throw new ArgumentOutOfRangeException(nameof(percent));

    /// <summary>The rule for a view document; empty where there is nothing to change.</summary>
    internal string Rule => Percent == 100 ? "" : string.Create(CultureInfo.InvariantCulture, $"@media screen{{body{{zoom:{Percent / 100m:0.##}}}}}");
}
