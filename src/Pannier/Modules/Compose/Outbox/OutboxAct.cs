namespace Pannier.Modules.Compose.Outbox;

/// <summary>What the buttons of the outbox say.</summary>
public enum OutboxAct
{
    /// <summary>Try again: to send, or to file.</summary>
    Retry,

    /// <summary>It arrived: file it.</summary>
    Arrived,

    /// <summary>Back to the form.</summary>
    Edit,

    /// <summary>Throw it away, asked first.</summary>
    Discard,

    /// <summary>Sent is enough; the copy is not wanted any more, or its news were read.</summary>
    Leave,
}
