using System.Globalization;

namespace Pannier.Modules.Lists;

/// <summary>How far a search was when it was last looked at.</summary>
internal static class Step
{
    public static int? Read(string text) => int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var step) ? step : null;
}
