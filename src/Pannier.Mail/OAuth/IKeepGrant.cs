namespace Pannier.Mail.OAuth;

/// <summary>Where a consent is kept, so that the tokens of a refresh outlive a crash.</summary>
public interface IKeepGrant
{
    /// <summary>As it is kept now: another process may have refreshed it.</summary>
    /// <returns>Null when it is gone, or belongs to another login by now.</returns>
    /// <exception cref="MailFault">It cannot be read any more: the person has just left.</exception>
    Task<OAuthGrant?> ReadAsync(CancellationToken cancellation);

    /// <summary>Keeps what a refresh gave, durably before it returns.</summary>
    /// <returns>False when what was read last is not what is kept any more: that counts, not this.</returns>
    /// <exception cref="MailFault">It cannot be kept.</exception>
    Task<bool> KeepAsync(OAuthGrant grant, CancellationToken cancellation);
}
