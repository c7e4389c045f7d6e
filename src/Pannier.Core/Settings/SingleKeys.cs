namespace Pannier.Core.Settings;

/// <summary>Whether single-key shortcuts act.</summary>
public enum SingleKeys
{
    On,
    Off,
}
