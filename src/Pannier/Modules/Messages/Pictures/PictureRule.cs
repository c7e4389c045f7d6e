namespace Pannier.Modules.Messages.Pictures;

/// <summary>Whether pictures on other servers are ever loaded.</summary>
public enum PictureRule
{
    /// <summary>Where the person says so: for one opening, or for a sender.</summary>
    Ask,

    /// <summary>Whatever was said for a sender.</summary>
    Never,
}
