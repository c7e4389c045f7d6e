namespace Pannier.Modules.Lists;

/// <summary>The list shown first.</summary>
public enum StartPage
{
    Inbox,
    Unread,
    Flagged,
    Everything,
}
