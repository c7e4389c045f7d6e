namespace Pannier.Core.Sessions;

/// <summary>What somebody who signs in wishes for this browser; done once they are in fully.</summary>
[Flags]
public enum Wishes
{
    None = 0,

    /// <summary>Stay signed in when the browser is closed, where the site offers it.</summary>
    Stay = 1,

    /// <summary>Know this browser again as theirs, so that wrong passwords tried elsewhere do not slow it down.</summary>
    Device = 2,
}
