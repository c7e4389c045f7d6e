namespace Pannier.Modules.Lists;

/// <summary>Whether a list can be entered at a day.</summary>
public enum Jump
{
    No,
    Yes,
}
