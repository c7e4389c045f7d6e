namespace Pannier.Core.Settings;

/// <summary>A preference as the settings page sees it. Its label is the text <c>setting.KEY</c>, a choice's <c>setting.KEY.CHOICE</c>.</summary>
public interface ISetting
{
    /// <summary>Lower case with dots, as in <c>lists.per-page</c>; the part before the dot is its section.</summary>
    string Key { get; }

    /// <summary>What applies when the person has chosen nothing.</summary>
    string DefaultText { get; }

    /// <summary>All values there are, in the order shown.</summary>
    IReadOnlyList<string> Choices { get; }

    /// <summary>Whether choices are named by texts, or show as they are.</summary>
    ChoiceNames Names { get; }
}
