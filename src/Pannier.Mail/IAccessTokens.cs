namespace Pannier.Mail;

/// <summary>Tokens to sign in with in place of a password.</summary>
public interface IAccessTokens
{
    /// <summary>A token that is good for some minutes more, refreshed if need be.</summary>
    /// <returns>A copy; the caller disposes of it.</returns>
    /// <exception cref="MailFault"><see cref="MailFaultKind.ConsentLapsed"/>, <see cref="MailFaultKind.ClientRefused"/>, <see cref="MailFaultKind.SignInUnavailable"/>.</exception>
    Task<Secret> GetAsync(CancellationToken cancellation);

    /// <summary>Another token, since a mail server refused this one before its time.</summary>
    /// <returns>Null when there is no point in another: this one is new.</returns>
    /// <exception cref="MailFault">As <see cref="GetAsync"/>.</exception>
    Task<Secret?> RenewAsync(Secret refused, CancellationToken cancellation);
}
