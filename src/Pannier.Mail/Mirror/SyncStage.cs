namespace Pannier.Mail.Mirror;

/// <summary>Where an account's sync stands.</summary>
public enum SyncStage
{
    /// <summary>Not looked at since the person came.</summary>
    Waiting,

    /// <summary>Older messages are being read.</summary>
    Filling,

    /// <summary>All headers are held and the servers are being watched.</summary>
    Current,

    /// <summary>The server can't be reached or refuses; what is held is shown.</summary>
    Failing,
}
