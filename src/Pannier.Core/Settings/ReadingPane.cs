namespace Pannier.Core.Settings;

/// <summary>Where an opened message stands. In a narrow window it has the page to itself, whatever is chosen.</summary>
public enum ReadingPane
{
    /// <summary>Beside the list where the window is wide enough for both to be read in comfort.</summary>
    Auto,

    /// <summary>Beside the list.</summary>
    Right,

    /// <summary>Beneath the list.</summary>
    Below,

    /// <summary>On a page of its own.</summary>
    Off,
}
