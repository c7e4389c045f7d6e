using System.Globalization;

namespace Pannier.Core.Text;

/// <summary>Says a number of octets as people do.</summary>
public static class Sizes
{
    public static string Show(long octets) => octets switch
    {
        < 1_000 => string.Create(CultureInfo.InvariantCulture, $"{octets} B"),
        < 1_000_000 => string.Create(CultureInfo.InvariantCulture, $"{octets / 1_000.0:0.#} kB"),
        < 1_000_000_000 => string.Create(CultureInfo.InvariantCulture, $"{octets / 1_000_000.0:0.#} MB"),
        _ => string.Create(CultureInfo.InvariantCulture, $"{octets / 1_000_000_000.0:0.#} GB"),
    };
}
