namespace Pannier.Modules.Lists;

/// <summary>How much of a list's page is asked for.</summary>
public enum ListPart
{
    /// <summary>With the room for a message beside it.</summary>
    Whole,

    /// <summary>The list alone, to go beside a message that is open already.</summary>
    Beside,
}
