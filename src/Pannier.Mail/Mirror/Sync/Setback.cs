namespace Pannier.Mail.Mirror.Sync;

/// <summary>How a work with a mailbox went of late.</summary>
/// <param name="Times">How often in a row it failed; 0 when it went well.</param>
/// <param name="IsTried">Whether it was tried since the last listing.</param>
internal readonly record struct Setback(int Times, bool IsTried)
{
    /// <summary>It failed again and again: once may be the line, twice in a row is the mailbox. It comes after all that did not.</summary>
    public bool IsDoubtful => Times >= 2;

    /// <summary>It is left alone until the next listing.</summary>
    public bool Rests => IsDoubtful && IsTried;
}
