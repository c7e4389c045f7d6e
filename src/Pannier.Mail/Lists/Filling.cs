namespace Pannier.Mail.Lists;

/// <summary>How far an account's mail has been read in; older messages are still to come.</summary>
/// <param name="Of">Messages on the server; 0 while not even that is known.</param>
public sealed record Filling(int Held, int Of)
{
    /// <summary>From which moment on all of it is held; null while that is not known.</summary>
    public DateTimeOffset? Since { get; init; }

    /// <summary>Whether nothing older is read in for now, because the server has no room for it.</summary>
    public bool IsHeld { get; init; }
}
