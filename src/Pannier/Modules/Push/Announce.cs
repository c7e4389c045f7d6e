namespace Pannier.Modules.Push;

/// <summary>How new mail in an inbox is announced while a page is open but not looked at. The browser asks for leave too.</summary>
public enum Announce
{
    Off,

    /// <summary>By a notification of the desktop, with sender and subject.</summary>
    Shown,

    /// <summary>By a notification and a short sound.</summary>
    Heard,
}
