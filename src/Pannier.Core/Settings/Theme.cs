namespace Pannier.Core.Settings;

/// <summary>Light, dark, or what the system says.</summary>
public enum Theme
{
    Auto,
    Light,
    Dark,
}
