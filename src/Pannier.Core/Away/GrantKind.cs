namespace Pannier.Core.Away;

/// <summary>What may go on for somebody while they are away. As text it is stored: never rename one.</summary>
public enum GrantKind
{
    /// <summary>Counting unread messages in their inboxes, for the browser that they allowed it in.</summary>
    CountMail,
}
