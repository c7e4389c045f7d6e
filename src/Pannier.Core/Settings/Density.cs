namespace Pannier.Core.Settings;

/// <summary>How much room a row takes.</summary>
public enum Density
{
    Comfortable,
    Compact,
}
