using Pannier.Mail.Net;

namespace Pannier.Mail.Imap;

/// <summary>Signs in to a server and leaves again, to learn whether name and password belong together.</summary>
/// <remarks>It takes no place among an account's connections, and its failures teach their governor nothing: a stranger who guesses slows nobody's mail.</remarks>
public sealed class ImapCheck(Egress egress, ImapOptions options, TimeProvider time)
{
    /// <exception cref="MailFault"><see cref="MailFaultKind.SignInRefused"/> when they do not belong together; other kinds when that could not be learnt.</exception>
    public async Task CheckAsync(ImapLogin login, CancellationToken cancellation)
    {
        await using var connection = await new ImapSignIn(egress, options, time).ConnectAsync(login, cancellation);
    }
}
