namespace Pannier.Modules.Messages;

/// <summary>When an opened message counts as read. Delays need the page's script; without it the button does it.</summary>
public enum MarkReadAfter
{
    AtOnce,
    TwoSeconds,
    FiveSeconds,
    TenSeconds,
    Never,
}
