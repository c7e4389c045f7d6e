namespace Pannier.Modules.Compose.Outbox;

/// <summary>How far a message on its way out has come. It is stored before each step, so that a crash leaves the truth.</summary>
public enum OutboxState
{
    Waiting,

    /// <summary>Written before the server is spoken to. Found with nobody sending, it means that nobody knows: never sent again by itself.</summary>
    Sending,

    /// <summary>Nothing was sent, for certain; tried again later.</summary>
    NotSent,

    /// <summary>Nothing was sent, for certain, and the same again will not work.</summary>
    Rejected,

    /// <summary>It may have been sent: the line, or this program, broke before the server's answer was known.</summary>
    ReplyLost,

    /// <summary>The server has it; copies and marks are being seen to.</summary>
    Accepted,

    /// <summary>All is done, but some recipients were refused, which the person has yet to see.</summary>
    Filed,
}
